package placewatch.model.log;

import placewatch.log.FilteredLines;

/// The chosen lines, by their numbers: all shown ones from where the choice began to where the cursor is.
///
/// @param anchor where it began; -1 for nothing chosen
/// @param lead   where the cursor is
public record Selection(long anchor, long lead) {

    public static final Selection NONE = new Selection(-1, -1);

    public static Selection of(long number) {
        return new Selection(number, number);
    }

    public boolean isEmpty() {
        return anchor < 0;
    }

    public long low() {
        return Math.min(anchor, lead);
    }

    public long high() {
        return Math.max(anchor, lead);
    }

    public boolean has(long number) {
        return !isEmpty() && number >= low() && number <= high();
    }

    public Selection to(long number) {
        return isEmpty() ? of(number) : new Selection(anchor, number);
    }

    /// Without the lines that have left the ring.
    Selection within(FilteredLines lines) {
        long first = lines.window().first();
        return isEmpty() || low() >= first ? this : high() < first ? NONE
                : new Selection(Math.max(anchor, first), Math.max(lead, first));
    }
}

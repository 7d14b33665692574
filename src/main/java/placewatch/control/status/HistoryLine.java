package placewatch.control.status;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import placewatch.control.Texts;
import placewatch.history.RecentChanges;
import placewatch.history.RecentChanges.Entry;
import placewatch.history.RecentChanges.Event;

/// One line of a variable's history, the way people read it: a change with what was before, or an interruption with
/// its beginning and end.
///
/// @param text   the value as JSON, or words about what happened
/// @param length of the whole value in characters; `text` is its beginning when that is shorter
/// @param before the value before; empty for the first and after an interruption
/// @param value  whether it is a value
record HistoryLine(Instant at, String text, int length, String before, boolean value) {

    private static final DateTimeFormatter ISO = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    /// The lines of a history, the newest first.
    static List<HistoryLine> of(List<Entry> entries, ZoneId zone) {
        List<HistoryLine> lines = new ArrayList<>();
        String before = "";
        for (int i = 0; i < entries.size(); i++) {
            switch (entries.get(i)) {
                case Entry.Value value -> {
                    lines.add(new HistoryLine(value.at(), value.text(), value.length(),
                            value.told() ? "told again, as it was" : before, true));
                    before = value.text();
                }
                case Entry.Break(Instant at, Event event) -> {
                    Instant until = i + 1 < entries.size() && entries.get(i + 1) instanceof Entry.Break(
                            Instant end, Event next) && ends(event, next) ? end : null;
                    if (until != null) {
                        i++;
                    }
                    String words = words(event, at, until, zone);
                    lines.add(new HistoryLine(at, words, words.length(), "", false));
                    before = event == Event.REMAPPED ? "" : before;
                }
            }
        }
        Collections.reverse(lines);
        return lines;
    }

    private static boolean ends(Event event, Event next) {
        return event == Event.CONNECTION_LOST && next == Event.CONNECTION_BACK
                || event == Event.MODULE_STOPPED && next == Event.MODULE_STARTED;
    }

    private static String words(Event event, Instant at, @Nullable Instant until, ZoneId zone) {
        String span = until == null ? "" : " " + Texts.timeOfDay(at, zone) + " to " + Texts.timeOfDay(until, zone);
        return switch (event) {
            case CONNECTION_LOST -> "connection lost" + span;
            case CONNECTION_BACK -> "connection back";
            case MODULE_STOPPED -> "module stopped" + span;
            case MODULE_STARTED -> "module started";
            case REMAPPED -> "another module from here on";
        };
    }

    /// Whether `text` is all of it.
    boolean whole() {
        return text.length() == length;
    }

    /// The value, and what is missing of it.
    String wholeText() {
        return whole() ? text : text + "…\n\n" + Texts.onlyBeginning(text.length(), length);
    }

    /// For the clipboard: time with offset, value, what was before.
    String tabSeparated(ZoneId zone) {
        return ISO.format(at.atZone(zone).toOffsetDateTime()) + "\t" + text + (whole() ? "" : "… ("
                + Texts.onlyBeginning(text.length(), length) + ")") + "\t" + before;
    }

    /// The title of the columns of [#tabSeparated].
    static String titles() {
        return "time\tvalue\tbefore\n";
    }

    static String countWords(RecentChanges recent, List<HistoryLine> lines) {
        long kept = lines.stream().filter(HistoryLine::value).count();
        return recent.gone() == 0 ? "all " + Texts.count(kept, "value") + " since it is watched"
                : "the latest " + Texts.grouped(kept) + " values; " + Texts.grouped(recent.gone()) + " older ones went";
    }
}

package placewatch.control.status;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import placewatch.control.Texts;
import placewatch.export.Cell;
import placewatch.export.ExportTable;
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

    private static final String TOLD_AGAIN = "told again, as it was";

    /// The lines of a history, the newest first.
    static List<HistoryLine> of(List<Entry> entries, ZoneId zone) {
        List<HistoryLine> lines = new ArrayList<>();
        String before = "";
        for (int i = 0; i < entries.size(); i++) {
            switch (entries.get(i)) {
                case Entry.Value value -> {
                    lines.add(new HistoryLine(value.at(), value.text(), value.length(),
                            value.told() ? TOLD_AGAIN : before, true));
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

    /// As they are taken away: when, which value, which one before, and what happened where there is no value.
    /// `whole_length` tells how many characters a value had of which only the beginning was kept.
    static ExportTable table(List<HistoryLine> lines) {
        return new ExportTable(List.of("time", "value", "before", "event", "whole_length"),
                lines.stream().map(HistoryLine::cells).toList());
    }

    private List<Cell> cells() {
        boolean told = value && before.equals(TOLD_AGAIN);
        return List.of(Cell.time(at),
                !value ? Cell.empty() : whole() ? Cell.json(text) : Cell.text(text),
                before.isEmpty() || told ? Cell.empty() : Cell.json(before),
                told ? Cell.text(TOLD_AGAIN) : value ? Cell.empty() : Cell.text(text),
                whole() ? Cell.empty() : Cell.number(length));
    }

    static String countWords(RecentChanges recent, List<HistoryLine> lines) {
        long kept = lines.stream().filter(HistoryLine::value).count();
        return recent.gone() == 0 ? "all " + Texts.count(kept, "value") + " since it is watched"
                : "the latest " + Texts.grouped(kept) + " values; " + Texts.grouped(recent.gone()) + " older ones went";
    }
}

package placewatch.screen.explore;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import placewatch.control.Texts;
import placewatch.model.StatusRow;
import placewatch.model.StatusValue;

/// The status variables of a module as they stood when its address ceased to mean it.
///
/// @param slug what the module was called then
/// @param at   when that was noticed
record LastValues(String slug, Instant at, List<Line> lines) {

    /// @param json      empty for none
    /// @param changedAt empty before the first value
    record Line(String name, String json, Optional<Instant> changedAt, String quality) { }

    LastValues {
        lines = List.copyOf(lines);
    }

    static LastValues of(String slug, List<StatusRow> rows, Instant at) {
        return new LastValues(slug, at, rows.stream()
                .map(row -> new Line(row.key().name(), row.value().map(StatusValue::json).orElse(""), row.changedAt(),
                        Texts.quality(row.quality(), at)))
                .toList());
    }

    /// When it was noticed, as a local time of day.
    String clock() {
        return Texts.timeOfDay(at, ZoneId.systemDefault());
    }

    /// As tab-separated text with full values, for the clipboard.
    String tabSeparated() {
        return lines.stream()
                .map(line -> String.join("\t", line.name(), line.json(),
                        line.changedAt().map(Instant::toString).orElse(""), line.quality() + " at " + at))
                .collect(Collectors.joining("\n", "name\tvalue\tchanged\tquality\n", "\n"));
    }
}

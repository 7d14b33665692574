package placewatch.screen.explore;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import placewatch.control.Texts;
import placewatch.control.status.StatusExport;
import placewatch.export.Cell;
import placewatch.export.ExportFormat;
import placewatch.export.ExportTable;
import placewatch.model.Quality;
import placewatch.model.StatusRow;
import placewatch.model.StatusValue;

/// The status variables of a module as they stood when its address ceased to mean it.
///
/// @param slug what the module was called then
/// @param at   when that was noticed
record LastValues(String slug, Instant at, List<Line> lines) {

    /// @param json       empty for none
    /// @param changedAt  empty before the first value
    /// @param changeSeen whether that is the time of a change
    record Line(String name, Optional<String> json, Optional<Instant> changedAt, boolean changeSeen,
                Quality quality) { }

    LastValues {
        lines = List.copyOf(lines);
    }

    static LastValues of(String slug, List<StatusRow> rows, Instant at) {
        return new LastValues(slug, at, rows.stream()
                .map(row -> new Line(row.key().name(), row.value().map(StatusValue::json),
                        row.changedAt(), row.changeSeen(), row.quality()))
                .toList());
    }

    /// When it was noticed, as a local time of day.
    String clock() {
        return Texts.timeOfDay(at, ZoneId.systemDefault());
    }

    /// As it is taken away: with full values, and what was known of them then.
    ExportTable table(List<Line> some) {
        return new ExportTable(
                List.of("module", "variable", "value", "changed", "age_ms", "change_seen", "quality_then", "noticed"),
                some.stream().map(this::cells).toList());
    }

    private List<Cell> cells(Line line) {
        return List.of(Cell.text(slug), Cell.text(line.name()), Cell.of(line.json().map(Cell::json)),
                Cell.of(line.changedAt().map(Cell::time)),
                Cell.of(line.changedAt().map(changed -> StatusExport.age(changed, at))),
                Cell.of(line.changedAt().map(_ -> Cell.json(Boolean.toString(line.changeSeen())))),
                Cell.text(StatusExport.quality(line.quality())), Cell.time(at));
    }

    /// All of it as tab-separated text, for the clipboard.
    String tabSeparated() {
        return ExportFormat.TAB_SEPARATED.text(table(lines), ZoneId.systemDefault());
    }
}

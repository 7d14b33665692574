package placewatch.control.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import placewatch.control.Texts;
import placewatch.export.Cell;
import placewatch.export.ExportTable;
import placewatch.model.Quality;
import placewatch.model.StatusRow;
import placewatch.protocol.ServerError;

/// Status variables as they are taken away: with full values, and all that is known of how far to trust them.
public final class StatusExport {

    private static final List<String> COLUMNS = List.of("system", "system_id", "module", "variable", "value",
            "changed", "age_ms", "change_seen", "changes", "quality", "known_until");

    private StatusExport() {
    }

    /// As the rows are now. `changed` is when the value came, and `change_seen` false where it was so already when it was
    /// first heard: its true age may be more then. `known_until` is until when a last known value held. JavaFX thread.
    ///
    /// @param title what a system is called, by its id
    public static ExportTable table(List<StatusRow> rows, Instant now, Function<String, String> title) {
        return new ExportTable(COLUMNS, rows.stream().map(row -> line(row, now, title)).toList());
    }

    private static List<Cell> line(StatusRow row, Instant now, Function<String, String> title) {
        String system = row.key().module().system();
        return List.of(Cell.text(title.apply(system)), Cell.text(system), Cell.text(row.key().module().slug()),
                Cell.text(row.key().name()),
                Cell.of(row.value().map(value -> Cell.json(value.json()))),
                Cell.of(row.changedAt().map(Cell::time)),
                Cell.of(row.changedAt().map(at -> age(at, now))),
                Cell.of(row.changedAt().map(_ -> Cell.json(Boolean.toString(row.changeSeen())))),
                Cell.number(row.changes()),
                Cell.text(quality(row.quality())),
                row.quality() instanceof Quality.LastKnown(Instant since, var _) ? Cell.time(since) : Cell.empty());
    }

    /// How long ago, in milliseconds.
    public static Cell age(Instant then, Instant now) {
        return Cell.number(Math.max(0, Duration.between(then, now).toMillis()));
    }

    /// A quality in the words of the screen, without how long ago, which ages; with the server's own words if it gave
    /// any.
    public static String quality(Quality quality) {
        return switch (quality) {
            case Quality.LastKnown _ -> "last known";
            case Quality.Missing(ServerError error) -> words(quality) + said(error);
            case Quality.Refused(ServerError error) -> words(quality) + said(error);
            case Quality.Live _, Quality.Binding _, Quality.NoValueYet _, Quality.ModuleStopped _,
                    Quality.Unanswered _, Quality.NotConnected _ -> words(quality);
        };
    }

    private static String words(Quality quality) {
        return Texts.quality(quality, Instant.EPOCH);
    }

    private static String said(ServerError error) {
        return error.text().isBlank() ? "" : ": " + error.text().strip();
    }
}

package placewatch.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import placewatch.log.LineText;
import placewatch.log.LogCursor;
import placewatch.log.LogSource;

/// Rows for a spreadsheet, guarded against its running them.
final class LogAsCsv implements LogForm {

    private static final List<String> COLUMNS =
            List.of("Time", "System", "System name", "Module", "Module id", "Level", "Kind", "Text");

    private final ZoneId zone;

    LogAsCsv(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public String head() {
        StringBuilder head = new StringBuilder().append(ExportFormat.BYTE_ORDER_MARK);
        row(COLUMNS, head);
        return head.toString();
    }

    @Override
    public void append(LogCursor line, StringBuilder into) {
        row(line.at(), line.source(), line.level(), LogForm.kind(line), line.text(), into);
    }

    @Override
    public void note(Instant at, String text, StringBuilder into) {
        row(at, LogSource.CONNECTION, "", "note", text, into);
    }

    private void row(Instant at, LogSource source, String level, String kind, String text, StringBuilder into) {
        row(Stream.of(IsoTime.of(at, zone), source.systemId(), source.systemName(), source.slug(), source.moduleId(),
                level, kind, text).map(cell -> FormulaGuard.on(LineText.plain(cell))).toList(), into);
    }

    private static void row(List<String> cells, StringBuilder into) {
        try {
            Separated.COMMAS.line(cells, into);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
    }
}

package placewatch.screen.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import placewatch.control.status.StatusExport;
import placewatch.export.Cell;
import placewatch.export.ExportTable;
import placewatch.model.StatusRow;
import placewatch.model.StatusValue;

/// A part of a template as it is taken away: for each of its columns the whole value, and how far to trust it. JavaFX
/// thread.
final class TemplateExport {

    /// Rooms and columns, in their order on screen.
    record Part(List<TemplateRow> rows, List<TemplateColumn> columns) { }

    private TemplateExport() { }

    static ExportTable table(Part part, Instant now) {
        List<String> names = new ArrayList<>(List.of("room", "system_id"));
        for (TemplateColumn column : part.columns) {
            // two columns may have the same heading
            String name = names.contains(column.heading()) ? column.id() : column.heading();
            names.add(name);
            names.add(name + " quality");
            names.add(name + " changed");
        }
        return new ExportTable(names, part.rows.stream().map(row -> line(row, part.columns, now)).toList());
    }

    private static List<Cell> line(TemplateRow row, List<TemplateColumn> columns, Instant now) {
        List<Cell> line = new ArrayList<>(List.of(Cell.text(row.system().title()), Cell.text(row.id())));
        for (TemplateColumn column : columns) {
            TemplateCell cell = row.cell(column);
            List<StatusRow> variables = cell.rows();
            if (variables.isEmpty()) {
                line.addAll(List.of(Cell.empty(), Cell.text(cell.spoken(now)), Cell.empty()));
            } else if (variables.size() == 1) {
                StatusRow only = variables.getFirst();
                line.add(Cell.of(only.value().map(value -> Cell.json(part(cell, value)))));
                line.add(Cell.text(StatusExport.quality(only.quality())));
                line.add(Cell.of(only.changedAt().map(Cell::time)));
            } else {
                line.add(Cell.json(variables.stream().map(each -> each.value().map(value -> part(cell, value))
                        .orElse("null")).collect(Collectors.joining(",", "[", "]"))));
                line.add(Cell.text(variables.stream().map(each -> StatusExport.quality(each.quality()))
                        .collect(Collectors.joining(", "))));
                line.add(Cell.of(variables.stream().flatMap(each -> each.changedAt().stream()).max(Instant::compareTo)
                        .map(Cell::time)));
            }
        }
        return line;
    }

    private static String part(TemplateCell cell, StatusValue value) {
        return cell.content() instanceof TemplateCell.Content.Variables(var _, List<String> members)
                ? TemplateValue.part(value, members).json() : value.json();
    }
}

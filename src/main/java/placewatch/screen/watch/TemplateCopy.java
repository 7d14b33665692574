package placewatch.screen.watch;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import placewatch.control.Texts;
import placewatch.model.Quality;
import placewatch.model.StatusRow;
import placewatch.model.StatusValue;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/// A part of a template as text for the clipboard, with whole values and their quality. JavaFX thread.
final class TemplateCopy {

    /// Rooms and columns, in their order on screen.
    record Part(List<TemplateRow> rows, List<TemplateColumn> columns) { }

    /// What a spreadsheet would run as a formula; a number is none.
    private static final Pattern FORMULA = Pattern.compile("\"?[=+@\\-].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final DateTimeFormatter ISO = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    private TemplateCopy() { }

    /// A line for the headings and one a room. Beside a value that is not live stands what it is.
    static String tabSeparated(Part part, Instant now) {
        return Stream.concat(Stream.of(line(Stream.concat(Stream.of("Room"),
                        part.columns.stream().map(TemplateColumn::heading)))),
                part.rows.stream().map(row -> line(Stream.concat(Stream.of(row.system().title()),
                        part.columns.stream().map(column -> text(row.cell(column), now))))))
                .collect(Collectors.joining());
    }

    private static String line(Stream<String> cells) {
        return cells.map(TemplateCopy::guarded).collect(Collectors.joining("\t", "", "\n"));
    }

    private static String guarded(String text) {
        String cell = text.replace('\t', ' ').replaceAll("\\R", " ");
        return FORMULA.matcher(cell).matches() && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
    }

    private static String text(TemplateCell cell, Instant now) {
        return cell.rows().isEmpty() ? cell.spoken(now)
                : cell.rows().stream().map(row -> text(cell, row, now)).collect(Collectors.joining(", "));
    }

    private static String text(TemplateCell cell, StatusRow row, Instant now) {
        String value = row.value().map(known -> part(cell, known)).orElse("");
        return row.quality() instanceof Quality.Live ? value
                : (value + " (" + Texts.quality(row.quality(), now) + ")").strip();
    }

    private static String part(TemplateCell cell, StatusValue value) {
        return cell.content() instanceof TemplateCell.Content.Variables(var _, List<String> members)
                ? TemplateValue.part(value, members).json() : value.json();
    }

    /// An array of rooms, each with its columns; times with their offset.
    static String json(Part part, Instant now, ZoneId zone) {
        JsonMapper mapper = JsonMapper.shared();
        ArrayNode rooms = mapper.createArrayNode();
        for (TemplateRow row : part.rows) {
            ObjectNode room = rooms.addObject().put("system", row.id()).put("room", row.system().title());
            for (TemplateColumn column : part.columns) {
                TemplateCell cell = row.cell(column);
                // two columns may have the same heading
                String name = room.has(column.heading()) ? column.id() : column.heading();
                if (cell.rows().isEmpty()) {
                    room.putObject(name).put("none", cell.spoken(now));
                } else if (column.joined()) {
                    ArrayNode several = room.putArray(name);
                    cell.rows().forEach(variable -> variable(cell, variable, several.addObject(), now, zone));
                } else {
                    variable(cell, cell.rows().getFirst(), room.putObject(name), now, zone);
                }
            }
        }
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(rooms);
    }

    private static void variable(TemplateCell cell, StatusRow row, ObjectNode into, Instant now, ZoneId zone) {
        into.put("module", row.key().module().slug()).put("variable", row.key().name());
        row.value().ifPresent(value -> into.putRawValue("value", new RawValue(part(cell, value))));
        into.put("quality", Texts.quality(row.quality(), now));
        row.changedAt().ifPresent(at -> into.put("changed", ISO.format(at.atZone(zone).toOffsetDateTime())));
    }
}

package placewatch.export;

import java.io.IOException;
import java.io.Writer;
import java.time.ZoneId;
import java.util.List;
import placewatch.protocol.JsonText;

/// Rows as JSON objects, each in a line of its own. Values are the JSON that the server sent, to the character but for
/// line breaks between them; times are strings; what is empty is null.
final class JsonRows {

    private static final JsonText JSON = new JsonText();

    private JsonRows() {
    }

    static void array(ExportTable table, ZoneId zone, Writer out) throws IOException {
        out.write("[");
        String before = "\n";
        for (List<Cell> row : table.rows()) {
            out.write(before);
            object(table.columns(), row, zone, out);
            before = ",\n";
        }
        out.write(table.rows().isEmpty() ? "]\n" : "\n]\n");
    }

    static void lines(ExportTable table, ZoneId zone, Writer out) throws IOException {
        for (List<Cell> row : table.rows()) {
            object(table.columns(), row, zone, out);
            out.write("\n");
        }
    }

    private static void object(List<String> columns, List<Cell> row, ZoneId zone, Writer out) throws IOException {
        out.write("{");
        for (int i = 0; i < columns.size(); i++) {
            out.write(i == 0 ? "" : ",");
            out.write(string(columns.get(i)));
            out.write(":");
            out.write(value(row.get(i), zone));
        }
        out.write("}");
    }

    private static String value(Cell cell, ZoneId zone) {
        return switch (cell) {
            case Cell.Text(String text) -> string(text);
            // in JSON a line break can only be a blank
            case Cell.Json(String json) -> JSON.isValue(json) ? json.replace('\n', ' ').replace('\r', ' ')
                    : string(json);
            case Cell.Time(var at) -> string(IsoTime.of(at, zone));
            case Cell.Number(var number) -> number.toString();
            case Cell.Empty() -> "null";
        };
    }

    static String string(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(point -> {
            switch (point) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> {
                    // half a character can't be written in UTF-8; the line separators end a line for some readers
                    if (point < ' ' || point == 0x2028 || point == 0x2029
                            || Character.getType(point) == Character.SURROGATE) {
                        json.append(String.format("\\u%04x", point));
                    } else {
                        json.appendCodePoint(point);
                    }
                }
            }
        });
        return json.append('"').toString();
    }
}

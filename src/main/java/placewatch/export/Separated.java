package placewatch.export;

import java.io.IOException;
import java.io.Writer;
import java.time.ZoneId;
import java.util.List;

/// A table with a line for each row and a separator between the cells. Cells that hold what separates are quoted, with
/// their quotes doubled.
enum Separated {

    /// As spreadsheets take it from the clipboard: there a quote means something at the beginning of a cell only, and
    /// JSON stays readable where it is pasted into a text.
    TABS('\t', "\n") {
        @Override
        boolean quoted(String cell) {
            return cell.startsWith("\"") || hasAnyOf(cell, "\t\r\n");
        }
    },

    /// RFC 4180. More is quoted than it asks for: importers guess at the separator, and trim blanks.
    COMMAS(',', "\r\n") {
        @Override
        boolean quoted(String cell) {
            return hasAnyOf(cell, ",;\t\"\r\n") || cell.startsWith(" ") || cell.endsWith(" ");
        }
    };

    private final char separator;
    private final String end;

    Separated(char separator, String end) {
        this.separator = separator;
        this.end = end;
    }

    void write(ExportTable table, ZoneId zone, Writer out) throws IOException {
        line(table.columns().stream().map(FormulaGuard::on).toList(), out);
        for (List<Cell> row : table.rows()) {
            line(row.stream().map(cell -> PlainCell.of(cell, zone)).toList(), out);
        }
    }

    /// @param cells guarded
    void line(List<String> cells, Appendable out) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.append(separator);
            }
            String cell = cells.get(i);
            // one empty cell alone would be an empty line, which readers pass over
            if (quoted(cell) || cells.size() == 1 && cell.isEmpty()) {
                out.append('"');
                out.append(cell.replace("\"", "\"\""));
                out.append('"');
            } else {
                out.append(cell);
            }
        }
        out.append(end);
    }

    abstract boolean quoted(String cell);

    private static boolean hasAnyOf(String cell, String characters) {
        return cell.chars().anyMatch(c -> characters.indexOf(c) >= 0);
    }
}

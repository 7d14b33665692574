package placewatch.export;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.ZoneId;

/// How an exported table is written. Times are ISO 8601 with the zone's offset and milliseconds in each of them.
public enum ExportFormat {

    /// For pasting into a spreadsheet or a ticket.
    TAB_SEPARATED("tsv"),

    /// RFC 4180, for spreadsheets.
    CSV("csv"),

    /// An array with an object for each row.
    JSON("json"),

    /// An object in a line for each row.
    JSON_LINES("jsonl");

    /// A spreadsheet on Windows takes a file without it for one in the computer's old code page, and shows `Ã¼` for `ü`;
    /// the others skip it. JSON must not have one.
    static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String extension;

    ExportFormat(String extension) {
        this.extension = extension;
    }

    /// What a file's name ends in, without the dot.
    public String extension() {
        return extension;
    }

    /// The whole table as text, for the clipboard. Takes its time for a large one.
    public String text(ExportTable table, ZoneId zone) {
        StringWriter text = new StringWriter();
        try {
            write(table, zone, text);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return text.toString();
    }

    /// The whole table as it stands in a file, to be encoded in UTF-8.
    void writeFile(ExportTable table, ZoneId zone, Writer out) throws IOException {
        if (this == CSV) {
            out.write(BYTE_ORDER_MARK);
        }
        write(table, zone, out);
    }

    private void write(ExportTable table, ZoneId zone, Writer out) throws IOException {
        switch (this) {
            case TAB_SEPARATED -> Separated.TABS.write(table, zone, out);
            case CSV -> Separated.COMMAS.write(table, zone, out);
            case JSON -> JsonRows.array(table, zone, out);
            case JSON_LINES -> JsonRows.lines(table, zone, out);
        }
    }
}

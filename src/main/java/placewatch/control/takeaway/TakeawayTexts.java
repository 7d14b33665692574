package placewatch.control.takeaway;

import java.nio.file.Path;
import placewatch.control.Texts;
import placewatch.export.ExportFormat;

/// The words about what is taken away.
final class TakeawayTexts {

    private TakeawayTexts() {
    }

    /// A format, as the dialog for saving calls it.
    static String kind(ExportFormat format) {
        return switch (format) {
            case TAB_SEPARATED -> "Tab-separated text";
            case CSV -> "CSV, for spreadsheets";
            case JSON -> "JSON";
            case JSON_LINES -> "JSON lines";
        };
    }

    /// The same in a menu.
    static String brief(ExportFormat format) {
        return switch (format) {
            case TAB_SEPARATED -> "tab-separated text";
            case CSV -> "CSV";
            case JSON -> "JSON";
            case JSON_LINES -> "JSON lines";
        };
    }

    static String saving(Path file) {
        return "Saving to " + file + "…";
    }

    static String saved(int rows, Path file) {
        return Texts.count(rows, "row") + " saved to " + file;
    }

    static String savedLines(long lines, Path file) {
        return Texts.count(lines, "line") + " saved to " + file;
    }
}

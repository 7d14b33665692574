package placewatch.control.takeaway;

import java.nio.file.Path;
import placewatch.control.Texts;
import placewatch.export.ExportFormat;
import placewatch.export.SavedExport;

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

    /// What went wrong, where, and what to do.
    static String notSaved(SavedExport.NotSaved ended) {
        String where = "Nothing was saved to " + ended.file() + ": ";
        return where + switch (ended.cause()) {
            case NO_SUCH_FOLDER -> "there is no such folder. Choose another place.";
            case NOT_ALLOWED -> "you may not write there. Choose another place, or ask whoever owns it.";
            case IS_A_FOLDER -> "that is a folder. Give the file another name.";
            case DISK_FULL -> "the disk is full. Make room there, or choose another place.";
            case STOPPED -> "it was given up.";
            case OTHER -> "the file could not be written. Choose another place, or copy this with what the system said of it.";
        };
    }
}

package placewatch.export;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/// What the system says of a file that it can't write, as a cause and as the end of a sentence.
final class FileTrouble {

    private FileTrouble() {
    }

    static SavedExport.Cause cause(IOException e) {
        String words = reason(e).toLowerCase(Locale.ROOT);
        if (e instanceof ClosedByInterruptException || e instanceof InterruptedIOException) {
            return SavedExport.Cause.STOPPED;
        }
        if (e instanceof NoSuchFileException) {
            return SavedExport.Cause.NO_SUCH_FOLDER;
        }
        if (words.contains("is a directory")) {
            return SavedExport.Cause.IS_A_FOLDER;
        }
        if (e instanceof AccessDeniedException || words.contains("read-only") || words.contains("permission denied")) {
            return SavedExport.Cause.NOT_ALLOWED;
        }
        return words.contains("no space") || words.contains("not enough space") || words.contains("quota")
                ? SavedExport.Cause.DISK_FULL : SavedExport.Cause.OTHER;
    }

    /// The system's own words.
    static String reason(IOException e) {
        return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
    }

    /// Why not, and what to do.
    static String sentence(SavedExport.Cause cause, String detail) {
        return switch (cause) {
            case NO_SUCH_FOLDER -> "there is no such folder. Choose another place.";
            case NOT_ALLOWED -> "you may not write there. Choose another place, or ask whoever owns it.";
            case IS_A_FOLDER -> "that is a folder. Give the file another name.";
            case DISK_FULL -> "the disk is full. Make room there, or choose another place.";
            case STOPPED -> "it was given up.";
            case OTHER -> "the file could not be written (" + detail + "). Choose another place.";
        };
    }
}

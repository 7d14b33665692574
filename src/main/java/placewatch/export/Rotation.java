package placewatch.export;

import java.nio.file.Path;
import java.time.ZoneId;

/// Which file the log is written to as it comes, and what becomes of it when it is full: `log.txt` becomes `log.txt.1`,
/// that `log.txt.2`, and so on.
///
/// @param mostBytes of a file; only a message that is larger by itself makes one larger
/// @param kept      how many full files are kept beside the one that is written; 0 for none
/// @param format    text or JSON lines
/// @param zone      of the times in it
public record Rotation(Path file, long mostBytes, int kept, LogFormat format, ZoneId zone) {

    private static final int MOST_KEPT = 1_000;

    public Rotation {
        file = file.toAbsolutePath();
        if (mostBytes < 1 || kept < 0 || kept > MOST_KEPT) {
            throw new IllegalArgumentException("files of " + mostBytes + " bytes, " + kept + " of them kept");
        }
        if (format == LogFormat.CSV) {
            throw new IllegalArgumentException("a file that goes on for ever is text or JSON lines");
        }
    }

    Path full(int number) {
        return file.resolveSibling(file.getFileName() + "." + number);
    }
}

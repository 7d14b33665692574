package placewatch.export;

import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;

/// Saves an export to a file: whoever looks sees the file that was there before or the new one, never half of it. Any
/// thread but the JavaFX one, as disks take their time; an interrupt gives it up.
public final class ExportFile {

    private ExportFile() {
    }

    /// Writes the whole table in place of what is there.
    public static SavedExport save(Path file, ExportTable table, ExportFormat format, ZoneId zone) {
        return WholeFile.put(file, whole -> {
            Writer out = new BufferedWriter(new OutputStreamWriter(whole, utf8()));
            format.writeFile(table, zone, out);
            out.flush();
        });
    }

    /// Half a character becomes the sign for what can't be written.
    private static CharsetEncoder utf8() {
        return StandardCharsets.UTF_8.newEncoder().replaceWith("\uFFFD".getBytes(StandardCharsets.UTF_8))
                .onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE);
    }
}

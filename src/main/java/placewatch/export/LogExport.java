package placewatch.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.PrimitiveIterator;
import java.util.function.BooleanSupplier;
import placewatch.log.LogCursor;
import placewatch.log.LogWindow;

/// Takes lines of the log away, one after the other, so that a million of them take no more memory than one. Any thread
/// but the JavaFX one; an interrupt gives it up, as `cancelled` does.
public final class LogExport {

    /// More than that no clipboard's other end is glad of.
    static final int MOST_COPIED = 50_000_000;

    private static final int BUFFER = 1 << 16;

    private LogExport() {
    }

    /// Writes them to a file, in place of what is there. Until all are written, what is there stays.
    ///
    /// @param cancelled asked before each line
    public static SavedLog save(Path file, LogLinesToTake lines, LogFormat format, ZoneId zone,
            BooleanSupplier cancelled) {
        Count count = new Count();
        SavedExport ended = WholeFile.put(file, whole -> {
            OutputStream out = new BufferedOutputStream(whole, BUFFER);
            LogForm form = format.inFile(zone);
            count.bytes += write(form.head(), out);
            each(lines, cancelled, count, line -> {
                StringBuilder text = new StringBuilder();
                form.append(line, text);
                count.bytes += write(text.toString(), out);
            });
            out.flush();
        });
        return switch (ended) {
            case SavedExport.Saved(Path there) -> new SavedLog.Written(there, count.lines, count.bytes, count.gone);
            case SavedExport.NotSaved not when not.cause() == SavedExport.Cause.STOPPED ->
                    new SavedLog.Cancelled(not.file());
            case SavedExport.NotSaved not -> new SavedLog.Failed(not);
        };
    }

    /// Makes one text of them, for the clipboard: as text without the day and the system, as the window has them.
    ///
    /// @param cancelled asked before each line
    public static CopiedLog copy(LogLinesToTake lines, LogFormat format, ZoneId zone, BooleanSupplier cancelled) {
        return copy(lines, format, zone, cancelled, MOST_COPIED);
    }

    static CopiedLog copy(LogLinesToTake lines, LogFormat format, ZoneId zone, BooleanSupplier cancelled, int most) {
        LogForm form = format.inClipboard(zone);
        StringBuilder text = new StringBuilder();
        Count count = new Count();
        try {
            each(lines, () -> cancelled.getAsBoolean() || text.length() > most, count, line -> form.append(line, text));
        } catch (InterruptedIOException _) {
            return text.length() > most ? tooMuch(most) : new CopiedLog.Cancelled();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return text.length() > most ? tooMuch(most) : new CopiedLog.Text(text.toString(), count.lines, count.gone);
    }

    private static CopiedLog tooMuch(int most) {
        return new CopiedLog.TooMuch("Nothing was copied: these lines are more than " + most / 1_000_000
                + " MB of text. Export them to a file, or choose fewer.");
    }

    private static void each(LogLinesToTake lines, BooleanSupplier cancelled, Count count, EachLine act)
            throws IOException {
        LogWindow window = lines.window();
        LogCursor cursor = window.cursor();
        PrimitiveIterator.OfLong numbers = lines.numbers().get().iterator();
        while (numbers.hasNext()) {
            long number = numbers.nextLong();
            if (cancelled.getAsBoolean() || Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("given up");
            }
            if (number < window.first() || number >= window.end()) {
                count.gone++;
            } else {
                window.moveTo(cursor, number);
                act.take(cursor);
                count.lines++;
            }
        }
    }

    private static int write(String text, OutputStream out) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.write(utf8);
        return utf8.length;
    }

    private interface EachLine {

        void take(LogCursor line) throws IOException;
    }

    private static final class Count {
        private long lines;
        private long bytes;
        private long gone;
    }
}

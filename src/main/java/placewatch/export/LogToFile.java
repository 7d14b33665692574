package placewatch.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import placewatch.log.LogCursor;
import placewatch.log.LogStore;
import placewatch.log.LogWindow;

/// Where the log in the file ends, and how it goes on from there. A line counts as written once the disk has taken it
/// whole; what failed is written again. For one thread.
final class LogToFile {

    private static final Logger LOG = LoggerFactory.getLogger(LogToFile.class);

    /// Lines are given to the disk together, up to about that many bytes.
    private static final int TOGETHER = 1 << 16;

    private final LogStore store;
    private final Rotation rotation;
    private final AppendedFile file;
    private final InstantSource clock;
    private final LogForm form;
    private final ByteArrayOutputStream together = new ByteArrayOutputStream(TOGETHER);
    private long next;
    private long written;
    private long missed;
    private Optional<Instant> failedAt = Optional.empty();

    LogToFile(LogStore store, Rotation rotation, AppendedFile file, InstantSource clock) {
        this.store = store;
        this.rotation = rotation;
        this.file = file;
        this.clock = clock;
        form = rotation.format().inFile(rotation.zone());
        next = store.window().end();
    }

    /// Writes what has come since.
    FileState write() throws IOException {
        file.open();
        LogWindow window = store.window();
        tellWhatIsMissing(Math.max(0, window.first() - next));
        LogCursor cursor = window.cursor();
        together.reset();
        for (long number = next; number < window.end(); number++) {
            window.moveTo(cursor, number);
            StringBuilder text = new StringBuilder();
            form.append(cursor, text);
            byte[] line = text.toString().getBytes(StandardCharsets.UTF_8);
            long bytes = (long) together.size() + line.length;
            if (together.size() > 0 && (bytes > TOGETHER || !file.fits(bytes))) {
                flush(number);
            }
            if (together.size() == 0) {
                file.makeRoom(line.length);
            }
            together.writeBytes(line);
        }
        flush(window.end());
        return new FileState.Writing(rotation.file(), file.size(), written, missed);
    }

    private void flush(long end) throws IOException {
        if (together.size() == 0) {
            return;
        }
        file.add(together.toByteArray());
        together.reset();
        written += end - next;
        next = end;
    }

    private void tellWhatIsMissing(long lines) throws IOException {
        if (lines == 0 && failedAt.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        String count = lines == 0 ? "No line is missing." : String.format(Locale.ROOT,
                lines == 1 ? "%,d line is missing here: it had left the ring before it could be written."
                        : "%,d lines are missing here: they had left the ring before they could be written.", lines);
        String why = failedAt.map(since -> "Nothing could be written to this file from "
                + IsoTime.of(since, rotation.zone()) + " to " + IsoTime.of(now, rotation.zone()) + ". ").orElse("");
        StringBuilder note = new StringBuilder();
        form.note(now, why + count, note);
        byte[] bytes = note.toString().getBytes(StandardCharsets.UTF_8);
        file.makeRoom(bytes.length);
        file.add(bytes);
        failedAt = Optional.empty();
        missed += lines;
        next += lines;
    }

    /// The disk took something not, just now.
    void failed() {
        file.giveUp();
        if (failedAt.isEmpty()) {
            failedAt = Optional.of(clock.instant());
        }
    }

    void end() {
        try {
            file.close();
        } catch (IOException e) {
            LOG.warn("{} could not be closed", rotation.file(), e);
        }
        long left = store.window().end() - next;
        if (failedAt.isPresent() && left > 0) {
            LOG.warn("{} lines could not be written to {} any more", left, rotation.file());
        }
    }
}

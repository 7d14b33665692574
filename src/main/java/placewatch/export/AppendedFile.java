package placewatch.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The file at the end of a [Rotation], which whole lines are added to. Whatever fails, no half line stays in it as far
/// as the disk allows. For one thread.
final class AppendedFile {

    private static final Logger LOG = LoggerFactory.getLogger(AppendedFile.class);

    private final Rotation rotation;
    private final Opener opener;
    private Optional<OutputStream> out = Optional.empty();
    private long size;

    /// Opens a file to be written behind what it holds, and makes one if there is none. What is written is on its way
    /// to the disk at once.
    interface Opener {

        OutputStream append(Path file) throws IOException;
    }

    AppendedFile(Rotation rotation, Opener opener) {
        this.rotation = rotation;
        this.opener = opener;
    }

    static OutputStream onDisk(Path file) throws IOException {
        return Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /// Opens it unless it is open and still there.
    ///
    /// @return whether it had to
    boolean open() throws IOException {
        if (out.isPresent() && Files.exists(rotation.file())) {
            return false;
        }
        close();
        OutputStream opened = opener.append(rotation.file());
        out = Optional.of(opened);
        size = Files.size(rotation.file());
        if (!endsInALine()) {
            add(new byte[] {'\n'});
        }
        return true;
    }

    /// The program that wrote before us may have been stopped within a line.
    private boolean endsInALine() throws IOException {
        if (size == 0) {
            return true;
        }
        try (SeekableByteChannel channel = Files.newByteChannel(rotation.file())) {
            ByteBuffer last = ByteBuffer.allocate(1);
            channel.position(size - 1).read(last);
            return last.array()[0] == '\n';
        }
    }

    /// Whether so many bytes more are within the limit.
    boolean fits(long bytes) {
        return size + bytes <= rotation.mostBytes();
    }

    /// Puts the file aside and begins another if so many bytes more are too many and it has any.
    void makeRoom(long bytes) throws IOException {
        if (size > 0 && !fits(bytes)) {
            rotate();
        }
    }

    void add(byte[] lines) throws IOException {
        OutputStream to = out.orElseThrow(() -> new IOException("the file is not open"));
        to.write(lines);
        to.flush();
        size += lines.length;
    }

    private void rotate() throws IOException {
        close();
        int free = 1;
        while (free < rotation.kept() && Files.exists(rotation.full(free))) {
            free++;
        }
        for (int number = free; number > 1; number--) {
            move(rotation.full(number - 1), rotation.full(number));
        }
        if (rotation.kept() == 0) {
            Files.deleteIfExists(rotation.file());
        } else {
            move(rotation.file(), rotation.full(1));
        }
        open();
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    long size() {
        return size;
    }

    void close() throws IOException {
        Optional<OutputStream> open = out;
        out = Optional.empty();
        if (open.isPresent()) {
            open.get().close();
        }
    }

    /// Closes it after something failed, and takes away what was written of lines that are not whole.
    void giveUp() {
        boolean wasOpen = out.isPresent();
        try {
            close();
        } catch (IOException e) {
            LOG.debug("{} could not be closed after it had failed", rotation.file(), e);
        }
        try {
            if (wasOpen && Files.exists(rotation.file()) && Files.size(rotation.file()) > size) {
                try (FileChannel channel = FileChannel.open(rotation.file(), StandardOpenOption.WRITE)) {
                    channel.truncate(size);
                }
            }
        } catch (IOException e) {
            LOG.info("half a line may stay in {}", rotation.file(), e);
        }
    }
}

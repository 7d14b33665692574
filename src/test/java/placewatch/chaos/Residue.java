package placewatch.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// What of ours is alive in this process.
final class Residue {

    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
    private static final List<String> OURS = List.of("placewatch-", "WebSocket", "link-", "simulator-", "chaos-");

    private Residue() { }

    static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().filter(Thread::isAlive).map(Thread::getName)
                .filter(name -> OURS.stream().anyMatch(name::startsWith)).sorted().toList();
    }

    /// Open sockets, where the operating system lists them. Java itself keeps one from its first use of the network on.
    static OptionalLong sockets() {
        startNetwork();
        if (!Files.isDirectory(DESCRIPTORS)) {
            return OptionalLong.empty();
        }
        try (Stream<Path> open = Files.list(DESCRIPTORS)) {
            return OptionalLong.of(open.filter(Residue::isSocket).count());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void startNetwork() {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            any.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSocket(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
        } catch (IOException _) {
            // closed since it was listed
            return false;
        }
    }
}

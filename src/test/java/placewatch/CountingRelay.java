package placewatch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Stands between the window and a server, passes every byte on, and notes what is asked over HTTP.
public final class CountingRelay implements AutoCloseable {

    private static final Pattern REQUEST = Pattern.compile("(GET|POST) (\\S+) HTTP/1\\.1\r\n");

    private final URI server;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicLong answered = new AtomicLong();

    public CountingRelay(URI server) throws IOException {
        this.server = server;
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public String address() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    /// Offsets of the pages of systems that were asked for, mere counts left out.
    public List<Integer> pages() {
        return asked.stream().filter(line -> line.contains("/systems?") && !line.contains("limit=0&"))
                .map(line -> Integer.valueOf(line.replaceFirst(".*[?&]offset=(\\d+).*", "$1"))).toList();
    }

    /// When the first answer went through, in the time of `System.nanoTime`; 0 before.
    public long firstAnswer() {
        return answered.get();
    }

    /// What was asked with POST.
    List<String> posts() {
        return asked.stream().filter(line -> line.startsWith("POST")).toList();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket here = door.accept();
                Socket there = new Socket(server.getHost(), server.getPort());
                open.add(here);
                open.add(there);
                Thread.ofVirtual().start(() -> pass(here, there, true));
                Thread.ofVirtual().start(() -> pass(there, here, false));
            } catch (IOException e) {
                if (!door.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void pass(Socket from, Socket to, boolean note) {
        byte[] buffer = new byte[16_384];
        StringBuilder heard = new StringBuilder();
        try (from; to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (note) {
                    note(heard.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1)));
                }
                if (!note && answered.get() == 0) {
                    answered.compareAndSet(0, System.nanoTime());
                }
                out.write(buffer, 0, n);
            }
        } catch (IOException _) {
            // one side hung up; so does the other
        }
        open.remove(from);
        open.remove(to);
    }

    /// Requests may come in pieces, so the last few characters are kept.
    private void note(StringBuilder heard) {
        Matcher request = REQUEST.matcher(heard);
        int end = Math.max(0, heard.length() - 2000);
        int read = 0;
        while (request.find()) {
            asked.add(request.group(1) + " " + request.group(2));
            read = request.end();
        }
        heard.delete(0, Math.max(read, end));
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}

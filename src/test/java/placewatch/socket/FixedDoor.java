package placewatch.socket;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/// A listener on loopback that answers whatever comes with the same bytes, in two pieces, and hangs up.
final class FixedDoor implements AutoCloseable {

    private static final int TLS_HANDSHAKE = 0x16;

    private final ServerSocket listener;
    private final String answer;
    private final AtomicInteger knocks = new AtomicInteger();
    private volatile String lastTrouble = "";

    FixedDoor(String answer) throws IOException {
        listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        this.answer = answer;
        Thread.ofPlatform().daemon().name("fixed-door").start(this::serve);
    }

    static String http(String status, String headers, String body) {
        return "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    int port() {
        return listener.getLocalPort();
    }

    int knocks() {
        return knocks.get();
    }

    /// Why the latest visit went wrong, if one did.
    String lastTrouble() {
        return lastTrouble;
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (Socket visitor = listener.accept()) {
                visitor.setTcpNoDelay(true);
                readRequest(visitor.getInputStream());
                knocks.incrementAndGet();
                byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
                visitor.getOutputStream().write(bytes, 0, bytes.length / 2);
                visitor.getOutputStream().flush();
                visitor.getOutputStream().write(bytes, bytes.length / 2, bytes.length - bytes.length / 2);
                visitor.getOutputStream().flush();
                visitor.shutdownOutput();
                visitor.getInputStream().transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                // The visitor left, or the door was closed: the loop's condition tells.
                lastTrouble = e.toString();
            }
        }
    }

    /// Up to the empty line; of a TLS greeting, which has no lines, the first byte.
    private static void readRequest(InputStream in) throws IOException {
        int last = in.read();
        if (last == TLS_HANDSHAKE) {
            return;
        }
        int newLines = 0;
        while (last >= 0 && newLines < 2) {
            last = in.read();
            newLines = last == '\n' ? newLines + 1 : last == '\r' ? newLines : 0;
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}

package placewatch.network;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// An HTTP proxy on loopback. It takes every name for one port there, and writes down what it was asked for.
public final class TestProxy implements AutoCloseable {

    /// What it does when asked for a tunnel; plain requests are always let through but for `SIGN_IN`.
    public enum Mood { LET_THROUGH, SIGN_IN, FORBID, FAIL, HANG_UP, THINK, MUMBLE }

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Relay relay;
    private final int target;
    private final Mood mood;

    public TestProxy(Mood mood, int target) throws IOException {
        this.mood = mood;
        this.target = target;
        relay = Relay.of(this::serve);
    }

    public int port() {
        return relay.port();
    }

    String shown() {
        return InetAddress.getLoopbackAddress().getHostAddress() + ":" + port();
    }

    public ProxySelector selector() {
        return ProxySelector.of(InetSocketAddress.createUnresolved("127.0.0.1", port()));
    }

    /// `CONNECT rooms.invalid:443`, `GET http://rooms.invalid/…`.
    public List<String> asked() {
        return asked;
    }

    int visitors() {
        return relay.visitors();
    }

    private void serve(Socket visitor) throws IOException {
        String head = head(visitor.getInputStream());
        String first = head.lines().findFirst().orElse("");
        asked.add(first.replace(" HTTP/1.1", ""));
        if (first.startsWith("CONNECT ")) {
            tunnel(visitor);
        } else if (mood == Mood.SIGN_IN) {
            say(visitor, "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"office\"\r\n"
                    + "Content-Length: 0\r\n\r\n");
        } else {
            plain(visitor, head);
        }
    }

    private void tunnel(Socket visitor) throws IOException {
        switch (mood) {
            case LET_THROUGH -> {
                say(visitor, "HTTP/1.1 200 Connection established\r\nVia: test\r\n\r\n");
                Relay.pass(visitor, target);
            }
            case SIGN_IN -> say(visitor, "HTTP/1.1 407 Proxy Authentication Required\r\n"
                    + "Proxy-Authenticate: Basic realm=\"office\"\r\nContent-Length: 0\r\n\r\n");
            case FORBID -> say(visitor, "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
            case FAIL -> say(visitor, "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n");
            case HANG_UP -> { }
            case THINK -> head(visitor.getInputStream());
            case MUMBLE -> say(visitor, "SSH-2.0-OpenSSH_9.9\r\n\r\n");
        }
    }

    /// Passes one request on, telling both sides that the line is not kept.
    private void plain(Socket visitor, String head) throws IOException {
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            say(server, head.replaceFirst("\r\n", "\r\nConnection: close\r\n"));
            server.getInputStream().transferTo(visitor.getOutputStream());
        }
    }

    private static void say(Socket peer, String text) throws IOException {
        peer.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        peer.getOutputStream().flush();
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        int next = in.read();
        while (next >= 0 && head.indexOf("\r\n\r\n") < 0) {
            head.append((char) next);
            next = head.indexOf("\r\n\r\n") < 0 ? in.read() : next;
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        relay.close();
    }
}

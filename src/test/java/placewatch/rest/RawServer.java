package placewatch.rest;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import placewatch.protocol.ServerAddress;

/// A listening socket that misbehaves as told, for what no decent HTTP server would do.
final class RawServer implements AutoCloseable {

    interface Talk {
        void with(Socket peer) throws IOException;
    }

    private final ServerSocket listening;
    private final List<Socket> peers = new CopyOnWriteArrayList<>();
    private final CountDownLatch heard = new CountDownLatch(1);
    private final CountDownLatch left = new CountDownLatch(1);

    RawServer(Talk talk) throws IOException {
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("raw-server").start(() -> {
            try {
                while (true) {
                    Socket peer = listening.accept();
                    peers.add(peer);
                    Thread.ofPlatform().daemon().name("raw-server-peer").start(() -> serve(peer, talk));
                }
            } catch (IOException _) {
                // closed by the test
            }
        });
    }

    private void serve(Socket peer, Talk talk) {
        try (peer) {
            InputStream in = peer.getInputStream();
            int newlines = 0;
            for (int read = in.read(); read != -1 && newlines < 2; ) {
                newlines = read == '\n' ? newlines + 1 : read == '\r' ? newlines : 0;
                if (newlines < 2) {
                    read = in.read();
                }
            }
            heard.countDown();
            talk.with(peer);
        } catch (IOException _) {
            // the other side went away
        } finally {
            left.countDown();
        }
    }

    static void say(Socket peer, String text) throws IOException {
        peer.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        peer.getOutputStream().flush();
    }

    /// Holds the line until the other side lets go.
    static void waitForEnd(Socket peer) throws IOException {
        while (peer.getInputStream().read() != -1) {
            // nothing that comes now matters
        }
    }

    /// A whole request came in.
    CountDownLatch heard() {
        return heard;
    }

    /// The talk with the first peer is over.
    CountDownLatch left() {
        return left;
    }

    ServerAddress address() {
        return new ServerAddress(URI.create("http://127.0.0.1:" + listening.getLocalPort()));
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket peer : peers) {
            peer.close();
        }
    }
}

package placewatch.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;

/// Listens on loopback and passes bytes to a port there; takes TLS off before if told so.
public final class Relay implements AutoCloseable {

    /// What it does with one visitor, on a thread of its own.
    interface Visit {
        void serve(Socket visitor) throws IOException;
    }

    private final ServerSocket listener;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Visit visit;

    private Relay(ServerSocket listener, Visit visit) {
        this.listener = listener;
        this.visit = visit;
        Thread.ofPlatform().daemon().name("relay").start(this::accept);
    }

    /// Shows a certificate, and passes what is inside of TLS to a port.
    public static Relay tls(SSLContext tls, int port) throws IOException {
        return new Relay(tls.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                visitor -> pass(visitor, port));
    }

    static Relay of(Visit visit) throws IOException {
        return new Relay(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), visit);
    }

    public int port() {
        return listener.getLocalPort();
    }

    /// Until either side hangs up.
    static void pass(Socket visitor, int port) throws IOException {
        try (Socket target = new Socket(InetAddress.getLoopbackAddress(), port)) {
            Thread back = Thread.ofPlatform().daemon().name("relay-back").start(() -> copy(target, visitor));
            copy(visitor, target);
            back.interrupt();
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from; to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] some = new byte[8192];
            for (int count = in.read(some); count >= 0; count = in.read(some)) {
                out.write(some, 0, count);
                out.flush();
            }
        } catch (IOException _) {
            // either side hung up, which ends both
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket visitor = listener.accept();
                open.add(visitor);
                Thread.ofPlatform().daemon().name("relay-visit").start(() -> serve(visitor));
            }
        } catch (IOException _) {
            // closed by the test
        }
    }

    private void serve(Socket visitor) {
        try (visitor) {
            visit.serve(visitor);
        } catch (IOException _) {
            // the visitor went away, or would not trust us
        } finally {
            open.remove(visitor);
        }
    }

    /// Visitors that are there now.
    int visitors() {
        return open.size();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket visitor : open) {
            visitor.close();
        }
    }
}

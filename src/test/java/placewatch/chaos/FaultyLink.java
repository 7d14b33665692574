package placewatch.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import placewatch.protocol.ServerAddress;

/// A way to a server that does wrong as it is told: it stands on loopback between a client and the server, passes REST
/// on as it comes, and knows the frames that the server sends on control sockets. Any thread.
final class FaultyLink implements AutoCloseable {

    /// Hears what servers say.
    @FunctionalInterface
    interface Ear {

        /// This text is about to go to the client, on the control socket of that number.
        void passing(int line, String text);
    }

    private static final int LOOK_MILLIS = 1;

    private final ServerSocket listener;
    private final Set<Socket> visitors = ConcurrentHashMap.newKeySet();
    private final List<LinkLine> sockets = new CopyOnWriteArrayList<>();
    private final List<LinkLine> plain = new CopyOnWriteArrayList<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicInteger admitted = new AtomicInteger();
    private final AtomicInteger knocks = new AtomicInteger();
    private final ReentrantLock threshold = new ReentrantLock(true);
    private volatile URI server;
    private volatile Door door = new Door.Open();
    private volatile Pace pace = new Pace.Straight();
    private volatile BooleanSupplier ready = () -> true;
    private volatile Ear ear = (_, _) -> { };
    private volatile boolean closed;

    FaultyLink(URI server) {
        this.server = server;
        try {
            listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().name("link-accept").start(this::accept);
    }

    ServerAddress address() {
        return ServerAddress.parse("http://127.0.0.1:" + listener.getLocalPort());
    }

    /// Connections that come from now on go there.
    void leadTo(URI next) {
        server = next;
    }

    /// For control sockets that come from now on.
    void door(Door next) {
        door = next;
    }

    /// Lets a control socket through only once this holds, and one after the other.
    void admitOnce(BooleanSupplier condition) {
        ready = condition;
    }

    void listen(Ear next) {
        ear = next;
    }

    /// For all control sockets, those that come from now on included.
    void pace(Pace next) {
        pace = next;
        sockets.forEach(line -> line.pace(next));
    }

    /// Control sockets that are open, the oldest first.
    List<LinkLine> sockets() {
        return sockets;
    }

    /// The number of the control socket that was let through last; 0 before the first.
    int latest() {
        return admitted.get();
    }

    /// Control sockets that came, whatever became of them.
    int knocks() {
        return knocks.get();
    }

    @Override
    public void close() {
        closed = true;
        end(listener);
        visitors.forEach(FaultyLink::end);
        sockets.forEach(LinkLine::end);
        plain.forEach(LinkLine::end);
    }

    private void accept() {
        try {
            while (!closed) {
                Socket visitor = listener.accept();
                visitors.add(visitor);
                Thread.ofPlatform().daemon().name("link-visitor").start(() -> receive(visitor));
            }
        } catch (IOException e) {
            if (!closed) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void receive(Socket visitor) {
        try {
            visitor.setTcpNoDelay(true);
            byte[] request = HttpHead.read(visitor.getInputStream());
            if (request.length == 0) {
                end(visitor);
            } else if (!HttpHead.asksForSocket(request)) {
                pass(visitor, request);
            } else {
                knocks.incrementAndGet();
                switch (door) {
                    case Door.Open() -> admit(visitor, request);
                    case Door.BlackHole() -> outlast(visitor);
                    case Door.Slammed() -> slam(visitor);
                    case Door.Answering(String http) -> answer(visitor, http);
                }
            }
        } catch (IOException _) {
            // the visitor left, or the server is away: as on any other network
            end(visitor);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            end(visitor);
        } finally {
            visitors.remove(visitor);
        }
    }

    private void pass(Socket visitor, byte[] request) throws IOException {
        LinkLine[] line = new LinkLine[1];
        line[0] = new LinkLine(numbers.incrementAndGet(), visitor, reach(), false, _ -> { },
                () -> plain.remove(line[0]));
        plain.add(line[0]);
        line[0].start(request);
    }

    private void admit(Socket visitor, byte[] request) throws IOException, InterruptedException {
        threshold.lock();
        try {
            while (!ready.getAsBoolean()) {
                LockSupport.parkNanos(500_000);
                if (hasLeft(visitor)) {
                    end(visitor);
                    return;
                }
            }
            int number = numbers.incrementAndGet();
            LinkLine[] line = new LinkLine[1];
            line[0] = new LinkLine(number, visitor, reach(), true,
                    frame -> ServerFrames.textOf(frame).ifPresent(text -> ear.passing(number, text)),
                    () -> sockets.remove(line[0]));
            line[0].pace(pace);
            admitted.set(number);
            sockets.add(line[0]);
            line[0].start(request);
            line[0].awaitAnswer();
        } finally {
            threshold.unlock();
        }
    }

    private Socket reach() throws IOException {
        Socket reached = new Socket(server.getHost(), server.getPort());
        reached.setTcpNoDelay(true);
        return reached;
    }

    /// Before the answer to its request a client says nothing: there is only its end to be read.
    private static boolean hasLeft(Socket visitor) throws IOException {
        visitor.setSoTimeout(LOOK_MILLIS);
        try {
            return visitor.getInputStream().read() < 0;
        } catch (SocketTimeoutException _) {
            return false;
        } finally {
            visitor.setSoTimeout(0);
        }
    }

    private static void outlast(Socket visitor) throws IOException {
        try (visitor) {
            while (visitor.getInputStream().read() >= 0) {
                // says what it likes
            }
        }
    }

    private static void slam(Socket visitor) throws IOException {
        visitor.setSoLinger(true, 0);
        visitor.close();
    }

    private static void answer(Socket visitor, String http) throws IOException {
        visitor.getOutputStream().write(http.getBytes(StandardCharsets.UTF_8));
        visitor.shutdownOutput();
        outlast(visitor);
    }

    private static void end(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception _) {
            // nothing is left to do for it
        }
    }
}

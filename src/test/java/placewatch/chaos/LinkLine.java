package placewatch.chaos;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/// One connection through a [FaultyLink], and what can be done to it. Any thread.
final class LinkLine {

    private static final int CHUNK = 16_384;

    private final int number;
    private final Socket client;
    private final Socket server;
    private final Lane up;
    private final Lane down;
    private final Runnable onEnd;
    private final CountDownLatch answered = new CountDownLatch(1);
    private volatile boolean ended;

    /// @param frames  whether the server's answer is an upgrade and WebSocket frames follow
    /// @param passing hears what goes to the client, piece by piece, right before it does
    LinkLine(int number, Socket client, Socket server, boolean frames, Consumer<byte[]> passing, Runnable onEnd)
            throws IOException {
        this.number = number;
        this.client = client;
        this.server = server;
        this.onEnd = onEnd;
        InputStream fromClient = client.getInputStream();
        InputStream fromServer = new BufferedInputStream(server.getInputStream(), CHUNK);
        up = new Lane("link-up-" + number, () -> fromClient(fromClient), server.getOutputStream(), _ -> { }, this::end);
        down = new Lane("link-down-" + number, frames ? upgraded(fromServer) : () -> chunk(fromServer),
                new BufferedOutputStream(client.getOutputStream(), CHUNK), passing, this::end);
    }

    /// Begins with what was read of the client's request.
    void start(byte[] request) {
        up.put(request);
        up.start();
        down.start();
    }

    /// Counts from 1, over all connections of the link.
    int number() {
        return number;
    }

    /// Waits for the head of the server's answer, or the end.
    void awaitAnswer() throws InterruptedException {
        answered.await();
    }

    /// Breaks it off on both sides at once, as a crash does.
    void reset() {
        try {
            client.setSoLinger(true, 0);
            server.setSoLinger(true, 0);
        } catch (IOException _) {
            // it has ended already
        }
        end();
    }

    /// Ends the stream towards the client without a close frame; the server is gone.
    void finish() {
        try {
            client.shutdownOutput();
            server.close();
        } catch (IOException _) {
            // it has ended already
        }
    }

    /// A proper goodbye.
    void close(int code, String words) {
        down.put(ServerFrames.close(code, words));
    }

    /// Both directions; lost ones are never told of the other side's end either.
    void flow(Lane.Flow next) {
        up.flow(next);
        down.flow(next);
    }

    /// The client is heard, but hears nothing.
    void holdAnswers() {
        down.flow(Lane.Flow.HELD);
    }

    /// Towards the client.
    void pace(Pace next) {
        down.pace(next);
    }

    /// Writes bytes of our own to the client, between two frames.
    void say(byte[] bytes) {
        down.put(bytes);
    }

    /// Whether the client has been handed all there is for it.
    boolean isSaid() {
        return down.isIdle();
    }

    void end() {
        boolean first;
        synchronized (this) {
            first = !ended;
            ended = true;
        }
        if (first) {
            up.end();
            down.end();
            closeQuietly(client);
            closeQuietly(server);
            answered.countDown();
            onEnd.run();
        }
    }

    /// The client's end is the end, however the lanes flow.
    private Optional<byte[]> fromClient(InputStream in) {
        try {
            Optional<byte[]> chunk = chunk(in);
            if (chunk.isPresent()) {
                return chunk;
            }
        } catch (IOException _) {
            // cut
        }
        end();
        return Optional.empty();
    }

    private static Optional<byte[]> chunk(InputStream in) throws IOException {
        byte[] buffer = new byte[CHUNK];
        int count = in.read(buffer);
        return count < 0 ? Optional.empty() : Optional.of(Arrays.copyOf(buffer, count));
    }

    private Lane.Source upgraded(InputStream in) {
        return new Lane.Source() {
            private boolean upgraded;
            private boolean refused;

            @Override
            public Optional<byte[]> next() throws IOException {
                if (upgraded) {
                    return ServerFrames.read(in);
                }
                if (refused) {
                    return chunk(in);
                }
                byte[] head = HttpHead.read(in);
                upgraded = HttpHead.isUpgraded(head);
                refused = !upgraded;
                answered.countDown();
                return head.length == 0 ? Optional.empty() : Optional.of(head);
            }
        };
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // nothing is left to do for it
        }
    }
}

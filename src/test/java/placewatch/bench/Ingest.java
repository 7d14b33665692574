package placewatch.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.handshake.ServerHandshake;
import placewatch.bridge.Access;
import placewatch.bridge.Connection;
import placewatch.bridge.Inbox;
import placewatch.model.StatusRow;
import placewatch.network.Route;
import placewatch.protocol.Credential;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.ServerAddress;
import placewatch.protocol.StatusKey;
import placewatch.socket.SocketOptions;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Notify frames a second from a socket through reading, correlation and the latest-value hand-off, against the same
/// stream read by Java-WebSocket with a Jackson parser that visits every token and does nothing else.
final class Ingest {

    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final int[] SIZES = {1, 1_000, 10_000};
    private static final int ROUNDS = 3;
    private static final Duration MEASURED = Duration.ofSeconds(4);

    /// Frames a second of ours, with that many variables bound.
    static double ours(int variables) throws IOException, InterruptedException {
        Inbox inbox = new Inbox(() -> { });
        try (FrameSource source = new FrameSource();
                Connection connection = new Connection("bench", new Access(
                        ServerAddress.parse(source.address()), new Credential.ApiKey("k"), Route.direct()),
                        SocketOptions.standard(), inbox)) {
            List<StatusRow> rows = new ArrayList<>();
            connection.open();
            for (int i = 0; i < variables; i++) {
                StatusRow row = new StatusRow(new StatusKey(
                        new ModuleAddress("sys-bench01", "Display", 1), FrameSource.name(i)));
                rows.add(row);
                connection.watch(row);
            }
            while (connection.figures().bound() < variables) {
                inbox.drain(System.nanoTime() + 4_000_000);
                LockSupport.parkNanos(1_000_000);
            }
            return pour(source, variables, () -> connection.figures().changes(), () -> {
                inbox.drain(System.nanoTime() + 4_000_000);
                LockSupport.parkNanos(16_000_000);
            });
        }
    }

    /// Frames a second of the baseline.
    static double baseline(int variables) throws IOException, InterruptedException {
        try (FrameSource source = new FrameSource()) {
            AtomicLong read = new AtomicLong();
            CountDownLatch opened = new CountDownLatch(1);
            JsonFactory json = new JsonFactory();
            WebSocketClient client = new WebSocketClient(URI.create(source.address().replace("http", "ws"))) {
                @Override
                public void onOpen(ServerHandshake handshake) {
                    opened.countDown();
                }

                @Override
                public void onMessage(String message) {
                    try (JsonParser parser = json.createParser(ObjectReadContext.empty(), message)) {
                        JsonToken token = parser.nextToken();
                        while (token != null) {
                            token = parser.nextToken();
                        }
                    }
                    read.lazySet(read.get() + 1);
                }

                @Override
                public void onClose(int code, String reason, boolean remote) { }

                @Override
                public void onError(Exception error) {
                    throw new IllegalStateException(error);
                }
            };
            client.setConnectionLostTimeout(0);
            client.connect();
            if (!opened.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the baseline did not connect");
            }
            try {
                return pour(source, variables, read::get, () -> LockSupport.parkNanos(16_000_000));
            } finally {
                client.close();
            }
        }
    }

    /// @param meanwhile called again and again, about once a frame of the screen
    private static double pour(FrameSource source, int variables, LongSupplier read, Runnable meanwhile) {
        FrameSource.Batch[] batches = new FrameSource.Batch[8];
        for (int i = 0; i < batches.length; i++) {
            batches[i] = FrameSource.batch(variables, i);
        }
        Thread sender = Thread.ofPlatform().daemon().name("bench-pour").start(() -> {
            try {
                source.pour(batches);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        go(WARM_UP, meanwhile);
        long before = read.getAsLong();
        long began = System.nanoTime();
        go(MEASURED, meanwhile);
        double rate = (read.getAsLong() - before) * 1e9 / (System.nanoTime() - began);
        source.stop();
        sender.interrupt();
        return rate;
    }

    private static void go(Duration time, Runnable meanwhile) {
        long until = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < until) {
            meanwhile.run();
        }
    }

    private Ingest() { }

    public static void main(String[] args) throws IOException, InterruptedException {
        double[] medians = new double[SIZES.length];
        for (int i = 0; i < SIZES.length; i++) {
            double[] ours = new double[ROUNDS];
            double[] baseline = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                ours[round] = ours(SIZES[i]);
                baseline[round] = baseline(SIZES[i]);
                System.out.printf("N = %,d: %,.0f against %,.0f frames/s%n", SIZES[i], ours[round], baseline[round]);
            }
            medians[i] = median(ours);
            Benchmark.say(Row.ratio("ingest, %,d bound".formatted(SIZES[i]), medians[i], median(baseline), "frames/s",
                    1));
        }
        Benchmark.say(Row.ratio("ingest, 10,000 bound against 1 bound", medians[2], medians[0], "frames/s", 0.8));
        System.exit(0);
    }

    private static double median(double[] figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}

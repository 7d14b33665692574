package placewatch.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
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

/// The live heap after each quarter of an hour's worth of changes, pushed through in fast motion: 10,000 variables,
/// each changing once in two seconds, 18 million changes in all.
final class MemoryOfAnHour {

    private static final int VARIABLES = 10_000;
    private static final long QUARTER = 4_500_000;

    private MemoryOfAnHour() { }

    public static void main(String[] args) throws IOException {
        Inbox inbox = new Inbox(() -> { });
        try (FrameSource source = new FrameSource();
                Connection connection = new Connection("bench", new Access(
                        ServerAddress.parse(source.address()), new Credential.ApiKey("k"), Route.direct()),
                        SocketOptions.standard(), inbox)) {
            List<StatusRow> rows = new ArrayList<>();
            connection.open();
            for (int i = 0; i < VARIABLES; i++) {
                StatusRow row = new StatusRow(new StatusKey(
                        new ModuleAddress("sys-bench01", "Display", 1), FrameSource.name(i)));
                rows.add(row);
                connection.watch(row);
            }
            while (connection.figures().bound() < VARIABLES) {
                inbox.drain(System.nanoTime() + 4_000_000);
                LockSupport.parkNanos(1_000_000);
            }
            FrameSource.Batch[] batches = new FrameSource.Batch[16];
            for (int i = 0; i < batches.length; i++) {
                batches[i] = FrameSource.batch(VARIABLES, 1_000L * i);
            }
            Thread.ofPlatform().daemon().name("bench-pour").start(() -> {
                try {
                    source.pour(batches);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            double[] megabytes = new double[4];
            for (int quarter = 0; quarter < 4; quarter++) {
                while (connection.figures().changes() < QUARTER * (quarter + 1)) {
                    inbox.drain(System.nanoTime() + 4_000_000);
                    LockSupport.parkNanos(8_000_000);
                }
                megabytes[quarter] = liveHeap();
                System.out.printf("after quarter %d: %.1f MB%n", quarter + 1, megabytes[quarter]);
            }
            source.stop();
            double growth = 0;
            for (int quarter = 1; quarter < 4; quarter++) {
                growth = Math.max(growth, 100 * (megabytes[quarter] / megabytes[quarter - 1] - 1));
            }
            Benchmark.say(Row.atMost("memory: live heap after an hour's worth of changes of 10,000 variables",
                    megabytes[3], Double.NaN, "MB", 150));
            Benchmark.say(Row.atMost("memory: most growth from one quarter to the next", growth, Double.NaN, "%", 5));
            if (rows.size() != VARIABLES) {
                throw new IllegalStateException("rows are kept alive until here");
            }
        }
        System.exit(0);
    }

    private static double liveHeap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }
}

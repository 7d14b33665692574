package placewatch.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import placewatch.bridge.Access;
import placewatch.bridge.Connection;
import placewatch.bridge.PulsePump;
import placewatch.control.RestingCarets;
import placewatch.control.Theme;
import placewatch.model.StatusRow;
import placewatch.network.Route;
import placewatch.protocol.Credential;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.ServerAddress;
import placewatch.protocol.StatusKey;
import placewatch.screen.explore.LiveTable;
import placewatch.socket.SocketOptions;

/// The program's status table in a window under load and at rest, drawn in software on the headless platform.
final class Window {

    private static final ModuleAddress MODULE = new ModuleAddress("sys-bench01", "Display", 1);

    /// The headless platform's screen. Rows and letters are smaller than in the program, so that more than forty rows
    /// are in sight. They are not scaled: painting in software, JavaFX then draws each letter's outline anew.
    private static final int SCREEN = 1_000;
    private static final int ROW = 20;
    private static final String LETTERS = "-fx-font-size: 9px";
    private static final int PIECES = 1 << 16;

    /// Of each value.
    private static final int DIGITS = 9;

    /// Milliseconds a minute.
    private static final long HARDLY_COMPILES = 300;
    private static final int MOST_MINUTES = 5;

    private Window() { }

    public static void main(String[] args) throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Platform.setImplicitExit(false);
        if (args.length > 0 && args[0].equals("quiet")) {
            quiet();
        } else {
            smooth();
        }
        System.exit(0);
    }

    private static void smooth() throws Exception {
        Pulses naive = naive();
        try (Stand stand = new Stand(10_000)) {
            stand.fx(() -> {
                stand.live.filter("variable");
                stand.live.sortBy("Value");
                return true;
            });
            Watch watch = stand.fx(() -> new Watch(stand));
            stand.drip(1_000, 10_000_000, watch);
            rest(10);
            Pulses ours = stand.fx(watch::begin);
            long before = stand.connection.figures().changes();
            long began = System.nanoTime();
            rest(20);
            double rate = (stand.connection.figures().changes() - before) * 1e9 / (System.nanoTime() - began);
            stand.fx(watch::end);
            System.out.printf("%d rows on screen, %,.0f changes/s arrived, %,d values seen to appear%n",
                    watch.visible, rate, watch.latencies.size());
            Benchmark.say(Row.atLeast("window: changes offered and taken", rate, Double.NaN, "changes/s", 98_000));
            Benchmark.say(Row.atLeast("window: rows on screen", watch.visible, Double.NaN, "rows", 40));
            Benchmark.say(Row.atLeast("window: pulses", ours.perSecond(), naive.perSecond(), "pulses/s", 55));
            Benchmark.say(Row.atMost("window: 99 % of gaps between pulses", ours.gap(0.99), naive.gap(0.99), "ms", 25));
            Benchmark.say(Row.atMost("window: 99 % of values on screen after", Pulses.share(watch.latencies, 0.99),
                    Double.NaN, "ms", 50));
        }
    }

    private static void quiet() throws Exception {
        try (Stand stand = new Stand(1_000)) {
            Watch watch = stand.fx(() -> new Watch(stand));
            // it is left open for weeks: what the virtual machine takes to compile it is of the first minutes
            stand.drip(20, 10_000_000, watch);
            rest(30);
            stand.source.stop();
            rest(1);
            stand.drip(1, 100_000_000, watch);
            rest(40);
            double share = settledMinute();
            Benchmark.say(Row.atMost("quiet: 1,000 bound, 10 changes/s, the sender included", share, Double.NaN,
                    "% of a core", 3));
        }
    }

    /// The share of a core that this process takes in the first minute in which the virtual machine hardly compiles any
    /// more; in the last of them if it goes on compiling.
    private static double settledMinute() {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        double share;
        long compiled;
        int minute = 0;
        do {
            long compiledBefore = compiler.getTotalCompilationTime();
            long before = cpu();
            long began = System.nanoTime();
            rest(60);
            share = 100.0 * (cpu() - before) / (System.nanoTime() - began);
            compiled = compiler.getTotalCompilationTime() - compiledBefore;
            System.out.printf("minute %d: %.2f %% of a core, of which compiling took %.2f%n", ++minute, share,
                    compiled / 600.0);
        } while (compiled > HARDLY_COMPILES && minute < MOST_MINUTES);
        return share;
    }

    /// Nanoseconds that this process has worked, on all cores together.
    private static long cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }

    private static void rest(int seconds) {
        long until = System.nanoTime() + seconds * 1_000_000_000L;
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }

    private static Scene window(Region content) {
        content.setStyle(LETTERS);
        Scene scene = new Scene(content, SCREEN, SCREEN);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        content.applyCss();
        content.layout();
        content.lookupAll(".table-view").forEach(table -> ((TableView<?>) table).setFixedCellSize(ROW));
        return scene;
    }

    /// A connection to a source, and the program's table of its variables in a window.
    private static final class Stand implements AutoCloseable {
        private final FrameSource source = new FrameSource();
        private final PulsePump pump;
        private final Connection connection;
        private final LiveTable live;
        private final Scene scene;
        private final int variables;

        Stand(int variables) throws Exception {
            this.variables = variables;
            source.page("/api/engine/v2/systems/sys-bench01/Display_1", IntStream.range(0, variables)
                    .mapToObj(i -> "\"" + FrameSource.name(i) + "\":\"0\"").collect(Collectors.joining(",", "{", "}")));
            pump = fx(PulsePump::new);
            connection = fx(() -> new Connection("bench", new Access(ServerAddress.parse(source.address()),
                    new Credential.ApiKey("k"), Route.direct()), SocketOptions.standard(), pump.inbox()));
            live = fx(() -> {
                connection.open();
                Theme.loadFonts();
                Theme.DARK.apply();
                return new LiveTable(connection, MODULE);
            });
            scene = fx(() -> {
                Scene made = window(live.view());
                Theme.dress(made);
                RestingCarets.in(made);
                return made;
            });
            while (connection.figures().bound() < variables) {
                LockSupport.parkNanos(10_000_000);
            }
        }

        <T> T fx(Callable<T> task) throws InterruptedException, ExecutionException {
            CompletableFuture<T> done = new CompletableFuture<>();
            Platform.runLater(() -> {
                try {
                    done.complete(task.call());
                } catch (Exception e) {
                    done.completeExceptionally(e);
                }
            });
            return done.get();
        }

        void drip(int size, long nanos, Watch watch) {
            Thread.ofPlatform().daemon().name("bench-drip").start(() -> {
                try {
                    source.drip(variables, size, nanos,
                            piece -> watch.sent.set((int) (piece % PIECES), System.nanoTime()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }

        @Override
        public void close() throws IOException {
            source.stop();
            Platform.runLater(() -> {
                live.close();
                pump.close();
            });
            connection.close();
            source.close();
        }
    }

    /// What a person sees: after each layout, the text in the value cells of the rows on screen. A value that replaces
    /// another in a row that stays on screen took as long to appear as it was since it was sent.
    private static final class Watch {
        private final AtomicLongArray sent = new AtomicLongArray(PIECES);
        private final Stand stand;
        private final Pulses pulses = new Pulses();
        private final List<Double> latencies = new ArrayList<>();
        private Map<StatusKey, Long> before = new HashMap<>();
        private Map<StatusKey, Long> now = new HashMap<>();
        private final Map<TableRow<?>, Labeled> lines = new HashMap<>();
        private List<TableRow<?>> rows = List.of();
        private int looks;
        private boolean measuring;
        private int visible;

        Watch(Stand stand) {
            this.stand = stand;
            stand.scene.addPostLayoutPulseListener(this::look);
        }

        Pulses begin() {
            measuring = true;
            pulses.begin();
            return pulses;
        }

        boolean end() {
            measuring = false;
            pulses.end();
            return true;
        }

        private void look() {
            if (!measuring) {
                return;
            }
            long moment = System.nanoTime();
            now.clear();
            for (TableRow<?> row : rows()) {
                if (row.isVisible() && row.getItem() instanceof StatusRow status) {
                    shown(row).ifPresent(value -> {
                        now.put(status.key(), value);
                        Long last = before.get(status.key());
                        if (last != null && last != value) {
                            latencies.add((moment - sent.get((int) ((value - FrameSource.FIRST) % PIECES))) / 1e6);
                        }
                    });
                }
            }
            visible = Math.max(visible, now.size());
            Map<StatusKey, Long> old = before;
            before = now;
            now = old;
        }

        /// The table's rows are looked up now and then only: who looks must not be what there is to see.
        private List<TableRow<?>> rows() {
            if (looks++ % 60 == 0) {
                rows = new ArrayList<>();
                for (Node node : stand.live.table().lookupAll(".table-row-cell")) {
                    if (node instanceof TableRow<?> row) {
                        rows.add(row);
                    }
                }
            }
            return rows;
        }

        /// The number in the value's cell, as it is drawn.
        private OptionalLong shown(TableRow<?> row) {
            Labeled line = lines.computeIfAbsent(row, it -> (Labeled) it.lookup(".value-cell .line"));
            return line != null && line.getText().length() == DIGITS && Character.isDigit(line.getText().charAt(0))
                    ? OptionalLong.of(Long.parseLong(line.getText())) : OptionalLong.empty();
        }
    }

    /// A table of strings, with a `runLater` for each change and the library's sorting: what one writes first.
    private static Pulses naive() throws Exception {
        record Item(String name, javafx.beans.property.SimpleStringProperty value) { }
        CompletableFuture<Pulses> made = new CompletableFuture<>();
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            items.add(new Item(FrameSource.name(i), new javafx.beans.property.SimpleStringProperty("0")));
        }
        Stage[] stage = new Stage[1];
        Platform.runLater(() -> {
            ObservableList<Item> list = FXCollections.observableArrayList(items);
            SortedList<Item> sorted = new SortedList<>(list);
            TableView<Item> table = new TableView<>(sorted);
            TableColumn<Item, String> name = new TableColumn<>("Name");
            name.setCellValueFactory(row -> new javafx.beans.property.SimpleStringProperty(row.getValue().name()));
            TableColumn<Item, String> value = new TableColumn<>("Value");
            value.setCellValueFactory(row -> row.getValue().value());
            table.getColumns().setAll(List.of(name, value));
            sorted.comparatorProperty().bind(table.comparatorProperty());
            stage[0] = (Stage) window(table).getWindow();
            Pulses pulses = new Pulses();
            pulses.begin();
            made.complete(pulses);
        });
        Pulses pulses = made.get();
        long until = System.nanoTime() + 6_000_000_000L;
        for (long piece = 0; System.nanoTime() < until; piece++) {
            long next = System.nanoTime() + 10_000_000;
            String text = String.valueOf(FrameSource.FIRST + piece);
            int first = (int) (piece * 1_000 % items.size());
            for (Item item : items.subList(first, first + 1_000)) {
                Platform.runLater(() -> item.value().set(text));
            }
            while (System.nanoTime() < next) {
                LockSupport.parkNanos(next - System.nanoTime());
            }
        }
        CountDownLatch over = new CountDownLatch(1);
        Platform.runLater(() -> {
            pulses.end();
            stage[0].close();
            over.countDown();
        });
        over.await();
        return pulses;
    }
}

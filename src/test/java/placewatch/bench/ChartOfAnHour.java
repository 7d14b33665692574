package placewatch.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.scene.Scene;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import placewatch.bridge.Access;
import placewatch.bridge.Connection;
import placewatch.bridge.PulsePump;
import placewatch.control.Theme;
import placewatch.control.chart.ChartPicture;
import placewatch.model.series.ChartTime;
import placewatch.model.series.Columns;
import placewatch.model.series.Points;
import placewatch.model.series.Series;
import placewatch.network.Route;
import placewatch.protocol.Credential;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.ServerAddress;
import placewatch.protocol.StatusKey;
import placewatch.screen.chart.ChartModel;
import placewatch.screen.chart.ChartView;
import placewatch.settings.Charts;
import placewatch.settings.Kept;
import placewatch.socket.SocketOptions;

/// The program's chart of eight variables with an hour of a hundred changes a second each, while a hundred more come in
/// each second, drawn in software on the headless platform. Beside it JavaFX's own chart with the few points it bears.
final class ChartOfAnHour {

    private static final ModuleAddress MODULE = new ModuleAddress("sys-bench01", "Display", 1);
    private static final int SCREEN = 1_000;
    private static final int SERIES = 8;
    private static final int A_SECOND = 100;
    private static final int HOUR = 3_600 * A_SECOND;
    private static final int BORNE = 1_000;

    private ChartOfAnHour() { }

    public static void main(String[] args) throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Platform.setImplicitExit(false);
        fx(() -> {
            Theme.loadFonts();
            Theme.DARK.apply();
            return true;
        });
        Pulses theirs = library();
        ours(theirs);
        System.exit(0);
    }

    private static <T> T fx(Callable<T> task) throws InterruptedException, ExecutionException {
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

    private static void rest(double seconds) {
        long until = System.nanoTime() + (long) (seconds * 1e9);
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }

    private static Stage window(Region content) {
        StackPane root = new StackPane(content);
        root.getStyleClass().add("shell");
        Scene scene = new Scene(root, SCREEN, SCREEN);
        Theme.dress(scene);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        return stage;
    }

    private static final class Nothing implements Kept<Charts> {
        @Override
        public Charts latest() {
            return Charts.none();
        }

        @Override
        public void keep(Charts next) { }
    }

    private static void ours(Pulses theirs) throws Exception {
        PulsePump pump = fx(PulsePump::new);
        try (FrameSource source = new FrameSource();
                Connection connection = fx(() -> new Connection("bench", new Access(
                        ServerAddress.parse(source.address()), new Credential.ApiKey("k"), Route.direct()),
                        SocketOptions.standard(), pump.inbox()))) {
            ChartModel model = fx(() -> {
                connection.open();
                ChartModel made = new ChartModel(connection, new Nothing(), FXCollections.observableArrayList());
                made.add(IntStream.range(0, SERIES).mapToObj(i -> new StatusKey(MODULE, FrameSource.name(i))).toList());
                return made;
            });
            while (connection.figures().bound() < SERIES) {
                LockSupport.parkNanos(10_000_000);
            }
            List<Series> series = fx(() -> List.copyOf(model.chosenProperty().get().series()));
            ChartPicture picture = fx(() -> {
                series.forEach(ChartOfAnHour::fill);
                model.chosenProperty().get().time().choose(ChartTime.Range.HOUR);
                Stage stage = window(new ChartView(model, (_, _, _) -> Optional.empty()));
                return (ChartPicture) stage.getScene().lookup("#" + ChartView.PICTURE);
            });
            Thread.ofPlatform().daemon().name("bench-drip").start(() -> {
                try {
                    source.drip(SERIES, SERIES, 1_000_000_000L / A_SECOND, _ -> { });
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            rest(4);
            long paintings = fx(picture::paintings);
            Pulses pulses = fx(() -> new Pulses().begin());
            rest(10);
            fx(pulses::end);
            paintings = fx(picture::paintings) - paintings;
            source.stop();
            rest(0.6);
            long sent = source.sent();
            long recorded = fx(() -> series.stream().mapToLong(each -> each.points().size() - HOUR).sum());
            double kept = fx(() -> peaks(picture, series));
            System.out.printf("%,d points, %,d changes came meanwhile, painted %d times in 10 s, %.0f ms a pixel%n",
                    (long) SERIES * HOUR, recorded, paintings, fx(picture::millisPerPixel));
            Benchmark.say(Row.atLeast("chart: pulses, 8 × 360,000 points and 800 changes/s (JavaFX: 8 × 1,000 points)",
                    pulses.perSecond(), theirs.perSecond(), "pulses/s", 55));
            Benchmark.say(Row.atMost("chart: 99 % of gaps between pulses", pulses.gap(0.99), theirs.gap(0.99), "ms", 25));
            Benchmark.say(Row.atLeast("chart: changes recorded of those sent", 100.0 * recorded / sent, Double.NaN, "%",
                    100));
            Benchmark.say(Row.atLeast("chart: pixels' columns with their true least and greatest", 100 * kept,
                    Double.NaN, "%", 100));
            fx(() -> {
                model.close();
                pump.close();
                return true;
            });
        }
    }

    /// An hour that ends a moment ago, with a point now and then that stands far out.
    private static void fill(Series series) {
        Random random = new Random(series.look());
        Points points = series.points();
        long now = System.currentTimeMillis() - 2_000;
        double walk = 0;
        for (int i = 0; i < HOUR; i++) {
            walk += random.nextGaussian() * 20 - walk * 0.001;
            double peak = random.nextInt(20_000) == 0 ? 4_000 : 0;
            points.add(now - (HOUR - i) * 1_000L / A_SECOND, FrameSource.FIRST + 500 * series.look() + Math.rint(walk + peak));
        }
    }

    /// The share of columns that say what a look at every point says.
    private static double peaks(ChartPicture picture, List<Series> all) {
        int right = 0;
        int columns = 0;
        for (Series series : all) {
            Columns drawn = picture.drawn(series).orElseThrow();
            Points points = series.points();
            double millis = picture.millisPerPixel();
            long first = Math.round(picture.drawnFrom() / millis);
            // the last columns may have got points since
            for (int i = 0; i < drawn.count() - 3; i++) {
                double least = Double.POSITIVE_INFINITY;
                double greatest = Double.NEGATIVE_INFINITY;
                int from = points.firstFrom(Columns.begin(first + i, millis));
                for (int p = from; p < points.size() && points.time(p) < Columns.begin(first + i + 1, millis); p++) {
                    least = Math.min(least, points.value(p));
                    greatest = Math.max(greatest, points.value(p));
                }
                if (from > 0 && least <= greatest) {
                    least = Math.min(least, points.value(from - 1));
                    greatest = Math.max(greatest, points.value(from - 1));
                }
                columns++;
                right += least > greatest || drawn.low(i) == least && drawn.high(i) == greatest ? 1 : 0;
            }
        }
        return (double) right / columns;
    }

    /// JavaFX's own chart of so many points as still lets it move, with the same changes.
    private static Pulses library() throws Exception {
        List<XYChart.Series<Number, Number>> lines = new ArrayList<>();
        Random random = new Random(1);
        NumberAxis time = new NumberAxis();
        time.setForceZeroInRange(false);
        Stage stage = fx(() -> {
            LineChart<Number, Number> chart = new LineChart<>(time, new NumberAxis());
            chart.setAnimated(false);
            chart.setCreateSymbols(false);
            for (int i = 0; i < SERIES; i++) {
                XYChart.Series<Number, Number> line = new XYChart.Series<>();
                List<XYChart.Data<Number, Number>> points = new ArrayList<>();
                for (int p = -BORNE; p < 0; p++) {
                    points.add(new XYChart.Data<>(p * 10, random.nextGaussian()));
                }
                line.getData().setAll(points);
                lines.add(line);
            }
            chart.getData().setAll(lines);
            return window(chart);
        });
        Pulses pulses = fx(() -> new Pulses().begin());
        long begun = System.nanoTime();
        for (int piece = 0; piece < 5 * A_SECOND; piece++) {
            int at = piece * 10;
            Platform.runLater(() -> lines.forEach(line -> {
                line.getData().removeFirst();
                line.getData().add(new XYChart.Data<>(at, random.nextGaussian()));
            }));
            rest((begun + (piece + 1) * 10_000_000L - System.nanoTime()) / 1e9);
        }
        fx(pulses::end);
        fx(() -> {
            stage.close();
            return true;
        });
        return pulses;
    }
}

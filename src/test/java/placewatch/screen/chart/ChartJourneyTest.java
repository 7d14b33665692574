package placewatch.screen.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.event.EventType;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import placewatch.bridge.Access;
import placewatch.bridge.Connection;
import placewatch.bridge.PulsePump;
import placewatch.control.QuickRobot;
import placewatch.control.RestingCarets;
import placewatch.control.Theme;
import placewatch.control.chart.ChartIds;
import placewatch.control.chart.ChartPicture;
import placewatch.model.series.ChartMark;
import placewatch.model.series.ChartTime.Range;
import placewatch.model.series.Columns;
import placewatch.model.series.ExecMark;
import placewatch.model.series.Points;
import placewatch.model.series.Series;
import placewatch.network.Route;
import placewatch.protocol.Credential;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.ServerAddress;
import placewatch.protocol.StatusKey;
import placewatch.settings.Charts;
import placewatch.settings.ChartsJson;
import placewatch.settings.Kept;
import placewatch.simulator.Role;
import placewatch.simulator.Simulator;
import placewatch.simulator.SimulatorOptions;
import placewatch.socket.SocketOptions;

/// Charts as those see them who look for why a room was warm.
class ChartJourneyTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// What a start before kept, as the disk would.
    private static final class Disk implements Kept<Charts> {
        private byte[] text = new ChartsJson().write(Charts.none());

        @Override
        public Charts latest() {
            return new ChartsJson().read(text);
        }

        @Override
        public void keep(Charts next) {
            text = new ChartsJson().write(next);
        }
    }

    @TempDir
    private Path folder;

    private final FxRobot robot = new QuickRobot(this::scene);
    private final Disk disk = new Disk();
    private final ObservableList<ExecMark> execs = FXCollections.observableArrayList();
    private Simulator simulator;
    private PulsePump pump;
    private Connection connection;
    private ChartModel model;
    private Stage stage;
    private ModuleAddress sensor;
    private ModuleAddress lab;

    @BeforeAll
    static void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        Theme.loadFonts();
    }

    @BeforeEach
    void start() throws TimeoutException {
        simulator = Simulator.start(SimulatorOptions.demo());
        sensor = new ModuleAddress(system("Boardroom 2.01"), "Environment", 1);
        lab = new ModuleAddress(system("Lab 3.08"), "Lab", 1);
        open();
    }

    private String system(String title) {
        return simulator.building().systems().stream().filter(system -> system.name().equals(title))
                .findFirst().orElseThrow().id();
    }

    private void open() throws TimeoutException {
        stage = FxToolkit.registerStage(Stage::new);
        fx(() -> {
            pump = new PulsePump();
            connection = new Connection("test", new Access(ServerAddress.parse(simulator.address().toString()),
                    new Credential.ApiKey(simulator.key(Role.SUPPORT)), Route.direct()), SocketOptions.standard(),
                    pump.inbox());
            connection.open();
            model = new ChartModel(connection, disk, execs);
            Theme.LIGHT.apply();
            StackPane root = new StackPane(
                    new ChartView(model, (_, ending, _) -> Optional.of(folder.resolve("saved." + ending))));
            root.getStyleClass().add("shell");
            Scene scene = new Scene(root, 980, 880);
            RestingCarets.in(scene);
            Theme.dress(scene);
            stage.setScene(scene);
            stage.setX(0);
            stage.setY(0);
            stage.show();
            return true;
        });
    }

    @AfterEach
    void end() {
        close();
        simulator.close();
    }

    private void close() {
        fx(() -> {
            model.close();
            pump.close();
            stage.getScene().getRoot().requestFocus();
            stage.close();
            return true;
        });
        connection.close();
    }

    private static <T> T fx(Callable<T> task) {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE.toMillis(), task);
    }

    private static void until(String what, Callable<Boolean> holds) {
        await(what).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(15)).atMost(PATIENCE).until(() -> fx(holds));
    }

    private <T extends Node> T see(String id) {
        until("#" + id, () -> stage.getScene().lookup("#" + id) != null && stage.getScene().lookup("#" + id).isVisible());
        @SuppressWarnings("unchecked")
        T node = fx(() -> (T) stage.getScene().lookup("#" + id));
        return node;
    }

    /// On the JavaFX thread.
    private String said(String id) {
        return ((Labeled) stage.getScene().lookup("#" + id)).getText();
    }

    private void click(String id) {
        Node node = see(id);
        robot.clickOn(node);
    }

    private Chart add(ModuleAddress module, String... names) {
        return fx(() -> {
            assertThat(model.add(List.of(names).stream().map(name -> new StatusKey(module, name)).toList())).isEmpty();
            return model.chosenProperty().get();
        });
    }

    private void untilDrawn(Chart chart) {
        ChartPicture picture = see(ChartView.PICTURE);
        until("all series to be drawn", () -> chart.series().stream().filter(series -> !series.isSwitch())
                .allMatch(series -> picture.drawn(series).filter(columns -> !columns.isEmpty()).isPresent())
                && chart.series().stream().allMatch(series -> series.points().size() > 0));
    }

    private boolean legendSays(StatusKey key, String words) {
        return stage.getScene().lookup("#" + ChartView.legend(key)).getAccessibleText().contains(words);
    }

    @Test
    void aChartIsReadStoppedZoomedAndGoesLiveAgain() {
        Chart chart = add(sensor, "temperature", "humidity");
        untilDrawn(chart);
        StatusKey temperature = new StatusKey(sensor, "temperature");
        until("the room's name and the value in the legend", () -> legendSays(temperature,
                "temperature of Environment_1 · Boardroom 2.01, ") && legendSays(temperature, " °C, live, shown"));
        click(ChartView.range(Range.MINUTE));
        assertThat(fx(() -> said(ChartView.PERIOD))).startsWith("live · ").contains(" · 1 min · ");

        ChartPicture picture = see(ChartView.PICTURE);
        robot.moveTo(picture);
        Node reading = see(ChartIds.READING);
        assertThat(fx(reading::getAccessibleText))
                .matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3}, temperature (unknown|.* °C), humidity (unknown|.* %)");
        double place = fx(reading::getLayoutX);
        robot.moveBy(7, 20);
        assertThat(fx(reading::getLayoutX)).isEqualTo(place);

        robot.scroll(2, VerticalDirection.UP);
        until("a closer look that stands still", () -> said(ChartView.PERIOD).startsWith("paused · ")
                && chart.time().shown().length() < 60_000);
        double end = fx(() -> chart.time().shown().to());
        robot.press(MouseButton.PRIMARY).moveBy(60, 0)
                .release(MouseButton.PRIMARY);
        until("an earlier time", () -> chart.time().shown().to() < end);
        double before = fx(() -> chart.time().shown().length());
        fx(() -> {
            // the headless robot's keys do not reach its mouse
            shift(picture, MouseEvent.MOUSE_PRESSED, 300);
            shift(picture, MouseEvent.MOUSE_DRAGGED, 380);
            shift(picture, MouseEvent.MOUSE_DRAGGED, 420);
            shift(picture, MouseEvent.MOUSE_RELEASED, 420);
            return true;
        });
        until("the chosen stretch alone", () -> chart.time().shown().length() < before / 2);
        robot.doubleClickOn(picture);
        until("live again", () -> chart.time().isLive());
        robot.push(KeyCode.SPACE);
        until("a pause", () -> !chart.time().isLive());
        robot.push(KeyCode.HOME);
        until("the beginning", () -> chart.series().stream().mapToLong(each -> each.points().firstTime()).min()
                .orElseThrow() == (long) chart.time().shown().from());
        click(ChartView.LIVE);
        until("live by the button", () -> chart.time().isLive());
    }

    private static void shift(Node node, EventType<MouseEvent> type, double x) {
        node.fireEvent(new MouseEvent(type, x, 100, x, 100, MouseButton.PRIMARY, 1, true, false, false, false, true,
                false, false, false, false, false, null));
    }

    @Test
    void everyChangeIsThereThoughNobodyLooksAndAPauseCostsNothing() {
        Chart chart = add(lab, "churn_0");
        Series churn = chart.series().getFirst();
        until("a connection", () -> connection.figures().bound() > 0);
        // a hundred changes a second, five seconds long, while another chart is on screen
        Chart other = fx(() -> {
            model.newChart();
            connection.exec(lab, "churn", List.of("1", "100", "5"), _ -> { });
            return model.chosenProperty().get();
        });
        until("500 changes", () -> churn.points().size() >= 500);
        assertThat(churn.recording().missed()).isZero();
        Points points = fx(() -> churn.points().copy());
        assertThat(IntStream.range(1, points.size()).allMatch(i -> points.value(i) == points.value(i - 1) + 1)).isTrue();

        fx(() -> {
            model.chosenProperty().set(chart);
            return true;
        });
        untilDrawn(chart);
        fx(() -> {
            chart.time().pause();
            connection.exec(lab, "churn", List.of("1", "100", "4"), _ -> { });
            return true;
        });
        ChartPicture picture = see(ChartView.PICTURE);
        until("the paused picture", () -> said(ChartView.PERIOD).startsWith("paused"));
        int some = fx(() -> churn.points().size());
        until("changes to come in", () -> churn.points().size() > some + 100);
        long paintings = fx(picture::paintings);
        until("more of them", () -> churn.points().size() > some + 250);
        assertThat(fx(picture::paintings)).isEqualTo(paintings);
        assertThat(other.series()).isEmpty();
    }

    @Test
    void aLostConnectionIsAGapThatIsMarkedAndIsInWhatIsSaved() throws IOException {
        Chart chart = add(sensor, "temperature", "humidity");
        add(lab, "flips");
        untilDrawn(chart);
        int port = simulator.address().getPort();
        simulator.close();
        StatusKey temperature = new StatusKey(sensor, "temperature");
        until("the value to be of the past", () -> legendSays(temperature, "last known"));
        Series series = chart.series().getFirst();
        until("the line to end", () -> !series.points().isKnown());
        simulator = Simulator.start(SimulatorOptions.demo().port(port));
        until("the line to go on", () -> series.points().isKnown());
        until("the mark", () -> model.marks(chart).stream()
                .anyMatch(mark -> mark.kind() == ChartMark.Kind.RECONNECTED));
        fx(() -> {
            execs.add(new ExecMark(connection.now(), sensor, "refresh()"));
            execs.add(new ExecMark(connection.now(), lab, "other()"));
            execs.add(new ExecMark(connection.now(), new ModuleAddress("sys-x", "Display", 1), "elsewhere()"));
            chart.time().choose(Range.MINUTE);
            return true;
        });
        assertThat(fx(() -> model.marks(chart)).stream().map(ChartMark::words))
                .containsExactly("reconnected", "refresh()", "other()");
        ChartPicture picture = see(ChartView.PICTURE);
        until("the gap in the drawn line", () -> picture.drawn(series).filter(ChartJourneyTest::isBroken).isPresent());

        click(ChartView.SAVE_PICTURE);
        until("the picture to be saved", () -> said(ChartView.SAID).startsWith("Saved as "));
        BufferedImage image = ImageIO.read(folder.resolve("saved.png").toFile());
        assertThat(image.getWidth()).isGreaterThan(600);
        // the line, in its colour of the light theme, and its form in the legend below
        int below = (int) fx(() -> picture.getBoundsInParent().getMaxY()).doubleValue();
        assertThat(coloured(image, 0, below)).isGreaterThan(10);
        assertThat(coloured(image, below, image.getHeight())).isGreaterThan(10);

        click(ChartView.SAVE_VALUES);
        until("the values to be saved", () -> said(ChartView.SAID).endsWith("saved.csv."));
        List<String> lines = Files.readAllLines(folder.resolve("saved.csv"));
        assertThat(lines.getFirst()).isEqualTo("time,value,variable,unit,module,system,system id");
        List<String[]> fields = lines.stream().skip(1).map(line -> line.split(",", -1)).toList();
        assertThat(fields).isSortedAccordingTo((a, b) -> OffsetDateTime.parse(a[0]).compareTo(OffsetDateTime.parse(b[0])));
        List<String[]> ours = fields.stream().filter(field -> field[2].equals("temperature")).toList();
        assertThat(ours).allMatch(field -> field[3].equals("°C") && field[4].equals("Environment_1")
                && field[5].equals("Boardroom 2.01"));
        assertThat(ours.stream().filter(field -> field[1].isEmpty())).hasSize(1);
        assertThat(ours.getLast()[1]).isEqualTo(series.recording().row().value().orElseThrow().json()
                .replaceFirst("\\.0$", ""));
    }

    private static long coloured(BufferedImage image, int from, int to) {
        return IntStream.range(from, to).flatMap(y -> IntStream.range(0, image.getWidth())
                .map(x -> image.getRGB(x, y) & 0xFFFFFF)).filter(colour -> colour == 0x0f6676).count();
    }

    private static boolean isBroken(Columns columns) {
        int first = 0;
        while (first < columns.count() && Double.isNaN(columns.high(first))) {
            first++;
        }
        int last = columns.count() - 1;
        while (last > first && Double.isNaN(columns.high(last))) {
            last--;
        }
        return IntStream.range(first, last).anyMatch(i -> Double.isNaN(columns.high(i)));
    }

    @Test
    void whatCannotBeDrawnIsRefusedInASentenceAndNothingIsTakenAwayForGood() {
        assertThat(fx(() -> model.add(new StatusKey(sensor, "no_such_thing_yet")))).isEmpty();
        Chart chart = fx(() -> model.chosenProperty().get());
        String[] seven = IntStream.range(0, 7).mapToObj(i -> "churn_" + i).toArray(String[]::new);
        add(lab, seven);
        assertThat(fx(() -> model.add(new StatusKey(lab, "beat")))).hasValueSatisfying(
                why -> assertThat(why).contains("8 series already").contains("beat was not added"));
        assertThat(chart.series().stream().map(Series::look)).doesNotHaveDuplicates();

        fx(() -> {
            model.newChart();
            return true;
        });
        Chart second = add(sensor, "temperature");
        untilDrawn(second);
        // the text is known to be one once somebody watches it
        fx(() -> connection.watch(connection.row(new StatusKey(sensor, "firmware"))));
        until("the text", () -> connection.row(new StatusKey(sensor, "firmware")).value().isPresent());
        assertThat(fx(() -> model.add(new StatusKey(sensor, "firmware")))).hasValueSatisfying(why ->
                assertThat(why).isEqualTo("firmware of Environment_1 is a text; a chart shows numbers and on or off."));

        Node line = see(ChartView.legend(new StatusKey(sensor, "temperature")));
        robot.clickOn(line);
        until("it hidden", () -> second.series().getFirst().isHidden());
        robot.push(KeyCode.SPACE);
        until("it shown", () -> !second.series().getFirst().isHidden());
        int points = fx(() -> second.series().getFirst().points().size());
        robot.push(KeyCode.DELETE);
        until("it gone", () -> second.series().isEmpty());
        click(ChartView.UNDO);
        until("it back with its points", () -> second.series().size() == 1
                && second.series().getFirst().points().size() >= points);
        click(ChartView.REMOVE);
        until("one chart", () -> model.charts().size() == 1);
        assertThat(fx(() -> said(ChartView.SAID))).isEqualTo("Chart “Chart 2” was removed.");
        click(ChartView.UNDO);
        until("two charts", () -> model.charts().size() == 2 && model.chosenProperty().get() == second);
    }

    @Test
    void chartsComeBackAfterARestart() throws TimeoutException {
        Chart chart = add(sensor, "temperature", "humidity");
        TextField name = see(ChartView.NAME);
        robot.clickOn(name);
        robot.push(KeyCode.SHORTCUT, KeyCode.A);
        robot.write("Air", 0).push(KeyCode.ENTER);
        until("the name", () -> chart.nameProperty().get().equals("Air"));
        click(ChartView.range(Range.HOUR));
        click(ChartView.legend(new StatusKey(sensor, "humidity")));
        until("humidity hidden", () -> chart.series().get(1).isHidden());
        fx(() -> {
            model.newChart();
            model.chosenProperty().set(chart);
            return true;
        });
        close();
        open();
        assertThat(fx(() -> model.charts().stream().map(each -> each.nameProperty().get()).toList()))
                .containsExactly("Air", "Chart 1");
        Chart again = fx(() -> model.chosenProperty().get());
        assertThat(again.nameProperty().get()).isEqualTo("Air");
        assertThat(again.time().rangeProperty().get()).isEqualTo(Range.HOUR);
        assertThat(again.series().stream().map(Series::isHidden)).containsExactly(false, true);
        until("new points", () -> again.series().stream().allMatch(series -> series.points().size() > 0));
        Label period = see(ChartView.PERIOD);
        assertThat(fx(period::getText)).contains("1 h 0 min");
    }

    private Scene scene() {
        return stage.getScene();
    }
}

package placewatch.screen.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import placewatch.control.Texts;
import placewatch.control.chart.ChartPicture;
import placewatch.control.chart.Shown;
import placewatch.model.series.TimeSpan;

/// A chart with its name and its legend: what a picture of it shows. It is painted as often as there is something new
/// to see, and no more.
final class ChartSheet extends VBox {

    private static final long OFTEN = 33_000_000;
    private static final long SELDOM = 250_000_000;
    /// So late a value may come in that is of the time shown.
    private static final long LATE_MILLIS = 500;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);

    private final ChartModel model;
    private final Chart chart;
    private final ChartPicture picture;
    private final ChartLegend legend;
    private final Label period = new Label();
    private final Label lost = new Label();
    private Subscription following = Subscription.EMPTY;
    private placewatch.protocol.Subscription later = () -> { };
    private boolean waiting;
    private long painted;
    private long paintedAt;

    ChartSheet(ChartModel model, Chart chart) {
        this.model = model;
        this.chart = chart;
        getStyleClass().add("chart-sheet");
        picture = new ChartPicture(this::shown, chart.time());
        picture.setId(ChartView.PICTURE);
        legend = new ChartLegend(model, chart);
        legend.setId(ChartView.LEGEND);
        VBox.setVgrow(picture, Priority.ALWAYS);
        getChildren().setAll(title(), picture, legend);
        following = chart.movedProperty().subscribe(this::moved)
                .and(chart.changedProperty().subscribe(this::changed))
                .and(chart.time().stillProperty().subscribe(_ -> words()))
                .and(chart.time().rangeProperty().subscribe(_ -> words()))
                .and(sceneProperty().subscribe(_ -> changed()));
        words();
    }

    private HBox title() {
        Label name = new Label();
        name.getStyleClass().add("pane-title");
        name.textProperty().bind(chart.nameProperty());
        name.setMinWidth(0);
        period.getStyleClass().add("muted");
        period.setId(ChartView.PERIOD);
        period.setMinWidth(Region.USE_PREF_SIZE);
        lost.getStyleClass().add("dropped");
        lost.setId(ChartView.LOST);
        lost.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox title = new HBox(12, name, period, gap, lost);
        title.getStyleClass().add("sheet-title");
        return title;
    }

    private Shown shown() {
        return new Shown(chart.series(), chart.time().shown(), model.now(), model.marks(chart),
                chart.linesProperty().get());
    }

    private void changed() {
        legend.fill();
        repaint();
    }

    /// Points came, or a second went by. No more often than a pixel fills.
    private void moved() {
        if (!picture.isOnScreen() || waiting) {
            return;
        }
        long rest = painted + Math.clamp((long) (picture.millisPerPixel() * 1e6), OFTEN, SELDOM) - System.nanoTime();
        if (rest <= 0) {
            update();
        } else {
            waiting = true;
            later = model.background().after(rest / 1_000_000 + 1, () -> {
                waiting = false;
                update();
            });
        }
    }

    private void update() {
        if (!picture.isOnScreen()) {
            return;
        }
        legend.refresh();
        TimeSpan still = chart.time().stillProperty().get();
        // what stands still and ended well before the last painting does not change any more
        if (still == null || still.to() + LATE_MILLIS >= paintedAt) {
            repaint();
        } else {
            painted = System.nanoTime();
        }
    }

    private void repaint() {
        painted = System.nanoTime();
        paintedAt = model.now().toEpochMilli();
        picture.invalidate();
        words();
    }

    private void words() {
        ZoneId zone = ZoneId.systemDefault();
        TimeSpan span = chart.time().shown();
        Instant from = Instant.ofEpochMilli((long) span.from());
        Instant to = Instant.ofEpochMilli((long) span.to());
        boolean exact = span.length() < 10_000;
        String begin = exact ? Texts.clock(from, zone) : Texts.timeOfDay(from, zone);
        String end = exact ? Texts.clock(to, zone) : Texts.timeOfDay(to, zone);
        String day = DAY.format(from.atZone(zone));
        String lastDay = DAY.format(to.atZone(zone));
        period.setText((chart.time().isLive() ? "live · " : "paused · ") + begin + " to "
                + (day.equals(lastDay) ? end + ", " + day : end + ", " + day + " to " + lastDay)
                + " · " + Texts.longSpan(Duration.ofMillis((long) span.length()))
                + " · local time, " + Texts.offset(zone, to));
        long missed = chart.missed();
        long gone = chart.gone();
        lost.setText((missed == 0 ? "" : Texts.count(missed, "value") + " not kept")
                + (missed > 0 && gone > 0 ? " · " : "")
                + (gone == 0 ? "" : "the oldest " + Texts.count(gone, "value") + " dropped"));
    }

    ChartPicture picture() {
        return picture;
    }

    /// As it is on screen.
    WritableImage image() {
        return snapshot(null, null);
    }

    /// Another is shown in its place.
    void end() {
        following.unsubscribe();
        picture.end();
        later.close();
    }
}

package placewatch.control.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import placewatch.control.Theme;
import placewatch.model.StatusRow;
import placewatch.model.series.ChartTime;
import placewatch.model.series.Recording;
import placewatch.model.series.Series;
import placewatch.model.series.TimeSpan;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.StatusKey;
import placewatch.settings.Charts;

/// What is really in the picture.
class ChartPictureTest {

    private static final long NOON = Instant.parse("2026-03-02T12:00:00Z").toEpochMilli();
    private static final long LENGTH = 600_000;

    private final List<Series> all = new ArrayList<>();
    private Stage stage;
    private ChartPicture picture;
    private Charts.Lines lines = Charts.Lines.STEPS;

    @BeforeAll
    static void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        Theme.loadFonts();
    }

    private static <T> T fx(Callable<T> task) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, task);
    }

    private Series series(String name) {
        Series made = new Series(new Recording(new StatusRow(
                new StatusKey(new ModuleAddress("s", "M", 1), name))), all.size());
        all.add(made);
        return made;
    }

    private void show(Theme theme) throws TimeoutException {
        stage = FxToolkit.registerStage(Stage::new);
        fx(() -> {
            theme.apply();
            ChartTime time = new ChartTime(() -> NOON + LENGTH, () -> NOON);
            picture = new ChartPicture(() -> new Shown(all, new TimeSpan(NOON, NOON + LENGTH),
                    Instant.ofEpochMilli(NOON + LENGTH), List.of(), lines), time);
            StackPane root = new StackPane(picture);
            root.getStyleClass().add("shell");
            Scene scene = new Scene(root, 900, 500);
            Theme.dress(scene);
            stage.setScene(scene);
            stage.show();
            return true;
        });
    }

    private WritableImage image() {
        return fx(() -> picture.snapshot(null, null));
    }

    private static long near(WritableImage image, Color colour, int x) {
        return places(image, colour, x).count();
    }

    private static IntStream places(WritableImage image, Color colour, int x) {
        return IntStream.range(0, (int) image.getHeight()).filter(y -> {
            Color there = image.getPixelReader().getColor(x, y);
            return Math.abs(there.getRed() - colour.getRed()) + Math.abs(there.getGreen() - colour.getGreen())
                    + Math.abs(there.getBlue() - colour.getBlue()) < 0.02;
        });
    }

    private Color colour(int look) {
        return (Color) fx(() -> picture.series(look));
    }

    @Test
    void oneValueAmongAHundredThousandIsSeen() throws TimeoutException {
        Series series = series("noise");
        for (int i = 0; i < 100_000; i++) {
            series.points().add(NOON + i * LENGTH / 100_000, i == 61_234 ? 1_000 : i % 3);
        }
        show(Theme.DARK);
        WritableImage image = image();
        Color blue = colour(0);
        long tallest = IntStream.range(0, (int) image.getWidth()).mapToLong(x -> near(image, blue, x)).max().orElseThrow();
        long usual = IntStream.range(200, 210).mapToLong(x -> near(image, blue, x)).max().orElseThrow();
        assertThat(tallest).isGreaterThan(400);
        assertThat(usual).isBetween(2L, 20L);
    }

    @ParameterizedTest
    @EnumSource(Charts.Lines.class)
    void nothingIsDrawnAcrossAGap(Charts.Lines way) throws TimeoutException {
        lines = way;
        Series series = series("level");
        series.points().add(NOON, 5);
        series.points().add(NOON + 100_000, 8);
        series.points().gap(NOON + 200_000);
        series.points().add(NOON + 400_000, 2);
        show(Theme.DARK);
        WritableImage image = image();
        Color blue = colour(0);
        double millis = fx(picture::millisPerPixel);
        int left = IntStream.range(0, 200).filter(x -> near(image, blue, x) > 0).findFirst().orElseThrow();
        for (int x = left + (int) (200_000 / millis) + 8; x < left + (int) (400_000 / millis) - 8; x++) {
            assertThat(near(image, blue, x)).as("at %d", x).isZero();
        }
        assertThat(near(image, blue, left + (int) (500_000 / millis))).isPositive();
        // what was known last holds until the gap
        assertThat(near(image, blue, left + (int) (190_000 / millis))).isPositive();
    }

    @Test
    void numbersAreJoinedStraightAlsoWithWhatLiesBeside() throws TimeoutException {
        Series level = series("level");
        level.points().add(NOON - 200_000, 0);
        level.points().add(NOON + 200_000, 10);
        level.points().add(NOON + 400_000, 10);
        level.points().add(NOON + 800_000, 0);
        lines = Charts.Lines.STRAIGHT;
        show(Theme.DARK);
        WritableImage image = image();
        Color blue = colour(0);
        double millis = fx(picture::millisPerPixel);
        int left = IntStream.range(0, 200).filter(x -> near(image, blue, x) > 0).findFirst().orElseThrow();
        double top = middle(image, blue, left + (int) (300_000 / millis));
        double atLeft = middle(image, blue, left + 1);
        double atRight = middle(image, blue, left + (int) (599_000 / millis));
        // half of the way up at the beginning, half of the way down at the end
        assertThat(atLeft).isEqualTo(atRight, within(3.0)).isGreaterThan(top + 100);
        assertThat(middle(image, blue, left + (int) (100_000 / millis))).isEqualTo((top + atLeft) / 2, within(3.0));
        assertThat(near(image, blue, left + (int) (100_000 / millis))).isLessThan(8);
    }

    private static double middle(WritableImage image, Color colour, int x) {
        return places(image, colour, x).average().orElseThrow();
    }

    @Test
    void itIsNotPaintedWhileNothingChanges() throws TimeoutException {
        series("level").points().add(NOON, 5);
        show(Theme.LIGHT);
        long before = fx(picture::paintings);
        for (int i = 0; i < 20; i++) {
            fx(() -> {
                stage.getScene().getRoot().requestLayout();
                stage.getScene().getRoot().layout();
                return true;
            });
        }
        assertThat(fx(picture::paintings)).isEqualTo(before);
        fx(() -> {
            picture.invalidate();
            stage.getScene().getRoot().layout();
            return true;
        });
        assertThat(fx(picture::paintings)).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyColourStandsOutFromTheGroundAndFromTheOthers(Theme theme) throws TimeoutException {
        series("level").points().add(NOON, 5);
        show(theme);
        Color ground = (Color) fx(picture::ground);
        assertThat(contrast((Color) fx(picture::words), ground)).isGreaterThan(4.5);
        for (int i = 0; i < 8; i++) {
            // what WCAG asks of the parts of a graph
            assertThat(contrast(colour(i), ground)).as("series %d", i + 1).isGreaterThan(3);
            for (int j = 0; j < i; j++) {
                for (Sight sight : Sight.values()) {
                    assertThat(sight.distance(colour(i), colour(j)))
                            .as("%s and %s, series %d and %d, %s", colour(i), colour(j), j + 1, i + 1, sight)
                            .isGreaterThan(sight == Sight.ALL ? 40 : 20);
                }
            }
        }
    }

    /// How people see colours: Machado, Oliveira and Fernandes, 2009, for those who lack one kind of cone.
    private enum Sight {
        ALL(1, 0, 0, 0, 1, 0, 0, 0, 1),
        NO_RED(0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998),
        NO_GREEN(0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881);

        private final double[] matrix;

        Sight(double... matrix) {
            this.matrix = matrix;
        }

        /// In CIE L*a*b*.
        double distance(Color a, Color b) {
            double[] one = lab(a);
            double[] other = lab(b);
            return Math.sqrt(IntStream.range(0, 3).mapToDouble(i -> Math.pow(one[i] - other[i], 2)).sum());
        }

        private double[] lab(Color colour) {
            double[] rgb = {linear(colour.getRed()), linear(colour.getGreen()), linear(colour.getBlue())};
            double[] seen = new double[3];
            for (int i = 0; i < 3; i++) {
                seen[i] = Math.clamp(matrix[3 * i] * rgb[0] + matrix[3 * i + 1] * rgb[1] + matrix[3 * i + 2] * rgb[2], 0, 1);
            }
            double x = f((0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.9505);
            double y = f(0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]);
            double z = f((0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.089);
            return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
        }

        private static double f(double t) {
            return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16.0 / 116;
        }
    }

    private static double contrast(Color a, Color b) {
        double more = Math.max(luminance(a), luminance(b));
        double less = Math.min(luminance(a), luminance(b));
        return (more + 0.05) / (less + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed()) + 0.7152 * linear(colour.getGreen()) + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}

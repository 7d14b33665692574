package placewatch.control;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;
import placewatch.model.Trace;

/// The last minutes of a variable: a line for numbers, a strip for booleans and short texts, nothing where nothing was
/// known. A bitmap that is painted anew only when it would look different: dozens of them are on screen while the
/// window repaints sixty times a second. Its colours come from the style sheet.
public final class TracePicture extends Region {

    private static final double HEIGHT = 22;
    private static final Font SMALL = Font.font("Inter", 10.5);
    private static final StyleablePropertyFactory<TracePicture> STYLES =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final CssMetaData<TracePicture, Paint> LINE =
            STYLES.createPaintCssMetaData("-pw-trace-line", picture -> picture.line, Color.BLUE, false);
    private static final CssMetaData<TracePicture, Paint> ON =
            STYLES.createPaintCssMetaData("-pw-trace-on", picture -> picture.on, Color.GREEN, false);
    private static final CssMetaData<TracePicture, Paint> OFF =
            STYLES.createPaintCssMetaData("-pw-trace-off", picture -> picture.off, Color.GRAY, false);
    private static final CssMetaData<TracePicture, Paint> WORDS =
            STYLES.createPaintCssMetaData("-pw-trace-words", picture -> picture.words, Color.GRAY, false);
    private static final List<CssMetaData<TracePicture, Paint>> TEXTS = IntStream.rangeClosed(1, Trace.TEXTS)
            .mapToObj(i -> STYLES.createPaintCssMetaData("-pw-trace-text-" + i,
                    picture -> picture.texts.get(i - 1), Color.BLUE, false)).toList();
    private static final List<CssMetaData<? extends Styleable, ?>> ALL = STYLES.getCssMetaData();

    private final SimpleStyleableObjectProperty<Paint> line =
            new SimpleStyleableObjectProperty<>(LINE, this, "line", Color.BLUE);
    private final SimpleStyleableObjectProperty<Paint> on =
            new SimpleStyleableObjectProperty<>(ON, this, "on", Color.GREEN);
    private final SimpleStyleableObjectProperty<Paint> off =
            new SimpleStyleableObjectProperty<>(OFF, this, "off", Color.GRAY);
    private final SimpleStyleableObjectProperty<Paint> words =
            new SimpleStyleableObjectProperty<>(WORDS, this, "words", Color.GRAY);
    private final List<SimpleStyleableObjectProperty<Paint>> texts = TEXTS.stream()
            .map(style -> new SimpleStyleableObjectProperty<Paint>(style, this, style.getProperty(), Color.BLUE))
            .toList();
    private final Canvas canvas = new Canvas(0, HEIGHT);
    private @Nullable Trace trace;
    private long painted = -1;

    public TracePicture() {
        getStyleClass().add("trace-picture");
        setMinSize(0, HEIGHT);
        setPrefSize(100, HEIGHT);
        setMouseTransparent(true);
        canvas.setManaged(false);
        getChildren().add(canvas);
        Stream.concat(Stream.of(line, on, off, words), texts.stream())
                .forEach(colour -> colour.addListener(_ -> paint()));
    }

    /// Shows a trace as it is at that moment, or nothing.
    ///
    /// @return whether anything was painted
    public boolean show(@Nullable Trace next, Instant now) {
        boolean same = next == trace;
        trace = next;
        if (next != null) {
            next.advance(now.getEpochSecond());
            if (same && painted == next.version()) {
                return false;
            }
        } else if (same) {
            return false;
        }
        paint();
        return true;
    }

    /// What the picture shows, for those who can't see it.
    public String words() {
        Trace shown = trace;
        if (shown == null) {
            return "";
        }
        return switch (shown.kind()) {
            case NOTHING -> "";
            case TEXT -> shown.lastTextChange();
            case BOOLEAN -> lowest(shown) == highest(shown) ? "unchanged" : "on and off";
            case NUMBER -> Double.isNaN(lowest(shown)) ? ""
                    : String.format(Locale.ROOT, "between %s and %s", number(lowest(shown)), number(highest(shown)));
        };
    }

    private static String number(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e9 ? Long.toString((long) number)
                : Float.toString((float) number);
    }

    private static double lowest(Trace trace) {
        return IntStream.range(0, Trace.SLOTS).mapToDouble(trace::low).filter(low -> !Double.isNaN(low))
                .min().orElse(Double.NaN);
    }

    private static double highest(Trace trace) {
        return IntStream.range(0, Trace.SLOTS).mapToDouble(trace::high).filter(high -> !Double.isNaN(high))
                .max().orElse(Double.NaN);
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        canvas.setLayoutY(Math.floor((getHeight() - HEIGHT) / 2));
        if (width != canvas.getWidth()) {
            canvas.setWidth(width);
            paint();
        }
    }

    private void paint() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), HEIGHT);
        Trace shown = trace;
        if (shown == null || canvas.getWidth() < 8) {
            painted = -1;
            return;
        }
        painted = shown.version();
        switch (shown.kind()) {
            case NOTHING -> { }
            case NUMBER -> paintNumbers(g, shown);
            case BOOLEAN -> paintBooleans(g, shown);
            case TEXT -> paintTexts(g, shown);
        }
    }

    private double x(int slot) {
        return slot * canvas.getWidth() / Trace.SLOTS;
    }

    private void paintNumbers(GraphicsContext g, Trace trace) {
        double low = lowest(trace);
        double high = highest(trace);
        if (Double.isNaN(low)) {
            return;
        }
        double span = high - low;
        g.setStroke(line.get());
        g.setLineWidth(1.5);
        g.beginPath();
        boolean drawing = false;
        double before = 0;
        for (int i = 0; i < Trace.SLOTS; i++) {
            if (Float.isNaN(trace.low(i))) {
                drawing = false;
                continue;
            }
            double x = x(i) + 0.75;
            // interrupted and nothing since: as it was last
            double last = y(Float.isNaN(trace.last(i)) ? trace.high(i) : trace.last(i), low, span);
            double top = y(trace.high(i), low, span);
            double bottom = y(trace.low(i), low, span);
            if (!drawing) {
                g.moveTo(x, last);
                drawing = true;
                before = last;
            }
            // what lies between the slot before and this one is passed anyway; only a peak needs a line of its own
            if (top < Math.min(before, last)) {
                g.lineTo(x, top);
            }
            if (bottom > Math.max(before, last)) {
                g.lineTo(x, bottom);
            }
            g.lineTo(x, last);
            before = last;
            if (trace.broken(i)) {
                g.lineTo(x + 0.5, last);
                drawing = false;
            } else if (i == Trace.SLOTS - 1 || Float.isNaN(trace.low(i + 1))) {
                g.lineTo(x(i + 1), last);
            }
        }
        g.stroke();
    }

    /// A value that never changed lies in the middle.
    private static double y(float value, double low, double span) {
        return span == 0 ? HEIGHT / 2 : 2 + (HEIGHT - 4) * (1 - (value - low) / span);
    }

    private void paintBooleans(GraphicsContext g, Trace trace) {
        for (int i = 0; i < Trace.SLOTS; i++) {
            if (Float.isNaN(trace.low(i))) {
                continue;
            }
            double from = Math.round(x(i));
            double width = Math.round(x(i + 1)) - from - (trace.broken(i) ? 1 : 0);
            g.setFill(off.get());
            g.fillRect(from, HEIGHT / 2 - 1.5 + 0.5, width, 3);
            if (trace.high(i) > 0) {
                g.setFill(on.get());
                // both within the slot: half as high
                double height = trace.low(i) > 0 ? 10 : 6;
                g.fillRect(from, HEIGHT / 2 - height / 2, width, height);
            }
        }
    }

    private void paintTexts(GraphicsContext g, Trace trace) {
        String change = trace.lastTextChange();
        boolean told = !change.isEmpty() && change.length() * 5.6 < canvas.getWidth();
        if (told) {
            g.setFont(SMALL);
            g.setFill(words.get());
            g.fillText(change, 0, 11.5);
        }
        double y = told ? HEIGHT - 6 : HEIGHT / 2 - 2;
        for (int i = 0; i < Trace.SLOTS; i++) {
            if (!Float.isNaN(trace.last(i)) || trace.broken(i) && !Float.isNaN(trace.low(i))) {
                double from = Math.round(x(i));
                g.setFill(texts.get((int) (Float.isNaN(trace.last(i)) ? trace.low(i) : trace.last(i))).get());
                g.fillRect(from, y, Math.round(x(i + 1)) - from - (trace.broken(i) ? 1 : 0), 4);
            }
        }
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return ALL;
    }
}

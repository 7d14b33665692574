package placewatch.control.chart;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;
import javafx.util.Subscription;
import placewatch.model.series.ChartTime;
import placewatch.model.series.Columns;
import placewatch.model.series.Series;

/// Series over time, on a bitmap that is painted only when told that something changed, and only while it is on screen.
/// The pointer and the keys move through time, and read all series at a moment. Its colours come from the style sheet.
/// JavaFX thread.
public final class ChartPicture extends ChartColours {

    private static final double LEAST_WIDTH = 200;
    private static final double LEAST_HEIGHT = 120;

    private final Supplier<Shown> source;
    private final Canvas canvas = new Canvas();
    private final Plot plot = new Plot();
    private final Pencil pencil = new Pencil(canvas.getGraphicsContext2D(), this, plot);
    private final Reading reading = new Reading(plot);
    private final Rectangle band = new Rectangle();
    private final Subscription following;
    private boolean dirty = true;
    private boolean painted;
    private long paintings;

    /// @param source what is to be shown, asked for each painting
    /// @param time   moved by the pointer and the keys
    public ChartPicture(Supplier<Shown> source, ChartTime time) {
        this.source = source;
        getStyleClass().add("chart-picture");
        setMinSize(LEAST_WIDTH, LEAST_HEIGHT);
        setFocusTraversable(true);
        canvas.setManaged(false);
        band.setManaged(false);
        band.setVisible(false);
        band.setMouseTransparent(true);
        band.getStyleClass().add("chart-band");
        getChildren().addAll(canvas, band);
        getChildren().addAll(reading.nodes());
        onColour(_ -> invalidate());
        following = time.stillProperty().subscribe(_ -> invalidate())
                .and(time.rangeProperty().subscribe(_ -> invalidate()));
        new Pointer(this, time, plot, reading, band);
        widthProperty().subscribe(_ -> invalidate());
        heightProperty().subscribe(_ -> invalidate());
        sceneProperty().subscribe(_ -> invalidate());
    }

    /// What is shown has changed: it is painted in the next pulse, if it is on screen.
    public void invalidate() {
        dirty = true;
        requestLayout();
    }

    /// Lets go of the time, which outlives it.
    public void end() {
        following.unsubscribe();
    }

    /// Whether it is visible in a window that is not put away.
    public boolean isOnScreen() {
        for (Node node = this; node != null; node = node.getParent()) {
            if (!node.isVisible()) {
                return false;
            }
        }
        return getScene() != null && getScene().getWindow() instanceof Stage stage && stage.isShowing()
                && !stage.isIconified();
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        if (width != canvas.getWidth() || height != canvas.getHeight()) {
            canvas.setWidth(width);
            canvas.setHeight(height);
        }
        if (dirty && getScene() != null && width >= LEAST_WIDTH && height >= LEAST_HEIGHT) {
            dirty = false;
            paint(source.get(), width, height);
        }
    }

    private void paint(Shown shown, double width, double height) {
        plot.arrange(shown, width, height);
        pencil.draw(shown, width, height);
        painted = true;
        paintings++;
        reading.refresh(shown);
    }

    /// How much time a pixel stands for, in milliseconds, as it was painted last.
    public double millisPerPixel() {
        return painted ? plot.millis() : 0;
    }

    /// How often it was painted.
    public long paintings() {
        return paintings;
    }

    /// What a series does in each pixel's column, as it was painted last; empty if it is not drawn.
    public Optional<Columns> drawn(Series series) {
        return plot.lines().stream().filter(line -> line.series() == series).findFirst().map(Plot.Line::columns);
    }

    /// When the first of the columns begins, in milliseconds since 1970, as it was painted last.
    public long drawnFrom() {
        return Columns.begin(plot.firstColumn(), plot.millis());
    }
}

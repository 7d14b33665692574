package placewatch.control.chart;

import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import placewatch.model.series.ChartTime;
import placewatch.model.series.TimeSpan;

/// The mouse and the keys over a chart: the wheel zooms where the mouse is, dragging moves, dragging with Shift chooses a
/// stretch, a double click follows the present moment again.
final class Pointer {

    private static final double WHEEL = 1.25;
    private static final double KEY = 1.5;
    private static final double NOTCH = 40;
    private static final double STILL = 3;

    private final ChartPicture picture;
    private final ChartTime time;
    private final Plot plot;
    private final Reading reading;
    private final Rectangle band;
    private @Nullable TimeSpan held;
    private double heldAt;
    private double heldMillis;
    private boolean moved;

    Pointer(ChartPicture picture, ChartTime time, Plot plot, Reading reading, Rectangle band) {
        this.picture = picture;
        this.time = time;
        this.plot = plot;
        this.reading = reading;
        this.band = band;
        picture.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        picture.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        picture.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        picture.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        picture.addEventHandler(MouseEvent.MOUSE_MOVED, this::move);
        picture.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> reading.leave());
        picture.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        picture.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void move(MouseEvent event) {
        if (plot.holds(event.getX(), event.getY())) {
            reading.at(event.getX());
        } else {
            reading.leave();
        }
    }

    private void press(MouseEvent event) {
        picture.requestFocus();
        if (event.getButton() == MouseButton.PRIMARY && plot.holds(event.getX(), event.getY())) {
            held = time.shown();
            heldAt = event.getX();
            heldMillis = plot.millis();
            moved = false;
            if (event.isShiftDown()) {
                band.setX(heldAt);
                band.setWidth(0);
                band.setY(plot.top());
                band.setHeight(plot.bottom() - plot.top());
                band.setVisible(true);
            }
            event.consume();
        }
    }

    private void drag(MouseEvent event) {
        TimeSpan span = held;
        if (span == null) {
            return;
        }
        double x = Math.clamp(event.getX(), plot.left(), plot.right());
        if (band.isVisible()) {
            band.setX(Math.min(x, heldAt));
            band.setWidth(Math.abs(x - heldAt));
        } else if (moved || Math.abs(event.getX() - heldAt) > STILL) {
            moved = true;
            picture.setCursor(Cursor.CLOSED_HAND);
            double by = (heldAt - event.getX()) * heldMillis;
            time.show(new TimeSpan(span.from() + by, span.to() + by));
            reading.at(x);
        }
        event.consume();
    }

    private void release(MouseEvent event) {
        if (held != null && band.isVisible() && band.getWidth() > STILL) {
            time.select(plot.timeAt(band.getX()), plot.timeAt(band.getX() + band.getWidth()));
        }
        band.setVisible(false);
        held = null;
        picture.setCursor(Cursor.DEFAULT);
    }

    private void click(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && !moved) {
            time.live();
            event.consume();
        }
    }

    private void scroll(ScrollEvent event) {
        if (!plot.holds(event.getX(), event.getY())) {
            return;
        }
        // with Shift the wheel turns sideways
        if (Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())) {
            time.move(-event.getDeltaX() * plot.millis());
        } else if (event.getDeltaY() != 0) {
            time.zoom(Math.pow(WHEEL, -event.getDeltaY() / NOTCH), plot.timeAt(event.getX()));
        }
        event.consume();
    }

    private void key(KeyEvent event) {
        if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return;
        }
        switch (event.getCode()) {
            case PLUS, EQUALS, ADD -> time.zoom(1 / KEY);
            case MINUS, SUBTRACT -> time.zoom(KEY);
            case LEFT -> {
                if (event.isShiftDown()) {
                    reading.step(-1);
                } else {
                    time.back();
                }
            }
            case RIGHT -> {
                if (event.isShiftDown()) {
                    reading.step(1);
                } else {
                    time.forth();
                }
            }
            case HOME -> time.begin();
            case END -> time.live();
            case SPACE -> time.pauseOrLive();
            case ESCAPE -> {
                if (!reading.isOn()) {
                    return;
                }
                reading.leave();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }
}

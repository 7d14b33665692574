package placewatch.screen.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import placewatch.control.Mark;
import placewatch.control.Texts;
import placewatch.model.ConnectionModel;
import placewatch.socket.SocketFigures;
import placewatch.socket.SocketState;

/// The line at the bottom: since when we are connected, what we hold on the server, and what was dropped.
final class StatusBar extends HBox {

    static final String BOUND = "status-bar-bound";

    private final ConnectionModel model;
    private final Label since = new Label();
    private final Label bound = new Label();
    private final Label streams = new Label();
    private final Label rate = new Label();
    private final Label dropped = new Label();
    private final Label unreadable = new Label();
    private final Label zone = new Label();
    private final Subscription shown;

    StatusBar(ConnectionModel model) {
        this.model = model;
        bound.setId(BOUND);
        getStyleClass().add("status-bar");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().setAll(since, bound, streams, rate, dropped, unreadable, gap, zone);
        shown = model.nowProperty().subscribe(_ -> show()).and(model.stateProperty().subscribe(_ -> show()));
    }

    /// To be left when the bar goes.
    Subscription shown() {
        return shown;
    }

    private void show() {
        Instant now = model.nowProperty().get();
        if (model.stateProperty().get() instanceof SocketState.Open(Instant opened)) {
            Mark.GOOD.on(since, "connected " + Texts.longSpan(Duration.between(opened, now)));
        } else {
            Mark.OLD.on(since, "not connected");
        }
        SocketFigures figures = model.figuresProperty().get();
        if (figures != null) {
            bound.setText(figures.bound() + " bound");
            streams.setText(Texts.count(figures.debugStreams(), "debug stream"));
            rate.setText(model.changesPerSecondProperty().get() + " changes/s");
            unreadable.setText(figures.unreadable() == 0 ? "" : Texts.count(figures.unreadable(), "frame")
                    + " not readable");
        }
        dropped.setText(model.droppedProperty().get() + " dropped");
        zone.setText("local time " + Texts.offset(ZoneId.systemDefault(), now));
    }
}

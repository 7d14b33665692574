package placewatch.screen.shell;

import atlantafx.base.controls.Popover;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import placewatch.bridge.Connection;
import placewatch.control.Command;
import placewatch.control.Mark;
import placewatch.control.Texts;
import placewatch.model.ConnectionModel;
import placewatch.socket.SocketFigures;
import placewatch.socket.SocketState;

/// The line at the bottom: since when we are connected, what we hold on the server, and what was dropped.
final class StatusBar extends HBox {

    static final String BOUND = "status-bar-bound";
    static final String UNREADABLE = "status-bar-unreadable";

    private final ConnectionModel model;
    private final Connection connection;
    private final Label since = new Label();
    private final Label bound = new Label();
    private final Label streams = new Label();
    private final Label rate = new Label();
    private final Label dropped = new Label();
    private final Hyperlink unreadable = new Hyperlink();
    private final Label zone = new Label();
    private final Subscription shown;

    StatusBar(Connection connection) {
        this.connection = connection;
        model = connection.model();
        bound.setId(BOUND);
        unreadable.setId(UNREADABLE);
        unreadable.setOnAction(_ -> showUnreadable());
        unreadable.visibleProperty().bind(unreadable.textProperty().isNotEmpty());
        unreadable.managedProperty().bind(unreadable.visibleProperty());
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

    /// What can be done here.
    List<Command> commands() {
        return List.of(Command.of("Connection", "Show the frames that could not be read", this::showUnreadable)
                .unless(unreadable.getText().isEmpty(), "All could be read."));
    }

    private void showUnreadable() {
        SetAsideView frames = new SetAsideView(connection.figures().unreadable(), connection.setAside());
        Popover popover = new Popover(frames);
        popover.setArrowLocation(Popover.ArrowLocation.BOTTOM_LEFT);
        popover.setHeaderAlwaysVisible(false);
        popover.setDetachable(false);
        popover.setAnimated(false);
        popover.show(unreadable);
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
            bound.setText(Texts.grouped(figures.bound()) + " bound");
            streams.setText(Texts.count(figures.debugStreams(), "debug stream"));
            rate.setText(Texts.grouped(model.changesPerSecondProperty().get()) + " changes/s");
            unreadable.setText(figures.unreadable() == 0 ? "" : Texts.count(figures.unreadable(), "frame")
                    + " not readable");
        }
        dropped.setText(Texts.grouped(model.droppedProperty().get()) + " dropped");
        zone.setText("local time " + Texts.offset(ZoneId.systemDefault(), now));
    }
}

package placewatch.screen.explore;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import placewatch.control.Mark;
import placewatch.rest.Module;

/// The chosen module: who it is, and its three panes on one screen.
final class ModuleView extends BorderPane {

    private final Label connected = new Label();
    private final Label running = new Label();

    ModuleView(ModuleModel model) {
        getStyleClass().add("module");
        Module module = model.row().module();
        Label title = new Label(model.address().slug());
        title.setId(ExploreView.MODULE_TITLE);
        title.getStyleClass().add("module-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        String where = module.uri().isBlank()
                ? module.ip() + (module.ip().isBlank() || module.port() == 0 ? "" : ":" + module.port()) : module.uri();
        Label about = new Label(Stream.of(module.driverName(), where).filter(text -> !text.isBlank())
                .collect(Collectors.joining(" · ")));
        about.getStyleClass().add("muted");
        about.setMinWidth(0);
        connected.getStyleClass().add("pill");
        connected.setMinWidth(Region.USE_PREF_SIZE);
        running.getStyleClass().add("pill");
        running.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label room = new Label(model.system().title());
        room.getStyleClass().add("muted");
        room.setMinWidth(0);
        HBox head = new HBox(10, title, about, connected, running, gap, room);
        head.getStyleClass().add("module-head");
        model.row().healthProperty().subscribe(this::health);

        SplitPane lower = new SplitPane(new ExecView(model.exec()), new LogView(model.log()));
        lower.setDividerPositions(0.46);
        SplitPane panes = new SplitPane(new StatusView(model.status()), lower);
        panes.setOrientation(Orientation.VERTICAL);
        panes.setDividerPositions(0.5);
        setTop(head);
        setCenter(panes);
    }

    private void health(ModuleRow.Health health) {
        boolean logic = health.condition() == ModuleRow.Condition.LOGIC;
        boolean stopped = health.condition() == ModuleRow.Condition.STOPPED;
        connected.setVisible(!logic && !stopped);
        connected.setManaged(!logic && !stopped);
        connected.getStyleClass().removeAll("pill-good", "pill-trouble");
        if (health.condition() == ModuleRow.Condition.OFFLINE) {
            connected.getStyleClass().add("pill-trouble");
            Mark.TROUBLE.on(connected, "offline");
        } else {
            connected.getStyleClass().add("pill-good");
            Mark.GOOD.on(connected, "connected");
        }
        running.setText(stopped ? "■ stopped" : "running");
    }
}

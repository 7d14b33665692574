package placewatch.screen.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import placewatch.control.ActionButton;
import placewatch.control.Command;
import placewatch.control.Confirmation;
import placewatch.control.Copied;
import placewatch.control.Dividers;
import placewatch.control.Icons;
import placewatch.control.Mark;
import placewatch.control.takeaway.Carrier;
import placewatch.rest.Module;
import placewatch.settings.Kept;
import placewatch.settings.TableLayout;

/// The chosen module: who it is, and its three panes on one screen.
final class ModuleView extends BorderPane {

    private final ModuleModel model;
    private final ExecView exec;
    private final LogView log;
    private final StackPane statusPlace = new StackPane();
    private final Confirmation confirmation;
    private final Carrier carrier;

    /// Held here, as in [ActionButton]: without it a collection at the wrong moment leaves the head untrue for good.
    private final BooleanBinding onScreen = sceneProperty().isNotNull();
    private final Label connected = new Label();
    private final Label running = new Label();

    /// @param confirmation asks before a stop
    /// @param dividers     where the panes' dividers stand
    /// @param carrier      takes tables out of the program
    /// @param browser      opens an address outside of this window
    /// @param layout       how the status table is arranged
    ModuleView(ModuleModel model, Confirmation confirmation, Carrier carrier, Dividers dividers,
            Consumer<String> browser, Kept<TableLayout> layout) {
        this.model = model;
        this.carrier = carrier;
        this.confirmation = confirmation;
        getStyleClass().add("module");
        connected.getStyleClass().add("pill");
        connected.setMinWidth(Region.USE_PREF_SIZE);
        running.getStyleClass().add("pill");
        running.setMinWidth(Region.USE_PREF_SIZE);
        StackPane headPlace = new StackPane();
        // the row outlives this view, and another one takes its place when the module moves
        model.rowProperty().when(onScreen).subscribe(row -> headPlace.getChildren().setAll(head(row)));
        model.rowProperty().flatMap(ModuleRow::healthProperty).when(onScreen).subscribe(_ -> health());

        exec = new ExecView(model.exec(), new CallsView(model.exec().calls(), confirmation, carrier, browser));
        log = new LogView(model.log(), model.system().title(), carrier);
        SplitPane lower = new SplitPane(exec, log);
        dividers.of(lower, "exec-log", 0.46);
        model.statusProperty().when(onScreen).subscribe(status -> {
            statusPlace.getChildren().setAll(status != null
                    ? new StatusView(status, model.elsewhere(), model.system().title(), carrier, dividers,
                            layout)
                    : new LastValuesView(model.lastValues().orElseThrow(), model.system().title(), carrier));
            health();
        });
        SplitPane panes = new SplitPane(statusPlace, lower);
        panes.setOrientation(Orientation.VERTICAL);
        dividers.of(panes, "module", 0.5);
        setTop(new VBox(headPlace, new OutcomeLine(model.actions())));
        setCenter(panes);
        // below, as it comes unasked: nothing may move away under the mouse
        setBottom(new HappenedLine(model));
    }

    private HBox head(ModuleRow row) {
        Module module = row.module();
        Label title = new Label(row.address().slug());
        title.setId(ExploreView.MODULE_TITLE);
        title.getStyleClass().add("module-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        String where = module.uri().isBlank()
                ? module.ip() + (module.ip().isBlank() || module.port() == 0 ? "" : ":" + module.port()) : module.uri();
        Label about = new Label(Stream.of(module.driverName(), where).filter(text -> !text.isBlank())
                .collect(Collectors.joining(" · ")));
        about.getStyleClass().add("muted");
        about.setMinWidth(0);
        about.setTooltip(new Tooltip(about.getText()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(10, title, about, connected, running, gap, ping(row), start(row), stop(row));
        head.getStyleClass().add("module-head");
        return head;
    }

    /// What can be done with the module and in its panes.
    List<Command> commands() {
        String group = "Module";
        ModuleRow row = model.rowProperty().get();
        boolean runs = row.module().running();
        List<Command> all = new ArrayList<>();
        all.add(Command.of(group, "Ping what " + slug() + " talks to",
                () -> model.actions().ping(model.id(), slug())).unless(pingBarrier(row.module())));
        if (runs) {
            all.add(Command.of(group, "Stop " + slug() + "…", this::askToStop)
                    .unless(model.actions().barrierProperty()));
        } else {
            all.add(Command.of(group, "Start " + slug(), () -> model.actions().start(model.id(), slug()))
                    .unless(model.actions().barrierProperty()));
        }
        model.lastValues().ifPresent(values -> all.add(Command.of(group, "Copy the values of " + slug()
                + " from before it moved", () -> Copied.text(values.tabSeparated()))));
        all.add(Command.of(group, "Put the messages about " + slug() + " away", () -> {
            model.actions().forget();
            model.forget();
        }).unless(model.actions().outcomeProperty().get().isEmpty() && model.happenedProperty().get().isEmpty(),
                "There is none."));
        if (statusPlace.getChildren().getFirst() instanceof StatusView status) {
            all.addAll(status.commands());
        }
        all.addAll(exec.commands());
        all.addAll(log.commands());
        return all;
    }

    private ObservableValue<String> pingBarrier(Module module) {
        return module.kind() == Module.Kind.LOGIC
                ? new SimpleStringProperty("A logic module talks to no device, so there is nothing to ping.")
                : model.actions().barrierProperty();
    }

    private ActionButton ping(ModuleRow row) {
        Module module = row.module();
        return new ActionButton(ExploreView.MODULE_PING, "Ping", Icons.icon(Feather.RADIO),
                "Ping what " + slug() + " talks to", pingBarrier(module),
                () -> model.actions().ping(module.id(), slug()));
    }

    private ActionButton start(ModuleRow row) {
        ActionButton button = new ActionButton(ExploreView.MODULE_START, "Start", Icons.icon(Feather.PLAY),
                "Start " + slug(), model.actions().barrierProperty(),
                () -> model.actions().start(row.module().id(), slug()));
        return shown(row, button, false);
    }

    private ActionButton stop(ModuleRow row) {
        ActionButton button = new ActionButton(ExploreView.MODULE_STOP, "Stop…", Icons.icon(Feather.SQUARE),
                "Stop " + slug(), model.actions().barrierProperty(), this::askToStop);
        return shown(row, button, true);
    }

    private ActionButton shown(ModuleRow row, ActionButton button, boolean whileRunning) {
        button.managedProperty().bind(button.visibleProperty());
        row.moduleProperty().when(onScreen)
                .subscribe(module -> button.setVisible(module.running() == whileRunning));
        return button;
    }

    private void askToStop() {
        confirmation.ask("Stop " + slug() + " in " + model.system().title() + "?",
                "It lets go of its device and answers no calls until it is started again, here and in every other "
                        + "system that uses it. Its values stay as they are now.",
                "Stop " + slug(), () -> model.actions().stop(model.id(), slug()));
    }

    private String slug() {
        return model.address().slug();
    }

    /// A module's health in a word; without a connection, how it was.
    static String words(ModuleRow.Health health) {
        String word = switch (health.condition()) {
            case CONNECTED -> "connected";
            case OFFLINE -> "offline";
            case STOPPED -> "stopped";
            case LOGIC -> "logic";
        };
        return health.current() || health.condition() == ModuleRow.Condition.LOGIC ? word : "was " + word;
    }

    static Mark mark(ModuleRow.Health health) {
        if (!health.current()) {
            return Mark.OLD;
        }
        return switch (health.condition()) {
            case CONNECTED, LOGIC -> Mark.GOOD;
            case OFFLINE -> Mark.TROUBLE;
            case STOPPED -> Mark.STOPPED;
        };
    }

    private void health() {
        connected.getStyleClass().removeAll("pill-good", "pill-trouble");
        if (model.statusProperty().get() == null) {
            show(connected, true);
            Mark.OLD.on(connected, "removed from this system");
            show(running, false);
            return;
        }
        ModuleRow.Health health = model.rowProperty().get().healthProperty().get();
        boolean device = health.condition() == ModuleRow.Condition.CONNECTED
                || health.condition() == ModuleRow.Condition.OFFLINE;
        show(connected, device);
        if (health.current()) {
            connected.getStyleClass().add(
                    health.condition() == ModuleRow.Condition.OFFLINE ? "pill-trouble" : "pill-good");
        }
        mark(health).on(connected, words(health));
        show(running, true);
        String was = health.current() ? "" : "was ";
        running.setText(health.condition() == ModuleRow.Condition.STOPPED ? "■ " + was + "stopped" : was + "running");
    }

    private static void show(Label pill, boolean shown) {
        pill.setVisible(shown);
        pill.setManaged(shown);
    }
}

package placewatch.screen.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import placewatch.control.Command;
import placewatch.control.Mark;
import placewatch.control.Texts;
import placewatch.control.log.ConsolePane;
import placewatch.control.log.LogLook;
import placewatch.control.takeaway.Carrier;
import placewatch.control.takeaway.LogTakeaway;
import placewatch.log.FilterHints;
import placewatch.model.log.LogStream;
import placewatch.socket.DebugPhase;

/// The module's debug lines. Follows the end until the reader scrolls up, and again from the end on.
final class LogView extends BorderPane {

    private final LogModel model;
    private final LogStream stream;
    private final ConsolePane pane;
    private final Label state = new Label();

    /// Held here: without it a collection at the wrong moment leaves the head untrue for good.
    private final BooleanBinding onScreen = sceneProperty().isNotNull();

    /// @param system what the module's system is called
    LogView(LogModel model, String system, Carrier carrier) {
        this.model = model;
        stream = model.stream();
        getStyleClass().add("log");
        setMinWidth(300);
        pane = new ConsolePane(ExploreView.LOG, model.console(),
                new LogLook(LogLook.Modules.LEFT_OUT, _ -> Optional.empty(), model::link),
                () -> new FilterHints(List.of(), List.of(), List.of()), model.background(),
                new LogTakeaway(ExploreView.LOG, model.console(), carrier, () -> List.of(system, model.slug(), "log")));
        pane.sheet().placeholder().textProperty().bind(Bindings.createStringBinding(this::emptyWords,
                stream.onProperty(), stream.goneProperty(), model.console().filterProperty()));
        HBox line = new HBox(6, pane.filter(), pane.pause());
        HBox.setHgrow(pane.filter(), Priority.ALWAYS);
        line.getStyleClass().add("console-tools");
        setTop(new VBox(head(), line));
        setCenter(pane);
    }

    private String emptyWords() {
        if (!model.console().filterProperty().get().isEmpty()) {
            return "No line here has what the filter asks for.";
        }
        if (stream.goneProperty().get()) {
            return "The module is not in this system any more.";
        }
        return stream.onProperty().get() ? "Waiting for the module to write something…"
                : "Debug is off. “Start debug” lowers this driver's log level and shows what it writes.";
    }

    /// What can be done with the log.
    List<Command> commands() {
        String group = "Log";
        List<Command> all = new ArrayList<>(List.of(
                Command.of(group, (stream.onProperty().get() ? "Stop debugging " : "Start debugging ") + model.slug(),
                        this::turnDebug).key("Shortcut+D")
                        .unless(stream.goneProperty().get(), "The module is not in this system any more."),
                Command.of(group, "Read the log", pane.sheet()::requestFocus).key("Shortcut+Shift+D")));
        all.addAll(pane.commands(group));
        return all;
    }

    private void turnDebug() {
        if (stream.onProperty().get()) {
            model.stop();
        } else {
            model.start();
        }
    }

    private HBox head() {
        Label title = new Label("Log");
        title.getStyleClass().add("pane-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        state.setId(ExploreView.LOG_STATE);
        state.getStyleClass().add("pill");
        state.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button debug = new Button();
        debug.setId(ExploreView.LOG_DEBUG);
        debug.setTooltip(new Tooltip("Starts or stops this module's debug stream"));
        debug.getStyleClass().add("small");
        debug.setMinWidth(Region.USE_PREF_SIZE);
        debug.textProperty().bind(stream.onProperty().map(on -> on ? "Stop" : "Start debug"));
        debug.disableProperty().bind(stream.goneProperty());
        debug.setOnAction(_ -> turnDebug());
        // the stream outlives this view
        stream.onProperty().when(onScreen).subscribe(_ -> state());
        stream.phaseProperty().when(onScreen).subscribe(_ -> state());
        HBox head = new HBox(6, title, state, gap, pane.follow(), pane.clear(ExploreView.LOG), debug);
        head.getStyleClass().add("pane-head");
        return head;
    }

    private void state() {
        boolean on = stream.onProperty().get();
        state.setVisible(on);
        state.setManaged(on);
        DebugPhase phase = stream.phaseProperty().get();
        state.getStyleClass().removeAll("pill-good", "pill-trouble");
        switch (phase) {
            case DebugPhase.Streaming() -> {
                state.getStyleClass().add("pill-good");
                Mark.GOOD.on(state, Texts.debug(phase));
            }
            case DebugPhase.Asking() -> Mark.WAITING.on(state, Texts.debug(phase));
            case DebugPhase.Disconnected() -> Mark.OLD.on(state, Texts.debug(phase));
            case DebugPhase.Refused(var _), DebugPhase.Unanswered(var _) -> {
                state.getStyleClass().add("pill-trouble");
                Mark.TROUBLE.on(state, Texts.debug(phase));
            }
        }
    }

    /// The module is not looked at any more.
    void close() {
        pane.close();
    }
}

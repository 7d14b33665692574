package placewatch.screen.logs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import placewatch.control.Hint;
import placewatch.control.Icons;
import placewatch.control.Mark;
import placewatch.control.Texts;
import placewatch.log.Severity;
import placewatch.model.log.LogStream;
import placewatch.socket.DebugPhase;

/// One stream of the list: whose it is, how it stands, what it brought, and what can be done with it.
final class StreamCell extends ListCell<LogStream> {

    /// A button whose words change.
    private record Act(Button button, Hint hint) {

        static Act of() {
            Button button = new Button();
            button.getStyleClass().addAll("flat", "small", "icon-button");
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setFocusTraversable(false);
            return new Act(button, new Hint(button));
        }

        void say(Feather icon, String words) {
            button.setGraphic(Icons.icon(icon));
            button.setAccessibleText(words);
            hint.say(words);
        }
    }

    private final Label name = new Label();
    private final Label state = new Label();
    private final Label system = new Label();
    private final Label counts = new Label();
    private final Label troubles = new Label();
    private final Act mute = Act.of();
    private final Act turn = Act.of();
    private final Act away = Act.of();
    private final VBox box;
    private Subscription shown = Subscription.EMPTY;

    StreamCell(LogsModel model) {
        name.getStyleClass().addAll("mono", "stream-name");
        name.setMinWidth(0);
        state.getStyleClass().add("stream-state");
        state.setMinWidth(Region.USE_PREF_SIZE);
        for (Label small : List.of(system, counts)) {
            small.getStyleClass().addAll("muted", "stream-small");
            small.setMinWidth(0);
        }
        troubles.getStyleClass().addAll("stream-small", "trouble");
        troubles.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        mute.button.setOnAction(_ -> act(stream -> stream.mutedProperty().set(!stream.mutedProperty().get())));
        turn.button.setOnAction(_ -> act(stream -> {
            if (stream.onProperty().get()) {
                model.stop(stream);
            } else {
                model.start(stream);
            }
        }));
        away.button.setOnAction(_ -> act(model::putAway));
        HBox first = new HBox(2, name, gap, mute.button, turn.button, away.button);
        first.getStyleClass().add("stream-line");
        HBox third = new HBox(8, counts, troubles);
        box = new VBox(first, new HBox(6, state, system), third);
        box.getStyleClass().add("stream-cell");
    }

    private void act(Consumer<LogStream> action) {
        LogStream stream = getItem();
        if (stream != null) {
            action.accept(stream);
        }
    }

    @Override
    protected void updateItem(@Nullable LogStream stream, boolean empty) {
        super.updateItem(stream, empty);
        shown.unsubscribe();
        shown = Subscription.EMPTY;
        if (empty || stream == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        name.getStyleClass().setAll("label", "mono", "stream-name", "stream-colour-" + (stream.place() % 8 + 1));
        system.setText(stream.systemName());
        setGraphic(box);
        // the stream outlives the cell's look at it
        shown = stream.addressProperty().subscribe(_ -> show(stream))
                .and(stream.phaseProperty().subscribe(_ -> show(stream)))
                .and(stream.onProperty().subscribe(_ -> show(stream)))
                .and(stream.goneProperty().subscribe(_ -> show(stream)))
                .and(stream.mutedProperty().subscribe(_ -> show(stream)))
                .and(stream.totalProperty().subscribe(_ -> count(stream)))
                .and(stream.rateProperty().subscribe(_ -> count(stream)));
    }

    private void show(LogStream stream) {
        String slug = stream.addressProperty().get().slug();
        boolean on = stream.onProperty().get();
        boolean muted = stream.mutedProperty().get();
        name.setText(slug);
        DebugPhase phase = stream.phaseProperty().get();
        if (stream.goneProperty().get()) {
            Mark.TROUBLE.on(state, "removed");
        } else if (!on) {
            Mark.STOPPED.on(state, "off");
        } else {
            (switch (phase) {
                case DebugPhase.Streaming() -> Mark.GOOD;
                case DebugPhase.Asking() -> Mark.WAITING;
                case DebugPhase.Disconnected() -> Mark.OLD;
                case DebugPhase.Refused(var _), DebugPhase.Unanswered(var _) -> Mark.TROUBLE;
            }).on(state, muted ? "hidden" : Texts.debug(phase));
        }
        mute.say(muted ? Feather.VOLUME_X : Feather.VOLUME_2,
                muted ? "Show the lines of " + slug + " again (H)" : "Hide the lines of " + slug + "; they are kept (H)");
        turn.say(on ? Feather.SQUARE : Feather.PLAY, (on ? "Stop debugging " : "Start debugging ") + slug + " (space)");
        away.say(Feather.X, "Stop debugging " + slug + " and take it off the list (Del)");
        turn.button.setDisable(stream.goneProperty().get());
        setOpacity(muted ? 0.65 : 1);
        setAccessibleText(slug + " in " + stream.systemName() + ", " + state.getText() + ", " + counts.getText());
    }

    private void count(LogStream stream) {
        counts.setText(Texts.grouped(stream.rateProperty().get()) + "/s · "
                + Texts.count(stream.totalProperty().get(), "line"));
        List<String> grave = new ArrayList<>();
        for (Severity severity : List.of(Severity.FATAL, Severity.ERROR, Severity.WARN)) {
            long count = stream.count(severity);
            if (count > 0) {
                grave.add(severity.letter() + " " + Texts.grouped(count));
            }
        }
        troubles.setText(String.join("  ", grave));
    }
}

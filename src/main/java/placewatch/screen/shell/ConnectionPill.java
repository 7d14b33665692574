package placewatch.screen.shell;

import java.time.Instant;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import placewatch.bridge.Connection;
import placewatch.control.Hint;
import placewatch.control.Mark;
import placewatch.control.Texts;
import placewatch.model.ConnectionModel;
import placewatch.protocol.Failure;
import placewatch.socket.SocketFigures;
import placewatch.socket.SocketState;

/// How the connection stands, in a few words and with the reason behind them; trying again is one click away.
final class ConnectionPill extends HBox {

    private final ConnectionModel model;
    private final ObservableValue<String> waiting;
    private final Label words = new Label();
    private final Label why = new Label();
    private final Hyperlink retry = new Hyperlink("Retry now");
    private final Hint detail = new Hint(why);
    private final Subscription shown;

    /// Where the cursor was before it came to *Retry now*.
    private @Nullable Node before;

    /// @param waiting what has to happen before the server can be called; empty for nothing
    ConnectionPill(Connection connection, ObservableValue<String> waiting) {
        model = connection.model();
        this.waiting = waiting;
        words.setId(ShellView.STATE);
        words.getStyleClass().add("pill");
        words.setMinWidth(USE_PREF_SIZE);
        why.getStyleClass().add("muted");
        why.setMinWidth(0);
        retry.setId(ShellView.RETRY);
        retry.setOnAction(_ -> connection.retryNow());
        retry.setMinWidth(USE_PREF_SIZE);
        getStyleClass().add("connection-pill");
        getChildren().setAll(words, why, retry);
        shown = model.stateProperty().subscribe(_ -> show()).and(model.nowProperty().subscribe(_ -> show()))
                .and(waiting.subscribe(_ -> show()))
                .and(sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe((was, now) -> {
                    if (now == retry) {
                        before = was;
                    }
                }));
    }

    /// To be left when the pill goes.
    Subscription shown() {
        return shown;
    }

    private void show() {
        SocketState state = model.stateProperty().get();
        Instant now = model.nowProperty().get();
        words.getStyleClass().removeAll("pill-good", "pill-trouble");
        String text = Texts.state(state, model.name(), now);
        switch (state) {
            case SocketState.Open(var _) -> {
                words.getStyleClass().add("pill-good");
                Mark.GOOD.on(words, text + roundTrip(model.figuresProperty().get()));
                why(null, false);
            }
            case SocketState.Waiting(var _, var _, Failure failure) -> {
                words.getStyleClass().add("pill-trouble");
                Mark.TROUBLE.on(words, text);
                why(failure, true);
            }
            case SocketState.Refused(Failure failure) -> {
                words.getStyleClass().add("pill-trouble");
                Mark.TROUBLE.on(words, text);
                why(failure, true);
            }
            case SocketState.Idle() -> {
                Mark.WAITING.on(words, waiting.getValue().isEmpty() ? text : waiting.getValue());
                why(null, false);
            }
            case SocketState.Connecting(var _), SocketState.Closed() -> {
                Mark.WAITING.on(words, text);
                why(null, false);
            }
        }
    }

    private static String roundTrip(@Nullable SocketFigures figures) {
        return figures == null ? "" : figures.roundTrip().map(time -> " · " + Texts.took(time)).orElse("");
    }

    private void why(@Nullable Failure failure, boolean canRetry) {
        why.setText(failure == null ? "" : Texts.lineFailure(failure));
        String details = failure == null ? "" : Texts.failureDetail(failure);
        // the sentence too: it may be cut
        detail.say(details.isEmpty() ? why.getText() : why.getText() + "\n" + details);
        Node back = before;
        if (!canRetry && retry.isFocused() && back != null && back.getScene() == getScene()) {
            // what vanishes would hand the cursor to whatever comes next, where Enter does something else
            back.requestFocus();
        }
        retry.setVisible(canRetry);
        retry.setManaged(canRetry);
    }
}

package placewatch.screen.explore;

import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import placewatch.bridge.Connection;
import placewatch.protocol.Subscription;
import placewatch.socket.ExecResult;

/// Calls of the chosen module: the form of the next one, and what those that were made returned.
final class ExecModel implements AutoCloseable {

    private static final int KEPT_RUNS = 50;

    private final Connection connection;
    private final FormModel form;
    private final BiConsumer<Instant, String> onRun;
    private final Consumer<String> onNotSent;
    private final ObservableList<ExecRun> runs = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Instant> now;
    private final Subscription ticking;

    /// @param form      of the next call; closed with this
    /// @param onRun     told of each call right before it is sent: when, and the call as a line
    /// @param onNotSent told of each of them that could not be sent
    ExecModel(Connection connection, FormModel form, BiConsumer<Instant, String> onRun, Consumer<String> onNotSent) {
        this.connection = connection;
        this.onRun = onRun;
        this.onNotSent = onNotSent;
        this.form = form;
        now = new ReadOnlyObjectWrapper<>(connection.now());
        ticking = connection.eachSecond(now::set);
    }

    /// What the next call will be.
    FormModel form() {
        return form;
    }

    /// Sends the call, once. Does nothing while the form has a problem.
    void run() {
        form.call().ifPresent(this::send);
    }

    private void send(FormModel.Call call) {
        String arguments = String.join(", ", call.arguments());
        ExecRun run = new ExecRun(call.function(), arguments, connection.now());
        runs.addFirst(run);
        if (runs.size() > KEPT_RUNS) {
            runs.remove(KEPT_RUNS, runs.size());
        }
        String line = run.function() + "(" + arguments + ")";
        onRun.accept(run.startedAt(), line);
        connection.exec(form.addressProperty().get(), run.function(), call.arguments(), result -> {
            run.result(result);
            if (result instanceof ExecResult.NotSent) {
                onNotSent.accept(line);
            }
            form.preview();
        });
    }

    /// Calls made from here, the latest first.
    ObservableList<ExecRun> runs() {
        return runs;
    }

    /// Moves once a second.
    ReadOnlyObjectProperty<Instant> nowProperty() {
        return now.getReadOnlyProperty();
    }

    @Override
    public void close() {
        ticking.close();
        form.close();
    }
}

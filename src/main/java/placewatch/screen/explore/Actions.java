package placewatch.screen.explore;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import placewatch.bridge.Connection;
import placewatch.control.Texts;
import placewatch.protocol.Failure;
import placewatch.protocol.Subscription;
import placewatch.rest.ApiResult;
import placewatch.rest.CurrentUser;
import placewatch.rest.Done;
import placewatch.rest.PingResult;

/// Start, stop and ping, each only on a click: whether the key allows them, and what came of the latest.
final class Actions implements AutoCloseable {

    private final Connection connection;
    private final Runnable lookAgain;
    private final ReadOnlyStringWrapper barrier = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper outcome = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final Subscription keys;
    private String barred = "";
    private boolean closed;

    /// @param lookAgain looks how the modules are now
    Actions(Connection connection, Runnable lookAgain) {
        this.connection = connection;
        this.lookAgain = lookAgain;
        keys = connection.model().userProperty().subscribe(this::judge)::unsubscribe;
        judge();
    }

    private void judge() {
        CurrentUser user = connection.model().userProperty().get();
        if (!barred.isEmpty()) {
            barrier.set(barred);
        } else if (busy.get()) {
            barrier.set("The server is still being asked.");
        } else if (user == null) {
            barrier.set("The server has not told yet what this key may do.");
        } else {
            barrier.set(switch (user.role()) {
                case USER -> "This is an ordinary user's key; it takes one of a support user or an administrator.";
                case SUPPORT, ADMIN -> "";
            });
        }
    }

    /// None of it can be done from now on, whatever the key allows.
    ///
    /// @param why as a sentence; empty when it can be done again
    void bar(String why) {
        barred = why;
        judge();
    }

    /// @param slug names the module to people
    void start(String moduleId, String slug) {
        run("Starting " + slug + "…", slug + " could not be started. ",
                then -> connection.start(moduleId, then), (Done _) -> slug + " was started.");
    }

    void stop(String moduleId, String slug) {
        run("Stopping " + slug + "…", slug + " could not be stopped. ",
                then -> connection.stop(moduleId, then), (Done _) -> slug + " was stopped.");
    }

    void ping(String moduleId, String slug) {
        run("Pinging what " + slug + " talks to…", slug + " could not be pinged. ",
                then -> connection.ping(moduleId, then), (PingResult answer) -> Texts.ping(answer, slug));
    }

    void startAll(String systemId, String title) {
        run("Starting the modules of " + title + "…", "The modules of " + title + " could not be started. ",
                then -> connection.startSystem(systemId, then), (Done _) -> "The modules of " + title
                        + " were started.");
    }

    void stopAll(String systemId, String title) {
        run("Stopping the modules of " + title + "…", "The modules of " + title + " could not be stopped. ",
                then -> connection.stopSystem(systemId, then), (Done _) -> "The modules of " + title
                        + " were stopped.");
    }

    private <T> void run(String doing, String refused, Function<Consumer<ApiResult<T>>, Subscription> ask,
            Function<T, String> done) {
        if (!barrier.get().isEmpty()) {
            return;
        }
        busy.set(true);
        judge();
        failed.set(false);
        outcome.set(doing);
        // not taken back when the person goes elsewhere: it was asked for
        ask.apply(result -> {
            if (closed) {
                return;
            }
            busy.set(false);
            judge();
            switch (result) {
                case ApiResult.Ok<T>(T value) -> outcome.set(done.apply(value));
                case ApiResult.Failed<T>(Failure failure) -> {
                    failed.set(true);
                    outcome.set(refused + Texts.actionFailure(failure));
                }
            }
            lookAgain.run();
        });
    }

    /// The latest outcome was read.
    void forget() {
        outcome.set("");
    }

    /// Something else came out well.
    void say(String words) {
        failed.set(false);
        outcome.set(words);
    }

    /// Why the key may do none of it, or not now; empty when it may.
    ReadOnlyStringProperty barrierProperty() {
        return barrier.getReadOnlyProperty();
    }

    /// What is being done, or came of it, as a sentence; may be empty.
    ReadOnlyStringProperty outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /// The outcome is none that was wanted.
    ReadOnlyBooleanProperty failedProperty() {
        return failed.getReadOnlyProperty();
    }

    @Override
    public void close() {
        closed = true;
        keys.close();
    }
}

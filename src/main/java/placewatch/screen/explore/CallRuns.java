package placewatch.screen.explore;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import placewatch.bridge.Connection;
import placewatch.bridge.ExecHearer;
import placewatch.model.StatusRow;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.Subscription;
import placewatch.socket.ExecResult;

/// The calls that were sent from here: those under way, what came of the others, and what changed after them. JavaFX
/// thread.
final class CallRuns implements AutoCloseable {

    /// Changes on the module that come so long after an answer are told with it.
    static final Duration FOLLOWED = Duration.ofSeconds(5);

    private static final int KEPT = 50;

    /// Characters of answers that are held together; the calls of those beyond stand in the history alone.
    static final long KEPT_ANSWERS = 24_000_000;

    private static final long TICK_MILLIS = 300;

    private final Connection connection;
    private final CallBook book;
    private final ObservableList<ExecRun> runs = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Instant> now;
    private final List<ExecRun> followed = new ArrayList<>();
    private final Subscription ticking;
    private Subscription waiting = () -> { };
    private Runnable onEnd = () -> { };
    private Runnable onFollowed = () -> { };
    private boolean counting;
    private boolean closed;

    CallRuns(Connection connection, CallBook book) {
        this.connection = connection;
        this.book = book;
        now = new ReadOnlyObjectWrapper<>(connection.now());
        ticking = connection.eachSecond(_ -> follow());
    }

    /// Runs `task` whenever a call is over.
    void onEnd(Runnable task) {
        onEnd = task;
    }

    /// Runs `task` when other calls may be followed than before.
    void onFollowed(Runnable task) {
        onFollowed = task;
    }

    /// The latest first.
    ObservableList<ExecRun> all() {
        return runs;
    }

    /// Those whose module is looked at for changes now.
    List<ExecRun> followed() {
        return List.copyOf(followed);
    }

    /// Moves while something runs.
    ReadOnlyObjectProperty<Instant> nowProperty() {
        return now.getReadOnlyProperty();
    }

    /// Sends the same call to one module after the other.
    void send(List<ExecRun> made, CallOrder order) {
        runs.addAll(0, made);
        if (runs.size() > KEPT) {
            runs.subList(KEPT, runs.size()).removeIf(old -> !old.running());
        }
        followed.addAll(made);
        made.forEach(run -> send(run, order));
        count();
    }

    private void send(ExecRun run, CallOrder order) {
        ModuleAddress to = run.module();
        LoggedCall logged = new LoggedCall(connection, run.called().source(), order.call());
        logged.made();
        connection.exec(to, order.function(), order.args(), new ExecHearer() {
            @Override
            public void sent(long id) {
                run.frame(connection.execFrame(id, to, order.function(), CallWords.json(order.shown())));
            }

            @Override
            public void ended(ExecResult result) {
                logged.ended(result);
                CallRuns.this.ended(run, result);
            }

            @Override
            public void late(ExecResult answer) {
                logged.late(answer);
                run.result(answer, connection.now());
                followAgain(run);
            }
        });
    }

    private void ended(ExecRun run, ExecResult result) {
        boolean waited = run.running();
        run.result(result, connection.now());
        if (waited) {
            book.add(PastCall.of(run, result));
        }
        makeRoom();
        followAgain(run);
        if (result instanceof ExecResult.NotSent) {
            followed.remove(run);
        }
        onEnd.run();
    }

    /// What changes after a late answer is told too.
    private void followAgain(ExecRun run) {
        if (!followed.contains(run)) {
            followed.add(run);
        }
    }

    private void makeRoom() {
        long held = runs.stream().mapToLong(ExecRun::size).sum();
        for (int i = runs.size() - 1; i > 0 && held > KEPT_ANSWERS; i--) {
            if (!runs.get(i).running()) {
                held -= runs.remove(i).size();
            }
        }
    }

    /// Waits no more for an answer. What was sent is not called back: no server can do that.
    void stop(ExecRun run) {
        if (run.running()) {
            Instant at = connection.now();
            run.stop(at);
            book.add(PastCall.stopped(run, Duration.between(run.startedAt(), at)));
        }
    }

    /// While something runs, its time counts.
    private void count() {
        if (!counting && !closed) {
            counting = true;
            waiting = connection.after(TICK_MILLIS, () -> {
                counting = false;
                now.set(connection.now());
                if (runs.stream().anyMatch(ExecRun::running)) {
                    count();
                }
            });
        }
    }

    /// Once a second, while there is something to follow.
    private void follow() {
        Instant moment = connection.now();
        boolean fewer = followed.removeIf(run -> {
            Instant until = run.followedUntil(FOLLOWED, moment);
            List<StatusRow> variables = run.called().rows().get();
            // a module that is gone has none: what was found stays
            if (!variables.isEmpty()) {
                run.changes(CallChanges.between(variables, run.startedAt(), until));
            }
            // what arrived by then may be a moment on its way to the rows
            return !run.running() && moment.isAfter(until.plusSeconds(1));
        });
        if (fewer) {
            onFollowed.run();
        }
    }

    @Override
    public void close() {
        closed = true;
        ticking.close();
        waiting.close();
    }
}

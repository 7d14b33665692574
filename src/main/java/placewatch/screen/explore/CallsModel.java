package placewatch.screen.explore;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import placewatch.bridge.Connection;
import placewatch.bridge.ExecHearer;
import placewatch.model.Background;
import placewatch.model.Secrets;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.Subscription;
import placewatch.protocol.WireText;
import placewatch.settings.PastCalls;
import placewatch.socket.ExecResult;

/// The calls of the open module: those under way, what came of the others, those of before, and the question before a
/// dangerous one. All that is called from here is called on the open module.
final class CallsModel implements AutoCloseable {

    /// Changes on the module that come so long after an answer are told with it.
    static final Duration FOLLOWED = Duration.ofSeconds(5);

    private static final int KEPT_RUNS = 50;

    /// Characters of answers that are held together; the calls of those beyond stand in the history alone.
    static final long KEPT_ANSWERS = 24_000_000;

    private static final long TICK_MILLIS = 300;
    private static final int SHOWN_IN_QUESTION = 400;

    /// Something to be asked before a call is made.
    ///
    /// @param ask   names what is called, and on what
    /// @param means why it is asked
    /// @param does  the words of the button that does it
    record Question(String ask, String means, String does, Runnable go) { }

    private record Order(String function, List<String> args, List<PastCalls.Argument> shown) {

        String call() {
            return CallWords.call(function, shown);
        }
    }

    private final Connection connection;
    private final CallBook book;
    private final CalledModule called;
    private final BiConsumer<String, List<String>> onEdit;
    private final ObservableList<ExecRun> runs = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Question> question = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Instant> now;
    private final List<ExecRun> followed = new ArrayList<>();
    private final Subscription ticking;
    private Subscription waiting = () -> { };
    private boolean counting;
    private boolean closed;
    private String barred = "";
    private Runnable onEnd = () -> { };

    /// @param called what is called, and who hears of it
    /// @param onEdit puts a call into the form; an argument that was not kept whole is an empty text there
    CallsModel(Connection connection, CallBook book, CalledModule called, BiConsumer<String, List<String>> onEdit) {
        this.connection = connection;
        this.book = book;
        this.called = called;
        this.onEdit = onEdit;
        now = new ReadOnlyObjectWrapper<>(connection.now());
        ticking = connection.eachSecond(_ -> follow());
    }

    /// Runs `task` whenever a call is over: the next frame has another number.
    void onEnd(Runnable task) {
        onEnd = task;
    }

    /// Nothing can be called from now on.
    ///
    /// @param why in a few words; empty when it can be called again
    void bar(String why) {
        barred = why;
    }

    /// Calls a function of the module, or asks before.
    ///
    /// @param names of the arguments by position, as far as they are known
    /// @param args  JSON texts by position
    void run(String function, List<String> names, List<String> args) {
        ask(new Order(function, List.copyOf(args), Secrets.arguments(function, names, args).stream()
                .map(shown -> new PastCalls.Argument(shown.json(),
                        shown.masked() ? PastCalls.Extent.MASKED : PastCalls.Extent.WHOLE)).toList()));
    }

    /// Makes a call of this window once more, or asks before.
    void again(ExecRun run) {
        ask(new Order(run.function(), run.args(), run.shown()));
    }

    /// Makes a call of before once more, or asks before. Does nothing if [#barrier] says why not.
    void again(String function, List<PastCalls.Argument> arguments) {
        if (whole(arguments)) {
            ask(new Order(function, arguments.stream().map(PastCalls.Argument::text).toList(), arguments));
        }
    }

    private static boolean whole(List<PastCalls.Argument> arguments) {
        return arguments.stream().allMatch(argument -> argument.extent() == PastCalls.Extent.WHOLE);
    }

    /// Why a call of before can't be made again on this module, as a sentence; empty if it can.
    String barrier(String driver, List<PastCalls.Argument> arguments) {
        String other = editBarrier(driver);
        return !other.isEmpty() ? other : whole(arguments) ? ""
                : "An argument was not kept, as it is a secret or very long. Edit the call to give it again.";
    }

    /// Why a call of before can't be put into the form of this module, as a sentence; empty if it can.
    String editBarrier(String driver) {
        return !barred.isEmpty() ? barred + "." : driver.equals(called.driver()) ? ""
                : "It was made on a module of another kind (" + driver + "). Open one of those to make it again.";
    }

    /// Puts a call into the form.
    void edit(String function, List<PastCalls.Argument> arguments) {
        onEdit.accept(function, arguments.stream().map(argument ->
                argument.extent() == PastCalls.Extent.WHOLE ? argument.text() : "").toList());
    }

    private void ask(Order order) {
        if (!barred.isEmpty()) {
            return;
        }
        ModuleAddress asked = address();
        book.dangerous().reason(order.function(), order.args()).ifPresentOrElse(pattern -> {
            String where = asked.slug() + " in " + called.system();
            question.set(new Question("Call " + order.function() + " on " + where + "?",
                    CallWords.beginning(order.call(), SHOWN_IN_QUESTION) + " is sent to " + where + ". It asks first because of “"
                            + pattern + "” on the list of functions that ask first.",
                    "Run " + order.function() + " on " + asked.slug(), () -> {
                // what was asked about must be what is called
                if (asked.equals(address())) {
                    send(order);
                } else {
                    ask(order);
                }
            }));
        }, () -> send(order));
    }

    private void send(Order order) {
        if (!barred.isEmpty() || closed) {
            return;
        }
        ModuleAddress to = address();
        ExecRun run = new ExecRun(to, order.function(), order.args(), order.shown(), connection.now());
        runs.addFirst(run);
        if (runs.size() > KEPT_RUNS) {
            runs.subList(KEPT_RUNS, runs.size()).removeIf(old -> !old.running());
        }
        followed.add(run);
        called.onRun().accept(run.startedAt(), order.call());
        connection.exec(to, order.function(), order.args(), new ExecHearer() {
            @Override
            public void sent(long id) {
                run.frame(connection.execFrame(id, to, order.function(),
                        CallWords.json(order.shown())));
            }

            @Override
            public void ended(ExecResult result) {
                CallsModel.this.ended(run, order.call(), result);
            }

            @Override
            public void late(ExecResult answer) {
                run.result(answer, connection.now());
            }
        });
        count();
    }

    private void ended(ExecRun run, String call, ExecResult result) {
        boolean waited = run.running();
        run.result(result, connection.now());
        if (waited) {
            book.add(PastCall.of(run, called, result));
        }
        makeRoom();
        if (!followed.contains(run)) {
            followed.add(run);
        }
        if (result instanceof ExecResult.NotSent) {
            followed.remove(run);
            called.onNotSent().accept(call);
        }
        onEnd.run();
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
            book.add(PastCall.stopped(run, called, Duration.between(run.startedAt(), at)));
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
        followed.removeIf(run -> {
            Instant until = run.followedUntil(FOLLOWED, moment);
            run.changes(CallChanges.between(called.rows().get(), run.startedAt(), until));
            // what arrived by then may be a moment on its way to the rows
            return !run.running() && moment.isAfter(until.plusSeconds(1));
        });
    }

    /// Keeps a call at hand; why not, as a sentence, if it can't be.
    Optional<String> keep(String name, String function, List<PastCalls.Argument> arguments) {
        return name.isBlank() ? Optional.of("Give it a name.")
                : book.add(new PastCalls.Favourite(WireText.mended(name.strip()), called.driver(),
                        WireText.mended(function), CallWords.mended(arguments)));
    }

    /// For a shell; never with the key, nor with other secrets.
    String curl(ModuleAddress module, String function, List<PastCalls.Argument> arguments) {
        return CallCopies.curl(connection.server(), module, function, CallWords.json(arguments));
    }

    /// For PlaceOS's TypeScript client; without secrets.
    static String code(ModuleAddress module, String function, List<PastCalls.Argument> arguments) {
        return CallCopies.code(module, function, CallWords.json(arguments));
    }

    /// The frame that a call of before would be now; without secrets.
    String frame(ModuleAddress module, String function, List<PastCalls.Argument> arguments) {
        return connection.execFrame(module, function, CallWords.json(arguments));
    }

    private ModuleAddress address() {
        return called.address().get();
    }

    /// What is to be asked now; null for nothing.
    ReadOnlyObjectProperty<@Nullable Question> questionProperty() {
        return question.getReadOnlyProperty();
    }

    /// The question is on the screen, or was answered.
    void asked() {
        question.set(null);
    }

    /// Calls made from here, the latest first.
    ObservableList<ExecRun> runs() {
        return runs;
    }

    CallBook book() {
        return book;
    }

    CalledModule called() {
        return called;
    }

    /// Who works for the view off the JavaFX thread.
    Background background() {
        return connection;
    }

    /// Moves while something runs.
    ReadOnlyObjectProperty<Instant> nowProperty() {
        return now.getReadOnlyProperty();
    }

    @Override
    public void close() {
        closed = true;
        ticking.close();
        waiting.close();
    }
}

package placewatch.screen.explore;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import placewatch.bridge.Connection;
import placewatch.model.Background;
import placewatch.model.Secrets;
import placewatch.model.StatusRow;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.Subscription;
import placewatch.protocol.WireText;
import placewatch.settings.PastCalls;

/// The calls of the open module: those under way, what came of the others, those of before, and the question before a
/// dangerous one, and before one on several modules.
final class CallsModel implements AutoCloseable {

    private static final int SHOWN_IN_QUESTION = 400;
    /// Who waits longer for the calls to go out is told why.
    private static final long LOOKED_AT_ONCE_MILLIS = 300;

    private static final String NAMELESS = "Give it a name.";

    /// Something to be asked before a call is made.
    ///
    /// @param ask   names what is called, and on what
    /// @param means why it is asked
    /// @param does  the words of the button that does it
    record Question(String ask, String means, String does, Runnable go) { }

    private final Connection connection;
    private final CallBook book;
    private final CalledModule called;
    private final BiConsumer<String, List<String>> onEdit;
    private final CallRuns runs;
    private final ReadOnlyObjectWrapper<@Nullable Question> question = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable SeveralModel> several = new ReadOnlyObjectWrapper<>();
    private final Alike alike;
    private boolean closed;
    private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();
    private String barred = "";

    /// @param called what is called, and who hears of it
    /// @param alike  what the same can be called on
    /// @param onEdit puts a call into the form; an argument that was not kept whole is an empty text there
    CallsModel(Connection connection, CallBook book, CalledModule called, Alike alike,
            BiConsumer<String, List<String>> onEdit) {
        this.connection = connection;
        this.book = book;
        this.called = called;
        this.alike = alike;
        this.onEdit = onEdit;
        runs = new CallRuns(connection, book);
        runs.onFollowed(this::watch);
    }

    /// Runs `task` whenever a call is over: the next frame has another number.
    void onEnd(Runnable task) {
        runs.onEnd(task);
    }

    /// Nothing can be called from now on.
    ///
    /// @param why in a few words; empty when it can be called again
    void bar(String why) {
        barred = why;
        if (!why.isEmpty()) {
            left();
        }
    }

    /// Calls a function of the module, or asks before.
    ///
    /// @param names of the arguments by position, as far as they are known
    /// @param args  JSON texts by position
    void run(String function, List<String> names, List<String> args) {
        ask(order(function, names, args));
    }

    private static CallOrder order(String function, List<String> names, List<String> args) {
        return new CallOrder(function, args, Secrets.arguments(function, names, args).stream()
                .map(shown -> new PastCalls.Argument(shown.json(),
                        shown.masked() ? PastCalls.Extent.MASKED : PastCalls.Extent.WHOLE)).toList());
    }

    /// Asks on which modules of the open one's driver a function is to be called; at first on all that run.
    ///
    /// @param names of the arguments by position, as far as they are known
    /// @param args  JSON texts by position
    void several(String function, List<String> names, List<String> args) {
        askWhere(order(function, names, args), CallsModel::runs, "");
    }

    /// The same of a call of this window.
    void several(ExecRun run) {
        askWhere(CallOrder.of(run), CallsModel::runs, "");
    }

    /// The same of a call of before. Does nothing if [#barrier] says why not.
    void several(String function, List<PastCalls.Argument> arguments) {
        if (whole(arguments)) {
            askWhere(kept(function, arguments), CallsModel::runs, "");
        }
    }

    /// Makes the calls on several modules once more, after the question.
    ///
    /// @param chosen on which of them
    void again(CallRound round, List<ModuleRow> chosen) {
        askWhere(round.order(), among(chosen), "");
    }

    /// Makes a call of this window once more, or asks before: always if it was made together with others.
    void again(ExecRun run) {
        run.round().ifPresentOrElse(round -> again(round, round.members().stream()
                .filter(member -> member.run() == run).map(CallRound.Member::row).toList()), () -> ask(CallOrder.of(run)));
    }

    /// Makes a call of before once more, or asks before. Does nothing if [#barrier] says why not.
    void again(String function, List<PastCalls.Argument> arguments) {
        if (whole(arguments)) {
            ask(kept(function, arguments));
        }
    }

    private static CallOrder kept(String function, List<PastCalls.Argument> arguments) {
        return new CallOrder(function, arguments.stream().map(PastCalls.Argument::text).toList(), arguments);
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

    /// Where a call goes that is made now.
    String slug() {
        return address().slug();
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

    private void ask(CallOrder order) {
        if (!barred.isEmpty()) {
            return;
        }
        ModuleAddress asked = address();
        danger(order).ifPresentOrElse(danger -> {
            String where = asked.slug() + " in " + called.system();
            question.set(new Question("Call " + order.function() + " on " + where + "?",
                    CallWords.beginning(order.call(), SHOWN_IN_QUESTION) + " is sent to " + where + ". " + danger,
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

    private Optional<String> danger(CallOrder order) {
        return book.dangerous().reason(order.function(), order.args()).map(pattern -> "It asks first because of “"
                + pattern + "” on the list of functions that ask first.");
    }

    /// The same modules, wherever they are listed now.
    private static Predicate<ModuleRow> among(List<ModuleRow> some) {
        return row -> some.stream().anyMatch(each -> each.module().id().equals(row.module().id()));
    }

    private static boolean runs(ModuleRow row) {
        return row.module().running();
    }

    private void askWhere(CallOrder order, Predicate<ModuleRow> first, String happened) {
        if (!barred.isEmpty() || closed) {
            return;
        }
        List<ModuleRow> candidates = List.copyOf(alike.rows());
        SeveralModel asked = new SeveralModel(order, called.system(), candidates, first,
                Stream.of(happened, danger(order).orElse("")).filter(words -> !words.isEmpty())
                        .collect(Collectors.joining(" ")),
                chosen -> answered(order, chosen), this::left);
        several.set(asked);
        watch();
        alike.look(() -> { });
    }

    private void left() {
        several.set(null);
        watch();
    }

    private void answered(CallOrder order, List<ModuleRow> chosen) {
        SeveralModel asked = several.get();
        Subscription slow = connection.after(LOOKED_AT_ONCE_MILLIS, () -> looking.set(true));
        // the list of modules may be some seconds old
        alike.look(() -> {
            slow.close();
            looking.set(false);
            if (several.get() == asked) {
                several.set(null);
            }
            sendAsAsked(order, chosen);
        });
    }

    /// What was asked about must be what is called: a module that moved has another row now, one that is gone has none.
    private void sendAsAsked(CallOrder order, List<ModuleRow> chosen) {
        List<String> away = chosen.stream().filter(row -> !alike.rows().contains(row))
                .map(row -> row.address().slug()).toList();
        if (away.isEmpty()) {
            send(order, chosen);
        } else {
            askWhere(order, among(chosen), String.join(", ", away) + (away.size() == 1 ? " is" : " are")
                    + " not what stood there when you were asked: nothing was called. Look at the list again.");
        }
    }

    /// The variables of the other modules are watched while they are asked about, and while their calls are followed.
    private void watch() {
        if (closed) {
            return;
        }
        Set<ModuleRow> wanted = new LinkedHashSet<>();
        SeveralModel asking = several.get();
        if (asking != null) {
            asking.candidates().forEach(candidate -> wanted.add(candidate.row()));
        }
        runs.followed().forEach(run -> run.round().ifPresent(round -> round.members().stream()
                .filter(member -> member.run() == run).forEach(member -> wanted.add(member.row()))));
        // those of the open one are watched anyway
        wanted.removeIf(row -> row.address().equals(address()));
        alike.watch(wanted);
    }

    private void send(CallOrder order) {
        if (barred.isEmpty() && !closed) {
            runs.send(List.of(new ExecRun(called, order, connection.now())), order);
        }
    }

    private void send(CallOrder order, List<ModuleRow> to) {
        if (!barred.isEmpty() || closed || to.isEmpty()) {
            return;
        }
        Instant at = connection.now();
        List<CallRound.Member> members = to.stream().map(row -> new CallRound.Member(row, new ExecRun(
                row.address().equals(address()) ? called : called.other(row, () -> alike.variables(row)), order, at)))
                .toList();
        new CallRound(order, members);
        runs.send(members.stream().map(CallRound.Member::run).toList(), order);
        watch();
    }

    /// Waits no more for an answer. What was sent is not called back: no server can do that.
    void stop(ExecRun run) {
        runs.stop(run);
    }

    /// Keeps a call at hand; why not, as a sentence, if it can't be.
    Optional<String> keep(String name, String function, List<PastCalls.Argument> arguments) {
        return name.isBlank() ? Optional.of(NAMELESS)
                : book.add(new PastCalls.Favourite(WireText.mended(name.strip()), called.driver(),
                        WireText.mended(function), CallWords.mended(arguments)));
    }

    /// Gives a favourite another name; why not, as a sentence, if it can't have it.
    Optional<String> rename(PastCalls.Favourite favourite, String name) {
        return name.isBlank() ? Optional.of(NAMELESS) : book.rename(favourite, WireText.mended(name.strip()));
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

    /// A call on several modules that is to be asked about now; null for none.
    ReadOnlyObjectProperty<@Nullable SeveralModel> severalProperty() {
        return several.getReadOnlyProperty();
    }

    /// Whether calls wait for word of where their modules are now.
    ReadOnlyBooleanProperty lookingProperty() {
        return looking.getReadOnlyProperty();
    }

    /// What the same can be called on, the open module too.
    ObservableList<ModuleRow> alike() {
        return alike.rows();
    }

    /// Calls made from here, the latest first.
    ObservableList<ExecRun> runs() {
        return runs.all();
    }

    /// The variables of one of those, as far as they are watched for changes.
    List<StatusRow> watched(ModuleRow row) {
        return alike.variables(row);
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

    Instant now() {
        return connection.now();
    }

    /// Moves while something runs.
    ReadOnlyObjectProperty<Instant> nowProperty() {
        return runs.nowProperty();
    }

    @Override
    public void close() {
        closed = true;
        runs.close();
        alike.close();
    }
}

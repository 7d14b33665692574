package placewatch.screen.jump;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import placewatch.control.Command;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.StatusKey;
import placewatch.protocol.Subscription;
import placewatch.settings.Kept;
import placewatch.settings.Recent;

/// What is found by what is typed, and going there. What comes from the server once a row is chosen stands below it:
/// that one keeps its place, and so do those above it. What was learnt is kept for as long as this is. JavaFX
/// thread.
public final class JumpModel implements AutoCloseable {

    /// So long after a key stroke what stands on top has not been read yet, and makes way for what fits better.
    static final long READ_MILLIS = 400;

    private final Directory directory;
    private final Supplier<Here> where;
    private final Supplier<List<Command>> commands;
    private final Targets targets;
    private final Kept<Recent> recent;
    private final JumpIndex index = new JumpIndex();
    private final Ranking ranking = new Ranking(index);
    private final Scout scout;
    private final JumpRows rows = new JumpRows();
    private final StringProperty typed = new SimpleStringProperty("");
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private Query query = Query.of("");
    private Here here = Here.NOWHERE;
    private Optional<Pick> pick = Optional.empty();
    private Subscription reading = () -> { };
    private boolean open;

    /// Whether the chosen row is the person's: moved to, or there for long enough to be read.
    private boolean held;

    /// @param where    what is open now
    /// @param commands all that can be done now
    /// @param targets  opens what is chosen
    /// @param recent   the choices of late
    public JumpModel(Directory directory, Supplier<Here> where, Supplier<List<Command>> commands, Targets targets,
            Kept<Recent> recent) {
        this.directory = directory;
        this.where = where;
        this.commands = commands;
        this.targets = targets;
        this.recent = recent;
        scout = new Scout(directory, index, this::learnt);
        typed.addListener(_ -> typed());
    }

    /// The list is opened, with that typed already.
    void begin(String text) {
        begin(text, Optional.empty());
    }

    /// The list is opened for one kind of thing.
    void begin(Pick wanted) {
        begin("", Optional.of(wanted));
    }

    private void begin(String text, Optional<Pick> wanted) {
        open = true;
        pick = wanted;
        here = where.get();
        if (wanted.isPresent()) {
            ranking.begin(wanted.get(), recent.latest());
        } else {
            ranking.begin(commands.get(), recent.latest());
        }
        scout.begin(here);
        if (typed.get().equals(text)) {
            typed();
        } else {
            typed.set(text);
        }
    }

    /// The list is closed: nothing is asked any more.
    void end() {
        open = false;
        reading.close();
        scout.end();
    }

    private void typed() {
        if (!open) {
            return;
        }
        query = Query.of(typed.get());
        held = false;
        reading.close();
        reading = directory.after(READ_MILLIS, () -> held = true);
        scout.look(query);
        rows.replaceFrom(0, ranking.rows(query, here));
        chosen.set(rows.isEmpty() ? -1 : 0);
        say();
    }

    /// There is more to find: it comes in below the chosen row.
    private void learnt() {
        if (!open) {
            return;
        }
        List<JumpRow> best = ranking.rows(query, here);
        int fixed = held ? chosen.get() + 1 : 0;
        Set<String> standing = new HashSet<>();
        rows.subList(0, fixed).forEach(row -> standing.add(row.entry().id()));
        List<JumpRow> below = new ArrayList<>();
        best.stream().filter(row -> !standing.contains(row.entry().id())).forEach(below::add);
        rows.replaceFrom(fixed, below);
        if (!held || chosen.get() < 0) {
            chosen.set(rows.isEmpty() ? -1 : 0);
        }
        say();
    }

    private void say() {
        busy.set(scout.busy());
        note.set(query.commandsOnly() ? "" : scout.note());
    }

    /// Chooses the row so many below, or above for less than 0; not beyond the ends.
    void move(int by) {
        if (!rows.isEmpty()) {
            held = true;
            chosen.set(Math.clamp(chosen.get() + (long) by, 0, rows.size() - 1));
        }
    }

    void choose(int row) {
        if (row >= 0 && row < rows.size()) {
            held = true;
            chosen.set(row);
        }
    }

    /// Whether the chosen row leads anywhere now; a command may be barred.
    boolean canGo() {
        return chosen.get() >= 0
                && (!(rows.get(chosen.get()).goal() instanceof Goal.OfCommand(Command command))
                || command.barrier().getValue().isEmpty());
    }

    /// Goes where the chosen row leads, and remembers it.
    void go() {
        if (!canGo()) {
            return;
        }
        Goal goal = rows.get(chosen.get()).goal();
        end();
        recent.keep(recent.latest().with(goal.choice()));
        if (pick.isPresent()) {
            take(pick.get(), goal);
        } else {
            go(goal);
        }
    }

    private static void take(Pick wanted, Goal goal) {
        switch (wanted) {
            case Pick.Variable(var _, var then) when goal instanceof Goal.OfVariable(StatusKey key, var _) ->
                then.accept(key);
            case Pick.Modules(var _, var module, var _) when goal instanceof Goal.OfModule(var address, var title) ->
                module.accept(address, title);
            case Pick.Modules(var _, var _, var system) when goal instanceof Goal.OfSystem(var id, var title) ->
                system.accept(id, title);
            case Pick.Variable _, Pick.Modules _ ->
                throw new IllegalStateException("a " + goal.kind() + " was offered for " + wanted.prompt());
        }
    }

    private void go(Goal goal) {
        switch (goal) {
            case Goal.OfSystem(String id, String title) -> targets.system(id, title);
            case Goal.OfModule(ModuleAddress address, String title) -> targets.module(address, title);
            case Goal.OfVariable(StatusKey key, String title) -> targets.variable(key, title);
            case Goal.OfFunction(ModuleAddress module, String name, String title) ->
                targets.function(module, name, title);
            case Goal.OfCommand(Command command) -> command.run();
        }
    }

    /// What is typed; `>` first finds commands only.
    StringProperty typedProperty() {
        return typed;
    }

    ObservableList<JumpRow> rows() {
        return rows;
    }

    /// The chosen row's index; -1 for none.
    ReadOnlyIntegerProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /// Whether the server is still being asked.
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// What can't be found, and why; empty when all can.
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    @Override
    public void close() {
        end();
    }
}

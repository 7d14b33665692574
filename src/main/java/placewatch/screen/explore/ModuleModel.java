package placewatch.screen.explore;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import placewatch.bridge.Connection;
import placewatch.control.Texts;
import placewatch.control.status.StatusActions;
import placewatch.model.StatusRow;
import placewatch.model.log.Named;
import placewatch.protocol.ModuleAddress;
import placewatch.rest.ControlSystem;

/// The chosen module: its three panes. They stay over the same module when its system's list of modules changes: they
/// follow it to its new address, and once it is gone they keep what they held.
final class ModuleModel implements AutoCloseable {

    private final Connection connection;
    private final ControlSystem system;
    private final ReadOnlyObjectWrapper<ModuleRow> row;
    private final ReadOnlyObjectWrapper<@Nullable StatusModel> status = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper happened = new ReadOnlyStringWrapper("");
    private final ExecModel exec;
    private final LogModel log;
    private final Actions actions;
    private final StatusActions elsewhere;
    private @Nullable LastValues noted;
    private @Nullable LastValues last;

    /// @param listed    the system's modules
    /// @param look      looks how they are now, and runs its argument once that is known, or can't be
    /// @param elsewhere what other screens do with status variables that are chosen here
    /// @param book      the calls of before
    /// @param onModule  opens another module of the system
    ModuleModel(Connection connection, ControlSystem system, ModuleRow row, ObservableList<ModuleRow> listed,
            Consumer<Runnable> look, StatusActions elsewhere, CallBook book, Consumer<ModuleAddress> onModule) {
        this.elsewhere = elsewhere;
        this.connection = connection;
        actions = new Actions(connection, () -> look.accept(() -> { }));
        this.system = system;
        this.row = new ReadOnlyObjectWrapper<>(row);
        status.set(new StatusModel(connection, row.address(), row.module().running()));
        log = new LogModel(connection, row.address(), row.module().id(), system.title(), named -> {
            switch (named) {
                case Named.Variable(var key) -> reveal(key.name());
                case Named.OtherModule(var other) -> onModule.accept(other);
            }
        });
        String driver = CalledModule.driver(row.module());
        exec = new ExecModel(connection, row.address(), book, new CalledModule(this::address, system.title(), driver,
                this::statusRows, () -> log.stream().source()), new Alike(connection, listed, driver, look));
    }

    private List<StatusRow> statusRows() {
        StatusModel open = status.get();
        return open == null ? List.of() : open.rows();
    }

    ModuleAddress address() {
        return row.get().address();
    }

    String id() {
        return row.get().module().id();
    }

    ControlSystem system() {
        return system;
    }

    /// Where it is in its system's list; where it was, once it is gone.
    ReadOnlyObjectProperty<ModuleRow> rowProperty() {
        return row.getReadOnlyProperty();
    }

    /// Its address means another module now: what its variables said is noted before that one's values come.
    void noteValues() {
        StatusModel open = status.get();
        if (noted == null && open != null) {
            noted = LastValues.of(address().slug(), open.rows(), connection.now());
        }
    }

    /// The server told about it again, at that place in the list.
    void listedAs(ModuleRow now) {
        StatusModel open = status.get();
        if (open == null || !now.address().equals(address())) {
            moveTo(now);
        } else {
            noted = null;
            open.running(now.module().running());
        }
    }

    private void moveTo(ModuleRow now) {
        String before = address().slug();
        StatusModel old = leaveStatus();
        row.set(now);
        StatusModel next = new StatusModel(connection, now.address(), now.module().running());
        if (old != null) {
            next.filterProperty().set(old.filterProperty().get());
            if (old.byHandProperty().get()) {
                old.rows().stream().map(known -> known.key().name()).forEach(next::add);
            }
        }
        status.set(next);
        exec.movedTo(now.address());
        actions.bar("");
        happened.set(old == null ? Texts.moduleBack(now.address().slug(), connection.now())
                : Texts.moduleMoved(before, now.address().slug(), connection.now()));
    }

    /// The server lists it no more. Nothing is renewed and nothing can be done from now on; what is there stays.
    void gone() {
        if (status.get() == null) {
            return;
        }
        leaveStatus();
        exec.bar(address().slug() + " is not in this system any more");
        actions.bar("It is not in this system any more.");
        happened.set(Texts.moduleGone(address().slug(), connection.now()));
        status.set(null);
    }

    private @Nullable StatusModel leaveStatus() {
        StatusModel open = status.get();
        if (open != null) {
            noteValues();
            last = noted;
            noted = null;
            open.close();
        }
        return open;
    }

    /// Null once the module is gone.
    ReadOnlyObjectProperty<@Nullable StatusModel> statusProperty() {
        return status.getReadOnlyProperty();
    }

    /// How the variables stood when it last moved or went.
    Optional<LastValues> lastValues() {
        return Optional.ofNullable(last);
    }

    /// What became of it while it was open, as a sentence; empty for nothing.
    ReadOnlyStringProperty happenedProperty() {
        return happened.getReadOnlyProperty();
    }

    /// What became of it was read.
    void forget() {
        happened.set("");
    }

    /// Chooses one of its variables, and brings the cursor there.
    void reveal(String variable) {
        StatusModel open = status.get();
        if (open != null) {
            open.reveal(variable);
        }
    }

    ExecModel exec() {
        return exec;
    }

    LogModel log() {
        return log;
    }

    Actions actions() {
        return actions;
    }

    StatusActions elsewhere() {
        return elsewhere;
    }

    @Override
    public void close() {
        actions.close();
        StatusModel open = status.get();
        if (open != null) {
            open.close();
        }
        exec.close();
        log.close();
    }
}

package placewatch.screen.explore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import placewatch.bridge.Connection;
import placewatch.bridge.Remap;
import placewatch.control.Texts;
import placewatch.control.status.StatusActions;
import placewatch.model.log.LogStream;
import placewatch.protocol.Failure;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.Subscription;
import placewatch.rest.ApiResult;
import placewatch.rest.ControlSystem;
import placewatch.rest.Module;
import placewatch.rest.SystemDetail;
import placewatch.rest.SystemDetail.Addressed;
import placewatch.socket.SocketState;

/// The chosen system: what it is, and its modules with how each fares. Looks again every few seconds, because
/// neither a start, a stop nor a changed module list is told over the socket.
final class SystemModel implements AutoCloseable {

    private static final long LOOK_AGAIN_SECONDS = 10;

    private final Connection connection;
    private final ReadOnlyObjectWrapper<ControlSystem> system;
    private final ObservableList<ModuleRow> modules = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("Loading modules…");
    private final ReadOnlyObjectWrapper<@Nullable ModuleModel> module = new ReadOnlyObjectWrapper<>();
    private final Map<ModuleRow, Subscription> watched = new HashMap<>();
    private final ReadOnlyObjectWrapper<Instant> now;
    private final Subscription ticking;
    private final Subscription states;
    private final Subscription remapping;
    private final List<Runnable> afterLook = new ArrayList<>();
    private final List<Remap> remaps = new ArrayList<>();
    private final Subscription lookingAgain;
    private final Favourites favourites;
    private final Actions actions;
    private final StatusActions elsewhere;
    private final CallBook book;
    private final ReadOnlyStringWrapper path = new ReadOnlyStringWrapper("");
    private Subscription asking = () -> { };
    private boolean looking;
    private boolean lookAgain;
    private boolean looked;
    private Consumer<Runnable> steadily = Runnable::run;

    private final BooleanProperty attention = new SimpleBooleanProperty();
    private @Nullable Wish wish;

    /// A module that is to be opened once the server has told of it.
    private record Wish(ModuleAddress module, Consumer<ModuleModel> then) { }

    /// What became of modules, in words. Stays on screen until the person chooses a module: nobody may have been
    /// looking.
    private String happened = "";

    SystemModel(Connection connection, Favourites favourites, ControlSystem system) {
        this(connection, favourites, system, StatusActions.none(), new CallBook());
    }

    /// @param elsewhere what other screens do with status variables that are chosen here
    /// @param book      the calls of before
    SystemModel(Connection connection, Favourites favourites, ControlSystem system, StatusActions elsewhere,
            CallBook book) {
        this.book = book;
        this.elsewhere = elsewhere;
        this.favourites = favourites;
        actions = new Actions(connection, this::lookNow);
        this.connection = connection;
        this.system = new ReadOnlyObjectWrapper<>(system);
        now = new ReadOnlyObjectWrapper<>(connection.now());
        ticking = connection.eachSecond(now::set);
        states = connection.model().stateProperty().subscribe((before, state) -> {
            modules.forEach(row -> row.online(online()));
            if (before instanceof SocketState.Open != state instanceof SocketState.Open) {
                // not only with the next look: what the list says of itself is of before
                look();
            }
        })::unsubscribe;
        remapping = connection.onRemap(remap -> {
            if (remap.address().system().equals(system.id())) {
                remaps.add(remap);
                ModuleModel open = module.get();
                if (open != null && open.address().equals(remap.address())) {
                    open.noteValues();
                }
                look();
            }
        });
        lookingAgain = connection.every(LOOK_AGAIN_SECONDS, this::look);
        look();
    }

    private boolean online() {
        return looked && connection.model().stateProperty().get() instanceof SocketState.Open;
    }

    /// Something was done to the modules: an answer that was on its way already may not tell of it.
    private void lookNow() {
        lookAgain = looking;
        look();
    }

    /// Looks how the modules are now.
    ///
    /// @param then runs once that is known, or can't be known
    private void lookNow(Runnable then) {
        afterLook.add(then);
        lookNow();
    }

    private void look() {
        if (looking) {
            return;
        }
        looking = true;
        asking = connection.system(system.get().id(), result -> {
            looking = false;
            switch (result) {
                case ApiResult.Ok<SystemDetail>(SystemDetail detail) -> detailIs(detail);
                case ApiResult.Failed<SystemDetail>(Failure failure) -> {
                    looked = false;
                    // without a connection the title bar says why, at length
                    note.set(connection.model().stateProperty().get() instanceof SocketState.Open || modules.isEmpty()
                            ? "The modules could not be looked at again. " + Texts.failure(failure)
                            : "Without a connection this list stays as it was.");
                    modules.forEach(row -> row.online(online()));
                }
            }
            if (lookAgain) {
                lookAgain = false;
                look();
            } else {
                List<Runnable> waiting = List.copyOf(afterLook);
                afterLook.clear();
                waiting.forEach(Runnable::run);
            }
        });
    }

    private void detailIs(SystemDetail detail) {
        looked = true;
        system.set(detail.system());
        path.set(new ZoneForest(detail.zones()).path(detail.system()));
        favourites.seen(detail.system());
        List<Addressed> listed = detail.addressed();
        boolean same = listed.stream().map(a -> a.address() + a.module().id()).toList()
                .equals(modules.stream().map(row -> row.address() + row.module().id()).toList());
        if (same) {
            for (int i = 0; i < listed.size(); i++) {
                modules.get(i).module(listed.get(i).module());
            }
            follow();
        } else {
            steadily.accept(() -> {
                list(listed);
                follow();
            });
        }
        modules.forEach(row -> row.online(online()));
        if (!remaps.isEmpty()) {
            happened = Texts.remapped(remaps.stream().map(remap -> remap.address().slug()).toList(),
                    remaps.getFirst().at());
            remaps.clear();
        }
        grant();
        note.set(listed.isEmpty() ? "This system has no modules" : happened);
    }

    private void grant() {
        Wish wanted = wish;
        wish = null;
        if (wanted != null) {
            modules.stream().filter(row -> row.address().equals(wanted.module())).findFirst().ifPresentOrElse(
                    row -> open(row, wanted.then()),
                    () -> happened = "There is no " + wanted.module().slug() + " in this system now.");
        }
    }

    private void open(ModuleRow row, Consumer<ModuleModel> then) {
        choose(row);
        ModuleModel opened = module.get();
        if (opened != null) {
            then.accept(opened);
        }
    }

    /// Opens the module at an address, at once or when the server has told of it; what the person chooses before
    /// counts instead.
    ///
    /// @param then hears of the open module
    void choose(ModuleAddress address, Consumer<ModuleModel> then) {
        wish = new Wish(address, then);
        if (modules.stream().anyMatch(row -> row.address().equals(address))) {
            grant();
        } else if (looked) {
            lookNow();
        }
    }

    /// The cursor is wanted in the list of modules.
    void attend() {
        attention.set(true);
    }

    /// Whether it is; the view says when it is there.
    BooleanProperty attentionProperty() {
        return attention;
    }

    /// The open module is told what REST says of it: how it is, where it is now, or that it is gone.
    private void follow() {
        ModuleModel open = module.get();
        if (open != null) {
            modules.stream().filter(row -> row.module().id().equals(open.id()))
                    .min(Comparator.comparing(row -> !row.address().equals(open.address())))
                    .ifPresentOrElse(open::listedAs, open::gone);
        }
    }

    /// The list is put in another order inside of `steadily`, which runs what it is given at once and does not take it
    /// for a choice.
    void steadily(Consumer<Runnable> steadily) {
        this.steadily = steadily;
    }

    private void list(List<Addressed> listed) {
        Map<String, ModuleRow> before = modules.stream()
                .collect(Collectors.toMap(row -> row.address() + row.module().id(), Function.identity()));
        List<ModuleRow> rows = new ArrayList<>();
        for (Addressed addressed : listed) {
            ModuleRow known = before.get(addressed.address() + addressed.module().id());
            if (known == null) {
                ModuleRow row = new ModuleRow(addressed, online());
                if (addressed.module().kind() != Module.Kind.LOGIC) {
                    watched.put(row, connection.watch(row.connected()));
                }
                rows.add(row);
            } else {
                known.module(addressed.module());
                rows.add(known);
            }
        }
        watched.entrySet().removeIf(entry -> {
            boolean gone = !rows.contains(entry.getKey());
            if (gone) {
                entry.getValue().close();
            }
            return gone;
        });
        modules.setAll(rows);
    }

    /// Opens a module's three panes; the one that was open lets go of everything.
    void choose(ModuleRow row) {
        wish = null;
        ModuleModel open = module.get();
        if (open != null && open.rowProperty().get() == row) {
            return;
        }
        if (!happened.isEmpty()) {
            happened = "";
            note.set("");
        }
        module.set(null);
        if (open != null) {
            open.close();
        }
        module.set(new ModuleModel(connection, system.get(), row, modules, this::lookNow, elsewhere, book,
                other -> choose(other, _ -> { })));
    }

    ReadOnlyObjectProperty<ControlSystem> systemProperty() {
        return system.getReadOnlyProperty();
    }

    ObservableList<ModuleRow> modules() {
        return modules;
    }

    /// Words in place of the list, or about it; empty when there is nothing to say.
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /// The module whose panes are open; null for none.
    ReadOnlyObjectProperty<@Nullable ModuleModel> moduleProperty() {
        return module.getReadOnlyProperty();
    }

    /// The zones it is in, as a line; empty until the server told.
    ReadOnlyStringProperty pathProperty() {
        return path.getReadOnlyProperty();
    }

    Favourites favourites() {
        return favourites;
    }

    /// What can be done to the system as a whole.
    Actions actions() {
        return actions;
    }

    /// What other screens do with status variables that are chosen here.
    StatusActions elsewhere() {
        return elsewhere;
    }

    /// Pins all variables of a module, those that it gets later too.
    void pinModule(String table, ModuleRow row) {
        elsewhere.pins().pinModule(table, row.address());
        actions.say("All of " + row.address().slug() + " is pinned to “" + table + "”.");
    }

    /// Whether a module's debug stream runs.
    boolean isDebugged(ModuleRow row) {
        return stream(row).onProperty().get();
    }

    private LogStream stream(ModuleRow row) {
        return connection.logs().stream(row.address(), row.module().id(), system.get().title());
    }

    /// Starts a module's debug stream, or stops it.
    void turnDebug(ModuleRow row) {
        LogStream stream = stream(row);
        if (stream.onProperty().get()) {
            connection.logs().stop(stream);
            actions.say(row.address().slug() + " is not debugged any more.");
        } else {
            connection.logs().start(stream);
            actions.say(row.address().slug() + " is being debugged: its lines are in its log and under Logs.");
        }
    }

    /// Starts the debug streams of all modules.
    void debugAll() {
        modules.forEach(row -> connection.logs().start(stream(row)));
        actions.say(Texts.count(modules.size(), "module") + " of " + system.get().title()
                + " are being debugged: their lines are under Logs.");
    }

    /// Stops the debug streams of all modules.
    void debugNone() {
        modules.forEach(row -> connection.logs().stop(stream(row)));
        actions.say("No module of " + system.get().title() + " is debugged any more.");
    }

    /// Moves once a second.
    ReadOnlyObjectProperty<Instant> nowProperty() {
        return now.getReadOnlyProperty();
    }

    @Override
    public void close() {
        actions.close();
        ticking.close();
        states.close();
        remapping.close();
        lookingAgain.close();
        asking.close();
        watched.values().forEach(Subscription::close);
        ModuleModel open = module.get();
        if (open != null) {
            open.close();
        }
    }
}

package placewatch.screen.explore;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import placewatch.bridge.Connection;
import placewatch.control.status.StatusActions;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.StatusKey;
import placewatch.rest.ControlSystem;

/// What Explore shows: the places, and the system that was chosen there.
public final class ExploreModel implements AutoCloseable {

    private final Connection connection;
    private final Favourites favourites;
    private final StatusActions actions;
    private final CallBook book;
    private final PlacesModel places;
    private final ReadOnlyObjectWrapper<@Nullable SystemModel> system = new ReadOnlyObjectWrapper<>();

    public ExploreModel(Connection connection, Favourites favourites) {
        this(connection, favourites, StatusActions.none());
    }

    /// @param actions what other screens do with status variables that are chosen here
    public ExploreModel(Connection connection, Favourites favourites, StatusActions actions) {
        this(connection, favourites, actions, new CallBook());
    }

    /// @param actions what other screens do with status variables that are chosen here
    /// @param book    the calls of before
    public ExploreModel(Connection connection, Favourites favourites, StatusActions actions, CallBook book) {
        this.book = book;
        this.actions = actions;
        this.connection = connection;
        this.favourites = favourites;
        places = new PlacesModel(connection, favourites);
    }

    /// Asks for what there is; once, when the server can be called.
    public void load() {
        places.load();
    }

    /// Opens a system; the one that was open lets go of everything.
    void choose(ControlSystem chosen) {
        SystemModel open = system.get();
        if (open != null && open.systemProperty().get().id().equals(chosen.id())) {
            return;
        }
        system.set(null);
        if (open != null) {
            open.close();
        }
        system.set(new SystemModel(connection, favourites, chosen, actions, book));
    }

    /// Opens a system and brings the cursor to its modules.
    ///
    /// @param title what to call it until the server tells
    public void open(String systemId, String title) {
        system(systemId, title).attend();
    }

    /// Opens a module of a system, as soon as the server has told which it has, and brings the cursor to it.
    ///
    /// @param title what to call the system until the server tells
    public void open(ModuleAddress module, String title) {
        open(module, title, _ -> system(module.system(), title).attend());
    }

    /// Opens a module and chooses one of its variables.
    ///
    /// @param title what to call the system until the server tells
    public void open(StatusKey variable, String title) {
        open(variable.module(), title, opened -> opened.reveal(variable.name()));
    }

    /// Opens a module and chooses one of its functions to be called.
    ///
    /// @param title what to call the system until the server tells
    public void open(ModuleAddress module, String function, String title) {
        open(module, title, opened -> opened.exec().form().want(function));
    }

    private void open(ModuleAddress module, String title, Consumer<ModuleModel> then) {
        system(module.system(), title).choose(module, then);
    }

    private SystemModel system(String systemId, String title) {
        SystemModel open = system.get();
        if (open != null && open.systemProperty().get().id().equals(systemId)) {
            return open;
        }
        choose(new ControlSystem(systemId, "", title, "", "", List.of(), List.of(), List.of(), 0, false, "", ""));
        return system.get();
    }

    /// The open system.
    public Optional<ControlSystem> openSystem() {
        return Optional.ofNullable(system.get()).map(open -> open.systemProperty().get());
    }

    /// Where the open module is.
    public Optional<ModuleAddress> openModule() {
        return Optional.ofNullable(system.get()).flatMap(open -> Optional.ofNullable(open.moduleProperty().get()))
                .map(ModuleModel::address);
    }

    PlacesModel places() {
        return places;
    }

    /// The open system; null for none.
    ReadOnlyObjectProperty<@Nullable SystemModel> systemProperty() {
        return system.getReadOnlyProperty();
    }

    @Override
    public void close() {
        places.close();
        SystemModel open = system.get();
        if (open != null) {
            open.close();
        }
    }
}

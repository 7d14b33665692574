package placewatch.screen.explore;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import placewatch.bridge.Connection;
import placewatch.control.status.StatusActions;
import placewatch.rest.ControlSystem;

/// What Explore shows: the places, and the system that was chosen there.
public final class ExploreModel implements AutoCloseable {

    private final Connection connection;
    private final Favourites favourites;
    private final StatusActions actions;
    private final PlacesModel places;
    private final ReadOnlyObjectWrapper<@Nullable SystemModel> system = new ReadOnlyObjectWrapper<>();

    public ExploreModel(Connection connection, Favourites favourites) {
        this(connection, favourites, StatusActions.none());
    }

    /// @param actions what other screens do with status variables that are chosen here
    public ExploreModel(Connection connection, Favourites favourites, StatusActions actions) {
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
        system.set(new SystemModel(connection, favourites, chosen, actions));
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

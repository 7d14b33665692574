package placewatch.screen.explore;

import java.util.Map;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableMap;
import javafx.util.Subscription;
import placewatch.rest.ControlSystem;

/// The systems of one server that the person keeps at hand. JavaFX thread.
public final class Favourites {

    private final ObservableMap<String, String> titles;

    /// @param kept title by id, as the last time
    /// @param keep hears them all after each change
    public Favourites(Map<String, String> kept, Consumer<Map<String, String>> keep) {
        titles = FXCollections.observableHashMap();
        titles.putAll(kept);
        titles.addListener((MapChangeListener<String, String>) _ -> keep.accept(Map.copyOf(titles)));
    }

    boolean has(String systemId) {
        return titles.containsKey(systemId);
    }

    /// Adds it, or takes it away.
    void toggle(ControlSystem system) {
        if (titles.remove(system.id()) == null) {
            titles.put(system.id(), system.title());
        }
    }

    /// A system may have got another title since.
    void seen(ControlSystem system) {
        titles.computeIfPresent(system.id(), (_, _) -> system.title());
    }

    /// Title by id.
    Map<String, String> titles() {
        return Map.copyOf(titles);
    }

    /// Hears of each change until it is unsubscribed.
    Subscription onChange(Runnable then) {
        MapChangeListener<String, String> listener = _ -> then.run();
        titles.addListener(listener);
        return () -> titles.removeListener(listener);
    }
}

package placewatch.settings;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// How the person likes it: what a restart brings back. Immutable, and holds no secrets.
///
/// @param window        empty until there was a window
/// @param splitters     by the splitter's name, its dividers' positions, each from 0 to 1
/// @param tables        how tables are arranged that each server's screens share, by the table's name
/// @param connections   by the server's address, the settings that are not the usual ones
/// @param favourites    by the server's address, the systems kept there: title by id
public record Preferences(
        Theme theme,
        Optional<WindowPlace> window,
        Map<String, List<Double>> splitters,
        Map<String, TableLayout> tables,
        Map<String, ConnectionSettings> connections,
        Map<String, Map<String, String>> favourites) {

    public enum Theme { LIGHT, DARK, SYSTEM }

    public Preferences {
        TreeMap<String, List<Double>> keptSplitters = new TreeMap<>();
        splitters.forEach((name, positions) -> keptSplitters.put(name, positions(name, positions)));
        splitters = Collections.unmodifiableMap(keptSplitters);
        tables = Collections.unmodifiableMap(new TreeMap<>(tables));
        connections = Collections.unmodifiableMap(new TreeMap<>(connections));
        TreeMap<String, Map<String, String>> keptFavourites = new TreeMap<>();
        favourites.forEach((server, systems) ->
                keptFavourites.put(server, Collections.unmodifiableMap(new TreeMap<>(systems))));
        favourites = Collections.unmodifiableMap(keptFavourites);
    }

    /// Before anybody chose anything.
    public static Preferences initial() {
        return new Preferences(Theme.SYSTEM, Optional.empty(), Map.of(), Map.of(), Map.of(), Map.of());
    }

    public Preferences withTheme(Theme chosen) {
        return new Preferences(chosen, window, splitters, tables, connections, favourites);
    }

    public Preferences withWindow(WindowPlace place) {
        return new Preferences(theme, Optional.of(place), splitters, tables, connections, favourites);
    }

    public Preferences withSplitter(String name, List<Double> positions) {
        Map<String, List<Double>> more = new TreeMap<>(splitters);
        more.put(name, positions);
        return new Preferences(theme, window, more, tables, connections, favourites);
    }

    public Preferences withTable(String name, TableLayout layout) {
        Map<String, TableLayout> more = new TreeMap<>(tables);
        more.put(name, layout);
        return new Preferences(theme, window, splitters, more, connections, favourites);
    }

    /// @param server its address, written always in the same way
    public Preferences withConnection(String server, ConnectionSettings settings) {
        Map<String, ConnectionSettings> more = new TreeMap<>(connections);
        if (settings.equals(ConnectionSettings.usual())) {
            more.remove(server);
        } else {
            more.put(server, settings);
        }
        return new Preferences(theme, window, splitters, tables, more, favourites);
    }

    /// @param server  its address, written always in the same way
    /// @param systems title by id
    public Preferences withFavourites(String server, Map<String, String> systems) {
        Map<String, Map<String, String>> more = new TreeMap<>(favourites);
        if (systems.isEmpty()) {
            more.remove(server);
        } else {
            more.put(server, systems);
        }
        return new Preferences(theme, window, splitters, tables, connections, more);
    }

    private static List<Double> positions(String splitter, List<Double> positions) {
        for (double position : positions) {
            if (!(position >= 0 && position <= 1)) {
                throw new IllegalArgumentException("a divider of " + splitter + " can't be at " + position);
            }
        }
        return List.copyOf(positions);
    }
}

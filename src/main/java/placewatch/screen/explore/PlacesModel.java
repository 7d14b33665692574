package placewatch.screen.explore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import placewatch.bridge.Connection;
import placewatch.control.NaturalOrder;
import placewatch.control.Texts;
import placewatch.protocol.Failure;
import placewatch.protocol.Subscription;
import placewatch.rest.ApiResult;
import placewatch.rest.ControlSystem;
import placewatch.rest.Page;
import placewatch.rest.SystemQuery;
import placewatch.rest.Zone;

/// The places on the left: zones as a tree with their systems, or, while something is typed, the systems that the
/// server finds. An answer to an older question never covers a newer one.
final class PlacesModel implements AutoCloseable {

    private static final int PAGE = 100;
    private static final long TYPING_PAUSE_MILLIS = 250;
    private static final long SHOWN_WAIT_MILLIS = 300;

    /// With no more zones than this, the buildings are opened at once.
    private static final int FEW_ZONES = 40;

    private final Connection connection;
    private final ObservableList<PlaceNode> roots = FXCollections.observableArrayList();
    private final ObservableList<PlaceNode> found = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyIntegerWrapper matches = new ReadOnlyIntegerWrapper();
    private final StringProperty query = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper searching = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ObservableList<PlaceNode> openAtFirst = FXCollections.observableArrayList();

    private List<Zone> zones = List.of();
    private Map<String, Zone> zoneById = Map.of();
    private final Subscription returning;
    private Subscription typing = () -> { };
    private Subscription slow = () -> { };
    private Subscription asking = () -> { };

    PlacesModel(Connection connection) {
        this.connection = connection;
        query.addListener((_, _, words) -> typed(words.strip()));
        returning = connection.onReturn(() -> {
            if (!trouble.get().isEmpty()) {
                load();
            }
        });
    }

    /// Asks for the zones and the number of systems.
    void load() {
        trouble.set("");
        roots.setAll(new PlaceNode(new PlaceNode.Notice("Loading zones…")));
        connection.systems(SystemQuery.all().first(0), result -> {
            if (result instanceof ApiResult.Ok<Page<ControlSystem>>(Page<ControlSystem> page)) {
                total.set(page.total());
            }
        });
        connection.zones(result -> {
            switch (result) {
                case ApiResult.Ok<List<Zone>>(List<Zone> all) -> zonesAre(all);
                case ApiResult.Failed<List<Zone>>(Failure failure) -> {
                    roots.clear();
                    trouble.set("The zones could not be loaded. " + Texts.failure(failure));
                }
            }
        });
    }

    private void zonesAre(List<Zone> all) {
        zones = all;
        zoneById = all.stream().collect(Collectors.toMap(Zone::id, zone -> zone, (one, _) -> one));
        List<Zone> buildings = all.stream().filter(zone -> zone.tags().contains("building")).toList();
        List<Zone> top = buildings.isEmpty()
                ? all.stream().filter(zone -> !zoneById.containsKey(zone.parentId())).toList() : buildings;
        List<PlaceNode> nodes = nodesOf(top);
        if (nodes.isEmpty()) {
            // a server without zones still has systems
            roots.clear();
            systemsInto(roots, SystemQuery.all(), Set.of());
        } else {
            roots.setAll(nodes);
        }
        if (all.size() <= FEW_ZONES) {
            openAtFirst.setAll(nodes);
        }
    }

    private List<PlaceNode> nodesOf(List<Zone> some) {
        List<PlaceNode> nodes = new ArrayList<>();
        some.stream().sorted(Comparator.comparing(Zone::title, new NaturalOrder())).forEach(zone -> {
            PlaceNode node = new PlaceNode(new PlaceNode.OfZone(zone));
            connection.systems(SystemQuery.all().in(zone.id()).first(0), result -> {
                if (result instanceof ApiResult.Ok<Page<ControlSystem>>(Page<ControlSystem> page)) {
                    node.count(page.total());
                }
            });
            nodes.add(node);
        });
        return nodes;
    }

    /// A zone was opened: its zones come at once, its own systems page by page.
    void open(PlaceNode node) {
        if (!(node.content() instanceof PlaceNode.OfZone(Zone zone)) || !node.open()) {
            return;
        }
        List<Zone> inside = zones.stream().filter(z -> z.parentId().equals(zone.id())).toList();
        node.children().setAll(nodesOf(inside));
        boolean building = inside.stream().anyMatch(z -> z.tags().contains("level"));
        if (building) {
            systemsOfBuilding(node, zone);
        } else {
            systemsInto(node.children(), SystemQuery.all().in(zone.id()), ids(inside));
        }
    }

    /// Only asks for a building's own systems when it has more than its levels hold together: all of them may be
    /// thousands.
    private void systemsOfBuilding(PlaceNode node, Zone zone) {
        List<PlaceNode> levels = List.copyOf(node.children());
        Runnable compare = () -> {
            boolean counted = node.countProperty().get() >= 0
                    && levels.stream().allMatch(level -> level.countProperty().get() >= 0);
            int below = levels.stream().mapToInt(level -> level.countProperty().get()).sum();
            if (counted && node.countProperty().get() > below) {
                Set<String> inside = levels.stream()
                        .map(level -> ((PlaceNode.OfZone) level.content()).zone().id()).collect(Collectors.toSet());
                systemsInto(node.children(), SystemQuery.all().in(zone.id()), inside);
            }
        };
        levels.forEach(level -> level.countProperty().addListener(_ -> compare.run()));
        node.countProperty().addListener(_ -> compare.run());
    }

    private static Set<String> ids(List<Zone> some) {
        return some.stream().map(Zone::id).collect(Collectors.toSet());
    }

    /// @param elsewhere zones whose systems stand under their own line
    private void systemsInto(ObservableList<PlaceNode> list, SystemQuery query, Set<String> elsewhere) {
        PlaceNode waiting = new PlaceNode(new PlaceNode.Notice("Loading systems…"));
        list.add(waiting);
        connection.systems(query, result -> {
            list.remove(waiting);
            switch (result) {
                case ApiResult.Ok<Page<ControlSystem>>(Page<ControlSystem> page) -> {
                    page.items().stream()
                            .filter(system -> system.zones().stream().noneMatch(elsewhere::contains))
                            .forEach(system -> list.add(new PlaceNode(new PlaceNode.OfSystem(system, ""))));
                    if (page.more() && !page.items().isEmpty()) {
                        more(list, page, () -> systemsInto(list, query.from(page.end()), elsewhere));
                    } else if (list.isEmpty()) {
                        list.add(new PlaceNode(new PlaceNode.Notice("No systems here")));
                    }
                }
                case ApiResult.Failed<Page<ControlSystem>>(Failure failure) -> {
                    PlaceNode[] again = new PlaceNode[1];
                    again[0] = new PlaceNode(new PlaceNode.More(Texts.failure(failure) + " Click to try again.", () -> {
                        list.remove(again[0]);
                        systemsInto(list, query, elsewhere);
                    }));
                    list.add(again[0]);
                }
            }
        });
    }

    private static void more(ObservableList<PlaceNode> list, Page<ControlSystem> page, Runnable fetch) {
        PlaceNode[] more = new PlaceNode[1];
        more[0] = new PlaceNode(new PlaceNode.More(
                "Show more (" + page.end() + " of " + page.total() + ")", () -> {
                    list.remove(more[0]);
                    fetch.run();
                }));
        list.add(more[0]);
    }

    private void typed(String words) {
        typing.close();
        asking.close();
        slow.close();
        if (words.isEmpty()) {
            searching.set(false);
            found.clear();
            return;
        }
        typing = connection.after(TYPING_PAUSE_MILLIS, () -> find(words, SystemQuery.all().matching(words)));
    }

    private void find(String words, SystemQuery wanted) {
        asking.close();
        slow.close();
        slow = connection.after(SHOWN_WAIT_MILLIS, () -> {
            searching.set(true);
            if (wanted.offset() == 0) {
                matches.set(0);
                found.clear();
            }
            found.add(new PlaceNode(new PlaceNode.Notice("Searching for “" + words + "”…")));
        });
        asking = connection.systems(wanted, result -> {
            slow.close();
            searching.set(true);
            found.removeIf(node -> wanted.offset() == 0 || node.content() instanceof PlaceNode.Notice);
            switch (result) {
                case ApiResult.Ok<Page<ControlSystem>>(Page<ControlSystem> page) -> {
                    matches.set(page.total());
                    // servers match any of the words, by name: what has all of them as typed comes first
                    String typed = words.toLowerCase(Locale.ROOT);
                    Stream.concat(
                            page.items().stream().filter(system -> has(system, typed)),
                            page.items().stream().filter(system -> !has(system, typed))).forEach(system ->
                            found.add(new PlaceNode(new PlaceNode.OfSystem(system, pathOf(system)))));
                    if (page.more() && !page.items().isEmpty()) {
                        more(found, page, () -> find(words, wanted.from(page.end())));
                    } else if (found.isEmpty()) {
                        found.add(new PlaceNode(new PlaceNode.Notice("No system matches “" + words + "”")));
                    }
                }
                case ApiResult.Failed<Page<ControlSystem>>(Failure failure) ->
                    found.add(new PlaceNode(new PlaceNode.More(
                            "The search failed. " + Texts.failure(failure) + " Click to try again.",
                            () -> find(words, SystemQuery.all().matching(words)))));
            }
        });
    }

    private static boolean has(ControlSystem system, String typed) {
        return system.title().toLowerCase(Locale.ROOT).contains(typed);
    }

    /// `Harbour House › Level 2`.
    String pathOf(ControlSystem system) {
        return system.zones().stream()
                .map(id -> Optional.ofNullable(zoneById.get(id)))
                .flatMap(Optional::stream)
                .filter(zone -> zone.tags().contains("building") || zone.tags().contains("level"))
                .sorted(Comparator.comparing(zone -> zone.tags().contains("building") ? 0 : 1))
                .map(Zone::title)
                .collect(Collectors.joining(" › "));
    }

    ObservableList<PlaceNode> roots() {
        return roots;
    }

    /// Lines that should be opened as soon as they are there.
    ObservableList<PlaceNode> openAtFirst() {
        return openAtFirst;
    }

    /// What the search found, while there is one.
    ObservableList<PlaceNode> found() {
        return found;
    }

    /// What is typed into the search.
    StringProperty queryProperty() {
        return query;
    }

    /// Whether [#found] is what should be on screen.
    ReadOnlyBooleanProperty searchingProperty() {
        return searching.getReadOnlyProperty();
    }

    /// Systems that the latest search found, all pages.
    ReadOnlyIntegerProperty matchesProperty() {
        return matches.getReadOnlyProperty();
    }

    /// All systems of the server; -1 until it told.
    ReadOnlyIntegerProperty totalProperty() {
        return total.getReadOnlyProperty();
    }

    /// Why there is nothing; empty when all is well.
    ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    @Override
    public void close() {
        returning.close();
        typing.close();
        slow.close();
        asking.close();
    }
}

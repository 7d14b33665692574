package placewatch.screen.explore;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
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

/// The places on the left: zones as a tree with their systems, or the systems that the server finds by what is typed,
/// or the favourites; each through the same filter. An answer to an older question never covers a newer one.
final class PlacesModel implements AutoCloseable {

    private static final long TYPING_PAUSE_MILLIS = 250;
    private static final long SHOWN_WAIT_MILLIS = 300;

    /// With no more zones than this, the first building is opened at once.
    private static final int FEW_ZONES = 40;

    private final Connection connection;
    private final Favourites favourites;
    private final FavouriteSystems starred;
    private final PlaceRows rows;
    private final Sight sight;
    private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyIntegerWrapper matches = new ReadOnlyIntegerWrapper(-1);
    private final StringProperty query = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<SystemFilter> filter = new ReadOnlyObjectWrapper<>(SystemFilter.none());
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final TreeSet<String> featuresSeen = new TreeSet<>(new NaturalOrder());
    private final ObservableList<String> features = FXCollections.observableArrayList();
    private final Subscription returning;
    private ZoneForest zones = new ZoneForest(List.of());
    private PlaceSection tree = new PlaceWords("Loading zones…");
    private SystemQuery treeFilter = SystemQuery.all();
    private Subscription loading = () -> { };
    private Subscription totalling = () -> { };
    private boolean totals;
    private Subscription counting = () -> { };
    private Subscription typing = () -> { };
    private Subscription slow = () -> { };
    private Subscription finding = () -> { };

    PlacesModel(Connection connection, Favourites favourites) {
        this.connection = connection;
        this.favourites = favourites;
        rows = new PlaceRows(tree);
        sight = new Sight(connection, rows);
        starred = new FavouriteSystems(connection, favourites, system -> zones.path(system),
                List.of(new PlaceNode.Notice("No favourites here.", 0),
                        new PlaceNode.Notice("A system's star makes it one.", 0),
                        new PlaceNode.Act("Show all systems", 0, this::clearAll)),
                (from, before, after) -> starredChanged(from, before, after));
        query.addListener((_, _, _) -> {
            stopFinding();
            typing = connection.after(words().isEmpty() ? 0 : TYPING_PAUSE_MILLIS, this::find);
        });
        returning = connection.onReturn(this::askAgain);
    }

    private void starredChanged(int from, int before, int after) {
        rows.changed(starred, from, before, after);
        if (rows.shown() == starred) {
            matches.set(starred.count());
        }
    }

    private PlaceNode clear() {
        String what = !filter.get().isSet() ? "the search" : query.get().isBlank() ? "the filters"
                : "the search and the filters";
        return new PlaceNode.Act("Clear " + what, 0, this::clearAll);
    }

    /// Shows all again.
    void clearAll() {
        filter.set(SystemFilter.none());
        query.set("");
        find();
    }

    private void askAgain() {
        if (!trouble.get().isEmpty()) {
            load();
            return;
        }
        if (total.get() < 0 && !totals) {
            askTotal();
        }
        tree.forgetFailures();
        if (rows.shown() != tree) {
            rows.shown().forgetFailures();
        }
        if (matches.get() < 0 && (filter.get().isSet() || !words().isEmpty())) {
            find();
        }
        sight.ask();
    }

    /// Asks for the zones and the number of systems.
    void load() {
        trouble.set("");
        sight.leave();
        treeIs(new PlaceWords("Loading zones…"));
        askTotal();
        loading.close();
        loading = connection.zones(result -> {
            switch (result) {
                case ApiResult.Ok<List<Zone>>(List<Zone> all) -> zonesAre(all);
                case ApiResult.Failed<List<Zone>>(Failure failure) ->
                    trouble.set("The zones could not be loaded. " + Texts.failure(failure));
            }
        });
    }

    private void askTotal() {
        totalling.close();
        totals = true;
        totalling = connection.systems(SystemQuery.all().first(0), result -> {
            totals = false;
            if (result instanceof ApiResult.Ok<Page<ControlSystem>>(Page<ControlSystem> page)) {
                total.set(page.total());
            }
        });
    }

    private void zonesAre(List<Zone> all) {
        zones = new ZoneForest(all);
        List<ZoneForest.Place> places = zones.places();
        treeFilter = filter.get().query();
        PlaceTree[] made = new PlaceTree[1];
        made[0] = new PlaceTree(setting(_ -> "", UnaryOperator.identity(), depth -> List.of(new PlaceNode.Notice(
                filter.get().isSet() ? "No system here passes the filter" : "No systems here", depth))),
                places, treeFilter, (from, before, after) -> rows.changed(made[0], from, before, after));
        if (zones.size() <= FEW_ZONES) {
            made[0].toggle(0);
            if (!places.getFirst().inside().isEmpty()) {
                made[0].toggle(1);
            }
        }
        treeIs(made[0]);
        find();
    }

    private void treeIs(PlaceSection next) {
        boolean shown = rows.shown() == tree;
        tree = next;
        if (shown) {
            rows.show(tree);
        }
    }

    private SystemPages.Setting setting(Function<ControlSystem, String> path,
            UnaryOperator<List<ControlSystem>> order, IntFunction<List<PlaceNode>> empty) {
        return new SystemPages.Setting(connection, this::seen, path, order, empty);
    }

    private void seen(List<ControlSystem> systems) {
        boolean more = false;
        for (ControlSystem system : systems) {
            more |= featuresSeen.addAll(system.features());
            favourites.seen(system);
        }
        if (more) {
            features.setAll(featuresSeen);
        }
    }

    private String words() {
        return query.get().strip();
    }

    private void stopFinding() {
        typing.close();
        slow.close();
        finding.close();
        counting.close();
    }

    /// Shows what the words and the filter ask for. What was on screen stays until the server answered, but not long.
    private void find() {
        stopFinding();
        SystemFilter wanted = filter.get();
        if (wanted.favouritesOnly()) {
            starred.show(words(), wanted);
            show(starred);
            matches.set(starred.count());
        } else if (words().isEmpty()) {
            browse(wanted);
        } else {
            search(words(), wanted);
        }
    }

    private void browse(SystemFilter wanted) {
        matches.set(-1);
        if (tree instanceof PlaceTree zoneTree && !treeFilter.equals(wanted.query())) {
            treeFilter = wanted.query();
            sight.leave();
            zoneTree.filter(treeFilter);
        }
        show(tree);
        if (wanted.isSet()) {
            counting = connection.systems(wanted.query().first(0), result -> {
                if (result instanceof ApiResult.Ok<Page<ControlSystem>>(Page<ControlSystem> page)) {
                    matches.set(page.total());
                    if (page.total() == 0) {
                        show(new PlaceWords(nothing("No system passes the filter")));
                    }
                }
            });
        }
    }

    private List<PlaceNode> nothing(String words) {
        return List.of(new PlaceNode.Notice(words, 0), clear());
    }

    private void search(String words, SystemFilter wanted) {
        String none = "No system matches “" + words + "”" + (wanted.isSet() ? " and the filter" : "");
        SystemPages[] made = new SystemPages[1];
        // servers match any of the words, by name: what has all of them as typed comes first
        String typed = words.toLowerCase(Locale.ROOT);
        UnaryOperator<List<ControlSystem>> order = systems -> systems.stream()
                .sorted(Comparator.comparing(system -> !system.title().toLowerCase(Locale.ROOT).contains(typed)))
                .toList();
        made[0] = new SystemPages(setting(system -> zones.path(system), order, _ -> nothing(none)),
                wanted.query().matching(words), 0, (from, before, after) -> {
                    if (rows.shown() == made[0]) {
                        matches.set(made[0].length());
                    }
                    rows.changed(made[0], from, before, after);
                });
        slow = connection.after(SHOWN_WAIT_MILLIS, () -> {
            matches.set(-1);
            show(new PlaceWords("Searching for “" + words + "”…"));
        });
        finding = made[0].ask(0, () -> {
            slow.close();
            matches.set(made[0].length());
            show(made[0]);
        });
    }

    private void show(PlaceSection next) {
        if (rows.shown() != next) {
            sight.leave();
            rows.show(next);
        } else {
            sight.ask();
        }
    }

    /// Told by the view whenever other lines came into sight; what they stand for is asked then.
    void inSight(int first, int last) {
        sight.moved(first, last);
    }

    /// Opens or closes the zone of that line.
    void toggle(int index) {
        if (rows.shown() == tree && tree instanceof PlaceTree zoneTree) {
            zoneTree.toggle(index);
        }
    }

    /// The line of the zone around that line.
    int around(int index) {
        return rows.shown() == tree && tree instanceof PlaceTree zoneTree ? zoneTree.around(index) : index;
    }

    /// Does what a line offers, then asks what is in sight.
    void act(PlaceNode.Act line) {
        line.act().run();
        sight.ask();
    }

    /// The lines of what is shown: of the tree, of a search, of the favourites.
    ObservableList<PlaceNode> rows() {
        return rows;
    }

    /// What is typed into the search.
    StringProperty queryProperty() {
        return query;
    }

    ReadOnlyObjectProperty<SystemFilter> filterProperty() {
        return filter.getReadOnlyProperty();
    }

    void filter(SystemFilter wanted) {
        if (!wanted.equals(filter.get())) {
            filter.set(wanted);
            find();
        }
    }

    /// The same, for a filter that is being typed.
    void filterSoon(SystemFilter wanted) {
        if (!wanted.equals(filter.get())) {
            stopFinding();
            filter.set(wanted);
            typing = connection.after(TYPING_PAUSE_MILLIS, this::find);
        }
    }

    /// Features that any system had that came so far.
    ObservableList<String> features() {
        return features;
    }

    Favourites favourites() {
        return favourites;
    }

    /// Systems that pass the search and the filter, all pages; -1 when there are neither, or until the server told.
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
        loading.close();
        totalling.close();
        stopFinding();
        sight.close();
    }
}

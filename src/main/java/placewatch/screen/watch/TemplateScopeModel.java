package placewatch.screen.watch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
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
import placewatch.settings.Template;

/// Over which systems a template is to be: a zone, a search, or some that are picked. JavaFX thread.
final class TemplateScopeModel implements AutoCloseable {

    enum Kind { ZONE, SEARCH, SYSTEMS }

    /// @param path `Harbour House › Level 2`
    record Place(String id, String title, String path) { }

    private static final long TYPED_MILLIS = 250;
    private static final int FOUND = 100;

    private final Connection connection;
    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.ZONE);
    private final ObjectProperty<@Nullable Place> zone = new SimpleObjectProperty<>();
    private final StringProperty zoneFilter = new SimpleStringProperty("");
    private final StringProperty words = new SimpleStringProperty("");
    private final StringProperty pickWords = new SimpleStringProperty("");
    private final ObservableList<Place> places = FXCollections.observableArrayList();
    private final ObservableList<Template.Picked> found = FXCollections.observableArrayList();
    private final ObservableList<Template.Picked> picked = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private List<Place> all = List.of();
    private Subscription asking = () -> { };
    private Subscription typing = () -> { };
    private Subscription finding = () -> { };

    TemplateScopeModel(Connection connection, Optional<Template.Scope> before) {
        this.connection = connection;
        before.ifPresent(scope -> {
            switch (scope) {
                case Template.Scope.Zone(String id, String title) -> zone.set(new Place(id, title, title));
                case Template.Scope.Search(String searched) -> {
                    kind.set(Kind.SEARCH);
                    words.set(searched);
                }
                case Template.Scope.Systems(List<Template.Picked> systems) -> {
                    kind.set(Kind.SYSTEMS);
                    picked.setAll(systems);
                }
            }
        });
        zoneFilter.subscribe(_ -> filterPlaces());
        words.subscribe(_ -> countSoon());
        pickWords.subscribe(_ -> findSoon());
        asking = connection.zones(result -> {
            switch (result) {
                case ApiResult.Ok<List<Zone>>(List<Zone> zones) -> zonesAre(zones);
                case ApiResult.Failed<List<Zone>>(Failure failure) ->
                    note.set("The zones could not be loaded. " + Texts.failure(failure));
            }
        });
    }

    private void zonesAre(List<Zone> zones) {
        Map<String, Zone> byId = new HashMap<>();
        zones.forEach(each -> byId.put(each.id(), each));
        all = zones.stream().map(each -> new Place(each.id(), each.title(), path(each, byId)))
                .sorted(Comparator.comparing(Place::path, new NaturalOrder())).toList();
        Place chosen = zone.get();
        filterPlaces();
        if (chosen != null) {
            all.stream().filter(place -> place.id().equals(chosen.id())).findFirst().ifPresent(zone::set);
        }
    }

    private static String path(Zone zone, Map<String, Zone> byId) {
        List<String> titles = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        for (Zone each = zone; each != null && !seen.contains(each.id()); each = byId.get(each.parentId())) {
            seen.add(each.id());
            titles.addFirst(each.title());
        }
        return String.join(" › ", titles);
    }

    private void filterPlaces() {
        String[] wanted = zoneFilter.get().strip().toLowerCase(Locale.ROOT).split("\\s+");
        places.setAll(all.stream().filter(place -> {
            String path = place.path().toLowerCase(Locale.ROOT);
            return List.of(wanted).stream().allMatch(path::contains);
        }).toList());
    }

    private void countSoon() {
        typing.close();
        finding.close();
        String searched = words.get().strip();
        if (kind.get() == Kind.SEARCH && searched.isEmpty()) {
            note.set("");
        } else if (kind.get() == Kind.SEARCH) {
            typing = connection.after(TYPED_MILLIS, () -> finding = connection.systems(
                    SystemQuery.all().matching(searched).first(0), told(page ->
                            note.set("The server finds " + Texts.count(page.total(), "system") + " now."))));
        }
    }

    private void findSoon() {
        typing.close();
        finding.close();
        String searched = pickWords.get().strip();
        typing = connection.after(searched.isEmpty() ? 0 : TYPED_MILLIS, () -> finding = connection.systems(
                SystemQuery.all().matching(searched).first(FOUND), told(page -> {
                    found.setAll(page.items().stream()
                            .map(system -> new Template.Picked(system.id(), system.title())).toList());
                    if (kind.get() == Kind.SYSTEMS) {
                        note.set(page.total() > page.items().size() ? "The first " + page.items().size() + " of "
                                + Texts.count(page.total(), "system") + "; search for others." : "");
                    }
                })));
    }

    private Consumer<ApiResult<Page<ControlSystem>>> told(Consumer<Page<ControlSystem>> then) {
        return result -> {
            switch (result) {
                case ApiResult.Ok<Page<ControlSystem>>(Page<ControlSystem> page) -> then.accept(page);
                case ApiResult.Failed<Page<ControlSystem>>(Failure failure) ->
                    note.set("The systems could not be looked up. " + Texts.failure(failure));
            }
        };
    }

    void choose(Kind next) {
        kind.set(next);
        note.set("");
        if (next == Kind.SEARCH) {
            countSoon();
        } else if (next == Kind.SYSTEMS) {
            findSoon();
        }
    }

    void pick(Template.Picked system) {
        if (picked.stream().noneMatch(each -> each.id().equals(system.id()))) {
            picked.add(system);
        }
    }

    void unpick(Template.Picked system) {
        picked.remove(system);
    }

    /// What was chosen; empty until something was.
    Optional<Template.Scope> scope() {
        Place place = zone.get();
        return switch (kind.get()) {
            case ZONE -> place == null ? Optional.empty()
                    : Optional.of(new Template.Scope.Zone(place.id(), place.title()));
            case SEARCH -> words.get().isBlank() ? Optional.empty()
                    : Optional.of(new Template.Scope.Search(words.get().strip()));
            case SYSTEMS -> picked.isEmpty() ? Optional.empty()
                    : Optional.of(new Template.Scope.Systems(picked));
        };
    }

    /// What is still to be done; empty when there is a scope.
    String lacks() {
        return scope().isPresent() ? "" : switch (kind.get()) {
            case ZONE -> "Choose a zone.";
            case SEARCH -> "Write what to search for.";
            case SYSTEMS -> "Pick a system.";
        };
    }

    ObjectProperty<Kind> kindProperty() {
        return kind;
    }

    ObjectProperty<@Nullable Place> zoneProperty() {
        return zone;
    }

    StringProperty zoneFilterProperty() {
        return zoneFilter;
    }

    /// What the server is to look for.
    StringProperty wordsProperty() {
        return words;
    }

    /// What to pick from is searched by this.
    StringProperty pickWordsProperty() {
        return pickWords;
    }

    /// The zones that pass the filter, in the order of their paths.
    ObservableList<Place> places() {
        return places;
    }

    /// The systems to pick from.
    ObservableList<Template.Picked> found() {
        return found;
    }

    ObservableList<Template.Picked> picked() {
        return picked;
    }

    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    @Override
    public void close() {
        asking.close();
        typing.close();
        finding.close();
    }
}

package placewatch.screen.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import placewatch.bridge.Connection;
import placewatch.control.status.LiveRows;
import placewatch.control.status.RowGroup;
import placewatch.model.StatusRow;
import placewatch.model.TypedFilter;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.StatusKey;
import placewatch.protocol.Subscription;
import placewatch.settings.WatchTables.Table;

/// The watch table on screen: its variables, live, and what of them is shown. JavaFX thread.
final class OpenTable implements AutoCloseable {

    private record Watched(StatusRow row, Subscription keeping, javafx.util.Subscription touched) { }

    private final Connection connection;
    private final SystemNames names;
    private final WholeModules whole;
    private final Map<StatusKey, Watched> watched = new HashMap<>();
    private final ObservableList<StatusRow> rows = FXCollections.observableArrayList();
    private final LiveRows shown;
    private final TypedFilter filter = new TypedFilter();
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Instant> now;
    private final Subscription ticking;
    private Table table;

    /// @param found what was found of whole modules so far; goes on growing
    OpenTable(Connection connection, SystemNames names, Map<ModuleAddress, Set<String>> found, Table table) {
        this.connection = connection;
        this.names = names;
        this.table = table;
        shown = new LiveRows(connection);
        now = new ReadOnlyObjectWrapper<>(connection.now());
        ticking = connection.eachSecond(now::set);
        whole = new WholeModules(connection, found, this::fill);
        filter.textProperty().set(table.filter());
        filter.inForceProperty().addListener(_ -> arrange());
        whole.modules(modules());
        fill();
        group();
    }

    private List<ModuleAddress> modules() {
        return table.pins().stream().map(TableEdits::module).flatMap(Optional::stream).toList();
    }

    String name() {
        return table.name();
    }

    Table table() {
        return table;
    }

    /// It is otherwise now.
    void table(Table next) {
        Table before = table;
        table = next;
        if (!next.pins().equals(before.pins()) || !next.order().equals(before.order())
                || !next.leftOut().equals(before.leftOut())) {
            whole.modules(modules());
            fill();
        }
        if (next.grouping() != before.grouping() || !next.folded().equals(before.folded())) {
            group();
        }
    }

    /// Brings the rows in line with what is pinned.
    private void fill() {
        Set<StatusKey> keys = keys();
        watched.entrySet().removeIf(entry -> {
            boolean gone = !keys.contains(entry.getKey());
            if (gone) {
                entry.getValue().keeping().close();
                entry.getValue().touched().unsubscribe();
            }
            return gone;
        });
        List<StatusRow> next = new ArrayList<>();
        for (StatusKey key : keys) {
            next.add(watched.computeIfAbsent(key, this::watch).row());
        }
        if (!next.equals(rows)) {
            rows.setAll(next);
            arrange();
        }
        note.set(whole.trouble(names));
        Set<String> systems = keys.stream().map(key -> key.module().system()).collect(Collectors.toSet());
        modules().forEach(module -> systems.add(module.system()));
        names.want(systems);
    }

    private Watched watch(StatusKey key) {
        StatusRow row = connection.row(key);
        row.running(names.running(key.module()), connection.now());
        return new Watched(row, connection.watch(row), row.onTouched(shown::touched));
    }

    /// All that is in it, in the order by hand.
    private Set<StatusKey> keys() {
        Set<String> leftOut = new HashSet<>(table.leftOut());
        Set<StatusKey> keys = new LinkedHashSet<>();
        for (String pin : table.pins()) {
            TableEdits.module(pin).ifPresentOrElse(
                    module -> whole.names(module).stream().map(name -> new StatusKey(module, name))
                            .filter(key -> !leftOut.contains(key.path())).forEach(keys::add),
                    () -> StatusKey.ofPath(pin).ifPresent(keys::add));
        }
        if (table.order().isEmpty()) {
            return keys;
        }
        Map<String, Integer> places = new HashMap<>();
        table.order().forEach(path -> places.put(path, places.size()));
        return keys.stream().sorted(Comparator.comparing(key -> places.getOrDefault(key.path(), Integer.MAX_VALUE)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void arrange() {
        shown.show(rows.stream().filter(this::passes).toList());
    }

    /// Whether the filter lets it through.
    boolean passes(StatusRow row) {
        return filter.inForceProperty().get().passes(words(row));
    }

    private List<String> words(StatusRow row) {
        String title = names.title(row.key().module().system()).get();
        String slug = row.key().module().slug();
        return List.of(row.key().name(), slug, title, slug + "/" + row.key().name(), title + "/" + slug,
                title + "/" + slug + "/" + row.key().name(), row.key().module().system());
    }

    private void group() {
        Optional<Function<StatusRow, RowGroup>> by = switch (table.grouping()) {
            case NONE -> Optional.empty();
            case SYSTEM -> Optional.of(row -> new RowGroup(row.key().module().system(),
                    names.title(row.key().module().system()).get()));
            case MODULE -> Optional.of(row -> new RowGroup(row.key().module().module(), row.key().module().module()));
        };
        shown.group(by, table.folded());
    }

    /// Another system is called otherwise than before.
    void titled() {
        arrange();
        shown.titled();
        note.set(whole.trouble(names));
    }

    /// A module was started or stopped.
    void running(ModuleAddress module) {
        boolean now = names.running(module);
        watched.forEach((key, each) -> {
            if (key.module().equals(module)) {
                each.row().running(now, connection.now());
            }
        });
    }

    /// Every row, shown or not, in the order by hand.
    ObservableList<StatusRow> rows() {
        return rows;
    }

    List<StatusKey> present() {
        return rows.stream().map(StatusRow::key).toList();
    }

    /// The rows that pass the filter, in the table's order.
    LiveRows shown() {
        return shown;
    }

    TypedFilter filter() {
        return filter;
    }

    /// What keeps rows from being there, as a sentence; empty for nothing.
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /// Why there are no rows: what to do.
    String emptyWords() {
        if (!rows.isEmpty()) {
            return "Nothing here has what the filter asks for. Esc clears the filter.";
        }
        if (!note.get().isEmpty()) {
            return note.get();
        }
        if (whole.waiting() > 0) {
            return "Looking for the variables…";
        }
        return modules().isEmpty()
                ? "Nothing is pinned here yet.\n\nIn Explore, choose status variables and press P, or right-click them "
                        + "and take “Pin to watch table”, or drag them here. A whole module is pinned from the list of "
                        + "modules, with a right click."
                : "The modules pinned here have not published any status variable yet";
    }

    /// Moves once a second.
    ReadOnlyObjectProperty<Instant> nowProperty() {
        return now.getReadOnlyProperty();
    }

    @Override
    public void close() {
        ticking.close();
        whole.close();
        shown.close();
        watched.values().forEach(each -> {
            each.keeping().close();
            each.touched().unsubscribe();
        });
    }
}

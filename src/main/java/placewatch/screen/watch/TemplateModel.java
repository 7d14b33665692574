package placewatch.screen.watch;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import placewatch.bridge.Connection;
import placewatch.control.Texts;
import placewatch.control.status.OrderedRows;
import placewatch.model.Background;
import placewatch.model.Quality;
import placewatch.model.StatusRow;
import placewatch.protocol.Failure;
import placewatch.protocol.Subscription;
import placewatch.rest.ControlSystem;
import placewatch.rest.SystemDetail;
import placewatch.rest.SystemDetail.Addressed;
import placewatch.settings.Kept;
import placewatch.settings.Template;

/// A template as it is on screen: a row for each system of its scope, a column for each variable, live. It keeps up
/// with systems that join or leave and with modules that come and go. JavaFX thread.
public final class TemplateModel implements AutoCloseable {

    /// All cells are kept live up to that many, so that sorting and copying are true for all rooms. With more it is
    /// those in sight: what nobody sees is not worth the server's work, and it can't be sorted by then.
    static final int MOST_LIVE = 5_000;

    /// Rows above and below what is in sight that are kept live then.
    private static final int AROUND = 10;

    /// More rooms than this are sorted off the JavaFX thread.
    private static final int SORTED_AT_ONCE = 2_000;

    /// How many variables there are, and how many of them are live.
    record Count(int variables, int live) { }

    private final Connection connection;
    private final Kept<Template> kept;
    private final TemplateActions actions;
    private final int most;
    private final ReadOnlyObjectWrapper<Template> definition;
    private final Map<String, TemplateRow> rows = new LinkedHashMap<>();
    private final ObservableList<TemplateColumn> columns = FXCollections.observableArrayList();
    private final OrderedRows<TemplateRow> shown;
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("Loading rooms…");
    private final ReadOnlyStringWrapper happened = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper sparse = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Instant> now;
    private final TemplateModules modules;
    private final List<Subscription> subscriptions = new ArrayList<>();
    private final Set<TemplateRow> sight = new HashSet<>();
    private TemplateColumns made;
    private TemplateSystems systems;
    private int firstInSight;
    private int lastInSight = 50;
    private boolean complete;
    private boolean moved = true;

    /// @param kept    where every change of the definition by the person goes
    public TemplateModel(Connection connection, Template definition, Kept<Template> kept, TemplateActions actions) {
        this(connection, definition, kept, actions, Integer.MAX_VALUE);
    }

    /// @param most rooms that are shown, for a preview
    TemplateModel(Connection connection, Template definition, Kept<Template> kept, TemplateActions actions, int most) {
        this.connection = connection;
        this.kept = kept;
        this.actions = actions;
        this.most = most;
        this.definition = new ReadOnlyObjectWrapper<>(definition);
        now = new ReadOnlyObjectWrapper<>(connection.now());
        shown = new OrderedRows<>(connection, SORTED_AT_ONCE);
        modules = new TemplateModules(connection, this::untold);
        made = new TemplateColumns(definition.columns());
        columns.setAll(made.columns());
        filter.addListener(_ -> arrange());
        subscriptions.add(connection.eachSecond(now::set));
        subscriptions.add(connection.onDetail(this::detail));
        order();
        shown.shown().subscribe(this::lookAround);
        systems = begin();
        subscriptions.add(connection.onReturn(() -> systems.ask()));
    }

    private TemplateSystems begin() {
        complete = false;
        note.set("Loading rooms…");
        TemplateSystems next = new TemplateSystems(connection, definition.get().scope(), new TemplateSystems.Listener() {
            @Override
            public void some(List<ControlSystem> some) {
                add(some);
            }

            @Override
            public void all(List<ControlSystem> all) {
                theseAre(all);
            }

            @Override
            public void failed(Failure failure) {
                note.set((rows.isEmpty() ? "The rooms could not be loaded. "
                        : "The list of rooms could not be looked at again; rooms may have joined or left. ")
                        + Texts.failure(failure));
            }
        });
        next.ask();
        return next;
    }

    private void theseAre(List<ControlSystem> all) {
        Set<String> still = new HashSet<>();
        all.forEach(system -> still.add(system.id()));
        List<TemplateRow> gone = rows.values().stream().filter(row -> !still.contains(row.id())).toList();
        gone.forEach(this::remove);
        List<TemplateRow> joined = add(all);
        boolean picked = definition.get().scope() instanceof Template.Scope.Systems;
        for (ControlSystem system : all) {
            TemplateRow row = rows.get(system.id());
            if (row == null) {
                continue;
            }
            // what was picked stands in no list: only its modules tell that it is there
            boolean other = picked ? !row.bound() : row.listed(system);
            if (other || row.doubtful()) {
                ask(row);
            }
        }
        if (complete) {
            tellOf(joined, gone);
        }
        complete = true;
        // one may be called otherwise now
        moved = true;
        note.set(rows.isEmpty() ? nobody() : "");
        if (!gone.isEmpty()) {
            if (made.recount(known())) {
                columnsMoved();
            }
            arrange();
        }
    }

    private String nobody() {
        return switch (definition.get().scope()) {
            case Template.Scope.Zone(var _, String title) -> "No systems are in " + title + " now";
            case Template.Scope.Search(String words) -> "No system matches “" + words + "” now";
            case Template.Scope.Systems _ -> "No systems were picked";
        };
    }

    private void tellOf(List<TemplateRow> joined, List<TemplateRow> gone) {
        List<String> words = new ArrayList<>();
        if (!joined.isEmpty()) {
            words.add(titles(joined) + " joined");
        }
        if (!gone.isEmpty()) {
            words.add(titles(gone) + " left");
        }
        if (!words.isEmpty()) {
            happened.set(String.join(", ", words) + " at "
                    + Texts.timeOfDay(connection.now(), ZoneId.systemDefault()));
        }
    }

    private static String titles(List<TemplateRow> some) {
        return some.size() == 1 ? some.getFirst().system().title() : Texts.count(some.size(), "room");
    }

    private List<TemplateRow> add(List<ControlSystem> some) {
        List<TemplateRow> added = new ArrayList<>();
        for (ControlSystem system : some) {
            if (rows.size() < most && !rows.containsKey(system.id())) {
                TemplateRow row = new TemplateRow(system);
                rows.put(system.id(), row);
                added.add(row);
            }
        }
        if (!added.isEmpty()) {
            judgeSparse();
            added.forEach(this::fill);
            arrange();
            if (!sparse.get()) {
                added.forEach(this::ask);
            }
            note.set("");
        }
        return added;
    }

    private void remove(TemplateRow row) {
        rows.remove(row.id());
        sight.remove(row);
        modules.leave(row.id());
        row.close();
        moved = true;
    }

    private void ask(TemplateRow row) {
        if (!sparse.get() || sight.contains(row)) {
            modules.ask(row.id());
        }
    }

    private void detail(SystemDetail detail) {
        TemplateRow row = rows.get(detail.system().id());
        if (row == null) {
            return;
        }
        Optional<List<Addressed>> before = row.modules();
        row.detail(detail);
        List<Addressed> listed = row.modules().orElseThrow();
        boolean same = before.isPresent() && ids(before.get()).equals(ids(listed));
        if (!same) {
            boolean others = before.isPresent() ? made.recount(known()) : made.note(listed);
            if (others) {
                columnsMoved();
            } else {
                fill(row);
            }
        }
        row.tellRunning(connection.now());
        moved = true;
        shown.touched();
    }

    private static List<String> ids(List<Addressed> modules) {
        return modules.stream().map(each -> each.address().slug() + " " + each.module().id()).toList();
    }

    private List<List<Addressed>> known() {
        return rows.values().stream().flatMap(row -> row.modules().stream()).toList();
    }

    private void untold(String system, Failure failure) {
        TemplateRow row = rows.get(system);
        if (row == null) {
            return;
        }
        if (failure instanceof Failure.NotFound) {
            row.gone(new TemplateCell.Content.Untold("no such system", Texts.failure(failure)));
        } else {
            row.untold(new TemplateCell.Content.Untold("not told", Texts.failure(failure)));
        }
        fill(row);
    }

    private void columnsMoved() {
        columns.setAll(made.columns());
        judgeSparse();
        rows.values().forEach(this::fill);
        order();
    }

    /// Makes a room's cells, and keeps live those that are to be.
    private void fill(TemplateRow row) {
        row.arrange(columns);
        if (!sparse.get() || sight.contains(row)) {
            bind(row);
        }
        moved = true;
    }

    private void bind(TemplateRow row) {
        row.cells().forEach(cell -> cell.bind(connection, this::touched));
        row.tellRunning(connection.now());
    }

    /// A hundred thousand times a second.
    private void touched() {
        moved = true;
        shown.touched();
    }

    private void judgeSparse() {
        boolean many = (long) rows.size() * Math.max(1, columns.size()) > MOST_LIVE;
        if (many != sparse.get()) {
            sparse.set(many);
            sight.clear();
            if (many) {
                rows.values().forEach(row -> row.cells().forEach(TemplateCell::close));
                order();
                lookAround();
            } else {
                rows.values().forEach(row -> {
                    bind(row);
                    if (row.modules().isEmpty()) {
                        ask(row);
                    }
                });
            }
        }
    }

    /// Told by the view whenever other rows came into sight.
    void inSight(int first, int last) {
        if (first != firstInSight || last != lastInSight) {
            firstInSight = first;
            lastInSight = last;
            lookAround();
        }
    }

    private void lookAround() {
        if (!sparse.get()) {
            return;
        }
        Set<TemplateRow> next = new HashSet<>(shown.shown().subList(
                Math.clamp(firstInSight - AROUND, 0, shown.shown().size()),
                Math.clamp(lastInSight + AROUND + 1, 0, shown.shown().size())));
        for (TemplateRow row : sight) {
            if (!next.contains(row)) {
                row.cells().forEach(TemplateCell::close);
                modules.leave(row.id());
            }
        }
        sight.clear();
        sight.addAll(next);
        for (TemplateRow row : next) {
            bind(row);
            if (row.modules().isEmpty()) {
                ask(row);
            }
        }
        moved = true;
    }

    private void arrange() {
        String[] words = filter.get().strip().toLowerCase(Locale.ROOT).split("\\s+");
        shown.show(rows.values().stream().filter(row -> passes(row, words)).toList());
        lookAround();
        moved = true;
    }

    /// By the room's name alone: a room must not come and go with its values while somebody reads them.
    private static boolean passes(TemplateRow row, String[] words) {
        String title = row.system().title().toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (!title.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private void order() {
        Optional<Template.Sort> sort = definition.get().sort();
        Optional<TemplateColumn> by = sparse.get() ? Optional.empty() : sort.flatMap(wanted -> columns.stream()
                .filter(column -> column.id().equals(wanted.column())).findFirst());
        boolean ascending = sort.filter(wanted -> by.isPresent() || wanted.column().equals(TemplateColumn.ROOM))
                .map(Template.Sort::ascending).orElse(true);
        shown.order(new TemplateOrder(by, ascending));
    }

    /// Sorts by a column from now on; empty for the order of the rooms' names.
    void sort(Optional<Template.Sort> by) {
        if (!by.equals(definition.get().sort())) {
            keep(definition.get().sorted(by));
            order();
        }
    }

    /// A column has another width from now on.
    void width(String column, double width) {
        keep(definition.get().withWidth(column, width));
    }

    /// The person has defined it anew.
    public void define(Template next) {
        Template before = definition.get();
        keep(next);
        if (!next.columns().equals(before.columns())) {
            made = new TemplateColumns(next.columns());
            made.recount(known());
            columnsMoved();
        }
        if (!next.scope().equals(before.scope())) {
            systems.close();
            List.copyOf(rows.values()).forEach(this::remove);
            happened.set("");
            arrange();
            systems = begin();
        }
    }

    /// What it takes to define this one anew.
    TemplateFormModel form(Predicate<String> taken) {
        TemplateFormModel form = new TemplateFormModel(connection, Optional.of(definition.get()), taken);
        // whoever goes away while it is open takes it along
        subscriptions.add(form::close);
        return form;
    }

    private void keep(Template next) {
        definition.set(next);
        kept.keep(next);
    }

    /// Whether anything on screen may be another than when this was asked last.
    boolean moved() {
        boolean was = moved;
        moved = false;
        return was;
    }

    Count count() {
        int variables = 0;
        int live = 0;
        for (TemplateRow row : rows.values()) {
            for (TemplateCell cell : row.cells()) {
                for (StatusRow variable : cell.rows()) {
                    variables++;
                    live += variable.quality() instanceof Quality.Live ? 1 : 0;
                }
            }
        }
        return new Count(variables, live);
    }

    /// Rooms whose modules are still to be told.
    int open() {
        return modules.open();
    }

    /// All rooms, shown or not.
    int rooms() {
        return rows.size();
    }

    /// Columns that there would be beyond what anybody reads.
    int columnsLeft() {
        return made.left();
    }

    Background background() {
        return connection;
    }

    TemplateActions actions() {
        return actions;
    }

    /// The template as it is now, with what the person changed.
    public ReadOnlyObjectProperty<Template> definitionProperty() {
        return definition.getReadOnlyProperty();
    }

    ObservableList<TemplateColumn> columns() {
        return columns;
    }

    /// The rooms that pass the filter, in the table's order.
    OrderedRows<TemplateRow> shown() {
        return shown;
    }

    /// Words that a room's name must have in it.
    StringProperty filterProperty() {
        return filter;
    }

    /// Words in place of the rooms, or about them; empty when there is nothing to say.
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /// Which rooms joined or left last, and when; empty until one did.
    ReadOnlyStringProperty happenedProperty() {
        return happened.getReadOnlyProperty();
    }

    /// Whether there are too many cells to keep all of them live.
    ReadOnlyBooleanProperty sparseProperty() {
        return sparse.getReadOnlyProperty();
    }

    /// Moves once a second.
    ReadOnlyObjectProperty<Instant> nowProperty() {
        return now.getReadOnlyProperty();
    }

    @Override
    public void close() {
        systems.close();
        modules.close();
        shown.close();
        subscriptions.forEach(Subscription::close);
        rows.values().forEach(TemplateRow::close);
        rows.clear();
    }
}

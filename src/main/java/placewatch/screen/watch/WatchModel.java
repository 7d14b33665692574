package placewatch.screen.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import placewatch.bridge.Connection;
import placewatch.control.Texts;
import placewatch.control.status.SystemTitles;
import placewatch.model.Background;
import placewatch.model.Pins;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.StatusKey;
import placewatch.settings.Kept;
import placewatch.settings.TableLayout;
import placewatch.settings.WatchTables;
import placewatch.settings.WatchTables.Table;

/// The watch tables: which there are, which is on screen, and what a person does to them. Only the one on screen has
/// its variables bound. JavaFX thread.
public final class WatchModel implements Pins, AutoCloseable {

    private final Connection connection;
    private final Kept<WatchTables> kept;
    private final SystemNames names;
    private final Optional<Consumer<List<StatusKey>>> chart;
    private final Optional<Consumer<Set<ModuleAddress>>> debug;
    private final Map<ModuleAddress, Set<String>> found = new HashMap<>();
    private final Map<String, StatusKey> chosenRows = new HashMap<>();
    private final RowActions rows = new RowActions(this);
    private final UndoSteps undo = new UndoSteps();
    private final ReadOnlyObjectWrapper<WatchTables> tables;
    private final ReadOnlyObjectWrapper<@Nullable OpenTable> open = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
    private boolean onScreen;

    /// Whether something else than a table has the place of the tables.
    private boolean aside;

    public WatchModel(Connection connection, Kept<WatchTables> kept) {
        this(connection, kept, Optional.empty(), Optional.empty());
    }

    /// @param chart draws variables; empty while nothing can
    /// @param debug shows modules' debug lines; empty while nothing can
    public WatchModel(Connection connection, Kept<WatchTables> kept,
            Optional<Consumer<List<StatusKey>>> chart, Optional<Consumer<Set<ModuleAddress>>> debug) {
        this.chart = chart;
        this.debug = debug;
        this.connection = connection;
        this.kept = kept;
        tables = new ReadOnlyObjectWrapper<>(kept.latest());
        names = new SystemNames(connection, kept.latest().titles(), this::titled, module -> {
            OpenTable shown = open.get();
            if (shown != null) {
                shown.running(module);
            }
        });
    }

    private void titled(String system, String title) {
        put(tables.get().titled(system, title));
        OpenTable shown = open.get();
        if (shown != null) {
            shown.titled();
        }
    }

    private void put(WatchTables next) {
        if (!next.equals(tables.get())) {
            tables.set(next);
            kept.keep(next);
        }
    }

    /// Does something to a table. What was said of the action before is over.
    void edit(String name, UnaryOperator<Table> edit) {
        tables.get().table(name).ifPresent(before -> {
            Table after = edit.apply(before);
            said.set("");
            put(tables.get().with(name, after));
            show();
        });
    }

    /// Brings what is on screen in line with what is chosen.
    private void show() {
        Optional<Table> wanted = onScreen && !aside ? tables.get().table(tables.get().chosen()) : Optional.empty();
        OpenTable shown = open.get();
        if (shown != null && wanted.isPresent() && shown.name().equals(wanted.get().name())) {
            shown.table(wanted.get());
            return;
        }
        if (shown != null) {
            open.set(null);
            shown.close();
        }
        wanted.ifPresent(table -> {
            OpenTable next = new OpenTable(connection, names, found, table);
            next.filter().textProperty().addListener((_, _, text) -> filter(next, text));
            open.set(next);
        });
    }

    private void filter(OpenTable filtered, String text) {
        tables.get().table(filtered.name()).ifPresent(table -> {
            put(tables.get().with(table.name(), table.withFilter(text)));
            tables.get().table(table.name()).ifPresent(filtered::table);
        });
    }

    /// Whether the screen can be seen: while it can't, nothing is kept live for it.
    public void onScreen(boolean now) {
        onScreen = now;
        if (now && !aside && tables.get().table(tables.get().chosen()).isEmpty() && !tables.get().tables().isEmpty()) {
            put(tables.get().choosing(tables.get().tables().getFirst().name()));
        }
        show();
    }

    /// Puts a table on screen.
    public void choose(String name) {
        aside = false;
        put(tables.get().choosing(name));
        show();
    }

    /// Something else is on screen in place of a table.
    void setAside() {
        aside = true;
        show();
    }

    /// Makes a table with nothing in it and puts it on screen.
    ///
    /// @return its name
    public String create() {
        String name = unusedName();
        said.set("");
        add(name);
        choose(name);
        return name;
    }

    private void add(String name) {
        List<Table> more = new ArrayList<>(tables.get().tables());
        more.add(Table.empty(name));
        put(tables.get().with(more));
    }

    /// Why a table can't be called so; empty when it can.
    String barrier(String name, String next) {
        String clean = next.strip();
        if (clean.isEmpty()) {
            return "A table needs a name";
        }
        return tables.get().table(clean).filter(other -> !other.name().equals(name)).isPresent()
                ? "Another table is called so" : "";
    }

    /// Calls a table otherwise, unless there is a barrier.
    public void rename(String name, String next) {
        String clean = next.strip();
        if (!barrier(name, clean).isEmpty() || clean.equals(name)) {
            return;
        }
        boolean chosen = tables.get().chosen().equals(name);
        tables.get().table(name).ifPresent(table -> {
            said.set("");
            OpenTable shown = open.get();
            WatchTables renamed = tables.get().with(name, table.named(clean));
            if (shown != null && shown.name().equals(name)) {
                // stays open, with what is chosen in it
                shown.table(table.named(clean));
            }
            undo.renamed(name, clean);
            put(chosen ? renamed.choosing(clean) : renamed);
            show();
        });
    }

    /// Deletes a table; [#undo] brings it back.
    public void delete(String name) {
        tables.get().table(name).ifPresent(table -> {
            int at = tables.get().tables().indexOf(table);
            List<Table> rest = new ArrayList<>(tables.get().tables());
            rest.remove(table);
            put(tables.get().with(rest));
            if (tables.get().chosen().equals(table.name()) && !rest.isEmpty()) {
                put(tables.get().choosing(rest.get(Math.min(at, rest.size() - 1)).name()));
            }
            show();
            did(new UndoSteps.Step.OfTable("Table “" + name + "” deleted", name, (now, _) -> {
                List<Table> more = new ArrayList<>(now.tables());
                String free = now.table(table.name()).isEmpty() ? table.name() : unusedName();
                more.add(Math.min(at, more.size()), table.named(free));
                return now.with(more).choosing(free);
            }));
        });
    }

    /// Something was removed, and can be put back.
    void did(UndoSteps.Step step) {
        undo.done(step);
        undoable.set(true);
        said.set(step.words());
    }

    /// Says why something was not done.
    void say(String words) {
        said.set(words);
    }

    /// Whether what was removed last is a page.
    boolean undoesPage() {
        return undo.isOfPage();
    }

    /// Puts back what was removed last, and goes to where it was.
    public void undo() {
        undo.take().ifPresent(step -> {
            switch (step) {
                case UndoSteps.Step.OfTable(var _, String table, var back) -> {
                    if (tables.get().table(table).isPresent()) {
                        put(tables.get().choosing(table));
                    }
                    put(back.apply(tables.get(), table));
                    aside = false;
                    show();
                }
                case UndoSteps.Step.OfPage(var _, Runnable back) -> back.run();
            }
            undoable.set(!undo.isEmpty());
            said.set("Undone: " + step.words());
        });
    }

    /// The table that is on screen, or was last.
    private Optional<Table> current() {
        return tables.get().table(tables.get().chosen());
    }

    /// The person arranged the columns of a table. That is no action that ends what was said.
    void arrange(String name, TableLayout layout) {
        tables.get().table(name).ifPresent(table -> {
            put(tables.get().with(name, table.withLayout(layout)));
            show();
        });
    }

    /// What is done to the rows of the table on screen.
    RowActions rows() {
        return rows;
    }

    /// The person chose a row of a table, or none.
    void chosenRow(String table, Optional<StatusKey> key) {
        key.ifPresentOrElse(it -> chosenRows.put(table, it), () -> chosenRows.remove(table));
    }

    /// The row that was chosen when a table was on screen last.
    Optional<StatusKey> chosenRow(String table) {
        return Optional.ofNullable(chosenRows.get(table));
    }

    @Override
    public List<String> tables() {
        List<String> all = new ArrayList<>(tables.get().tables().stream().map(Table::name).toList());
        current().ifPresent(table -> {
            all.remove(table.name());
            all.addFirst(table.name());
        });
        return List.copyOf(all);
    }

    @Override
    public void pin(String table, List<StatusKey> keys) {
        if (!keys.isEmpty()) {
            edit(ready(table), it -> TableEdits.pin(it, keys));
        }
    }

    @Override
    public void pinModule(String table, ModuleAddress module) {
        edit(ready(table), it -> TableEdits.pinModule(it, module));
    }

    /// There is such a table, and it is the one that was used last.
    private String ready(String name) {
        String clean = name.strip();
        if (tables.get().table(clean).isEmpty()) {
            add(clean);
        }
        if (!onScreen) {
            tables.get().table(clean).ifPresent(table -> put(tables.get().choosing(table.name())));
        }
        return clean;
    }

    ReadOnlyObjectProperty<WatchTables> tablesProperty() {
        return tables.getReadOnlyProperty();
    }

    /// The table on screen; null for none.
    ReadOnlyObjectProperty<@Nullable OpenTable> openProperty() {
        return open.getReadOnlyProperty();
    }

    /// What became of the latest action, if that needs words.
    ReadOnlyStringProperty saidProperty() {
        return said.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    /// Draws variables; empty while nothing can.
    Optional<Consumer<List<StatusKey>>> chart() {
        return chart;
    }

    /// Starts modules' debug streams and shows their lines; empty while nothing can.
    Optional<Consumer<Set<ModuleAddress>>> debug() {
        return debug;
    }

    SystemTitles titles() {
        return names::title;
    }

    /// Who works for the view off the JavaFX thread.
    Background background() {
        return connection;
    }

    @Override
    public void close() {
        onScreen = false;
        show();
        names.close();
    }
}

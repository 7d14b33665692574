package placewatch.settings;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The watch tables of one server, as they come back after a restart. Immutable.
///
/// @param tables  in the order of the list; no two have the same name
/// @param chosen  the name of what was on screen last; empty for nothing
/// @param titles  what people call the systems in them: title by id, as last heard
public record WatchTables(List<Table> tables, String chosen, Map<String, String> titles) {

    /// How the rows are put together.
    public enum Grouping { NONE, SYSTEM, MODULE }

    /// One table.
    ///
    /// @param pins    what is in it: `sys-1/Display_1/power`, or `sys-1/Display_1/*` for all of a module
    /// @param order   variables in the order in which they were put by hand; others follow
    /// @param leftOut variables of whole modules that were removed by hand
    /// @param filter  as it was typed
    /// @param layout  how its columns were arranged
    /// @param folded  groups of which only the heading shows
    public record Table(String name, List<String> pins, List<String> order, List<String> leftOut, String filter,
                        Grouping grouping, TableLayout layout, Set<String> folded) {

        public Table {
            if (name.isBlank() || !name.equals(name.strip())) {
                throw new IllegalArgumentException("a watch table needs a name, not “" + name + "”");
            }
            pins = distinct("what is pinned", pins);
            order = distinct("the order", order);
            leftOut = distinct("what is left out", leftOut);
            folded = Set.copyOf(folded);
        }

        /// With nothing in it.
        public static Table empty(String name) {
            return new Table(name, List.of(), List.of(), List.of(), "", Grouping.NONE, TableLayout.initial(),
                    Set.of());
        }

        public Table named(String next) {
            return new Table(next, pins, order, leftOut, filter, grouping, layout, folded);
        }

        public Table with(List<String> nextPins, List<String> nextOrder, List<String> nextLeftOut) {
            return new Table(name, nextPins, nextOrder, nextLeftOut, filter, grouping, layout, folded);
        }

        public Table withFilter(String next) {
            return new Table(name, pins, order, leftOut, next, grouping, layout, folded);
        }

        public Table withGrouping(Grouping next, Set<String> nextFolded) {
            return new Table(name, pins, order, leftOut, filter, next, layout, nextFolded);
        }

        public Table withLayout(TableLayout next) {
            return new Table(name, pins, order, leftOut, filter, grouping, next, folded);
        }

        private static List<String> distinct(String what, List<String> texts) {
            if (new HashSet<>(texts).size() < texts.size()) {
                throw new IllegalArgumentException(what + " holds something twice");
            }
            return List.copyOf(texts);
        }
    }

    public WatchTables {
        tables = List.copyOf(tables);
        Set<String> names = new HashSet<>();
        for (Table table : tables) {
            if (!names.add(table.name().toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("two watch tables are called “" + table.name() + "”");
            }
        }
        titles = Collections.unmodifiableMap(new TreeMap<>(titles));
    }

    /// Before anybody pinned anything.
    public static WatchTables none() {
        return new WatchTables(List.of(), "", Map.of());
    }

    /// The table of that name; capitals or not is all the same.
    public Optional<Table> table(String name) {
        return tables.stream().filter(table -> table.name().equalsIgnoreCase(name)).findFirst();
    }

    public WatchTables with(List<Table> next) {
        return new WatchTables(next, chosen, titles);
    }

    /// Another in place of the one of that name.
    public WatchTables with(String name, Table next) {
        return with(tables.stream().map(table -> table.name().equalsIgnoreCase(name) ? next : table).toList());
    }

    public WatchTables choosing(String name) {
        return new WatchTables(tables, name, titles);
    }

    public WatchTables titled(String system, String title) {
        Map<String, String> more = new TreeMap<>(titles);
        more.put(system, title);
        return new WatchTables(tables, chosen, more);
    }
}

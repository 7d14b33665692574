package placewatch.settings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A table with one row a system and one column a status variable. Immutable, and any thread's.
///
/// @param widths  in pixels, by the column's id on screen; a column that was never moved is not in it
/// @param sort    empty for the order of the rooms' names
public record Template(String name, Scope scope, List<Column> columns, Map<String, Double> widths,
                       Optional<Sort> sort) {

    /// Which systems have a row.
    public sealed interface Scope {

        /// Those in a zone and in the zones below it.
        ///
        /// @param title as it was when it was chosen, to be said before the server tells
        record Zone(String id, String title) implements Scope {
            public Zone {
                needed("zone", id);
            }
        }

        /// Those that the server finds.
        record Search(String words) implements Scope {
            public Search {
                needed("search", words);
            }
        }

        /// Those that the person picked.
        record Systems(List<Picked> systems) implements Scope {
            public Systems {
                systems = List.copyOf(systems);
            }
        }
    }

    /// A system that was picked, with its title at that time.
    public record Picked(String id, String title) {
        public Picked {
            needed("system", id);
        }
    }

    /// What becomes of a pattern that means several modules of a room.
    public enum Many {
        /// One column for all: `true, false`.
        JOINED,
        /// A column for each.
        ONE_EACH
    }

    /// @param pattern such as `Display_1/power`, as the person wrote it: it may be wrong
    public record Column(String heading, String pattern, Many many) {
        public Column {
            needed("pattern", pattern);
        }
    }

    /// @param column the column's id on screen
    public record Sort(String column, boolean ascending) { }

    public Template {
        needed("name", name);
        columns = List.copyOf(columns);
        TreeMap<String, Double> kept = new TreeMap<>();
        widths.forEach((column, width) -> {
            if (!(width > 0) || !Double.isFinite(width)) {
                throw new IllegalArgumentException("column " + column + " of " + name + " can't be " + width + " wide");
            }
            kept.put(column, width);
        });
        widths = Collections.unmodifiableMap(kept);
    }

    /// With columns of no particular width, in the order of the rooms.
    public static Template of(String name, Scope scope, List<Column> columns) {
        return new Template(name, scope, columns, Map.of(), Optional.empty());
    }

    public Template named(String next) {
        return new Template(next, scope, columns, widths, sort);
    }

    public Template over(Scope next) {
        return new Template(name, next, columns, widths, sort);
    }

    public Template with(List<Column> next) {
        return new Template(name, scope, next, widths, sort);
    }

    public Template withWidth(String column, double width) {
        Map<String, Double> more = new TreeMap<>(widths);
        more.put(column, width);
        return new Template(name, scope, columns, more, sort);
    }

    public Template sorted(Optional<Sort> next) {
        return new Template(name, scope, columns, widths, next);
    }

    /// With another column behind the others.
    public Template plus(Column column) {
        List<Column> more = new ArrayList<>(columns);
        more.add(column);
        return with(more);
    }

    private static void needed(String what, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a template's " + what + " can't be empty");
        }
    }
}

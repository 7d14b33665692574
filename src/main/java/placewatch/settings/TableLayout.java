package placewatch.settings;

import java.util.HashSet;
import java.util.List;

/// How a person arranged a table of status variables. Immutable.
///
/// @param columns in their order; none while nobody changed them
/// @param sort    by what the rows are sorted, the first decides
public record TableLayout(List<Column> columns, List<Sort> sort) {

    /// A column.
    ///
    /// @param id    stays the same over time: `system`, `module`, `name`, `value`, …
    /// @param width in pixels
    /// @param shown whether the person wants to see it
    public record Column(String id, double width, boolean shown) {

        public Column {
            if (!(width >= 0) || !Double.isFinite(width)) {
                throw new IllegalArgumentException("column " + id + " can't be " + width + " wide");
            }
        }
    }

    /// What rows are sorted by.
    ///
    /// @param column its id
    public record Sort(String column, boolean ascending) { }

    public TableLayout {
        columns = List.copyOf(columns);
        if (new HashSet<>(columns.stream().map(Column::id).toList()).size() < columns.size()) {
            throw new IllegalArgumentException("a table holds a column twice");
        }
        sort = List.copyOf(sort);
    }

    /// As at first.
    public static TableLayout initial() {
        return new TableLayout(List.of(), List.of());
    }
}

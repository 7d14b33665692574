package placewatch.export;

import java.util.HashSet;
import java.util.List;

/// What is exported: named columns, and rows with one cell for each.
///
/// @param columns no two alike, as they become the names of members in JSON
public record ExportTable(List<String> columns, List<List<Cell>> rows) {

    public ExportTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        if (columns.isEmpty() || new HashSet<>(columns).size() != columns.size()) {
            throw new IllegalArgumentException("a table needs columns with names of their own, not " + columns);
        }
        for (List<Cell> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "a row of " + row.size() + " cells under " + columns.size() + " columns");
            }
        }
    }
}

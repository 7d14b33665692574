package placewatch.screen.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import placewatch.control.status.StatusLayout;
import placewatch.control.status.StatusOrder;
import placewatch.settings.WatchTables;

/// A table's columns as they are kept, and as the table arranges them.
final class TableLayouts {

    private TableLayouts() {
    }

    /// A column to sort by that is not known, as from a newer version, is left out.
    static StatusLayout of(WatchTables.Table table) {
        List<StatusOrder.By> sort = new ArrayList<>();
        for (WatchTables.Sort by : table.sort()) {
            for (StatusOrder.Column column : StatusOrder.Column.values()) {
                if (id(column).equals(by.column())) {
                    sort.add(new StatusOrder.By(column, by.ascending()));
                }
            }
        }
        return new StatusLayout(table.columns().stream().map(column ->
                new StatusLayout.Place(column.id(), column.width(), column.shown())).toList(), sort);
    }

    static List<WatchTables.Column> columns(StatusLayout layout) {
        return layout.columns().stream().map(place ->
                new WatchTables.Column(place.id(), place.width(), place.shown())).toList();
    }

    static List<WatchTables.Sort> sort(StatusLayout layout) {
        return layout.sort().stream().map(by -> new WatchTables.Sort(id(by.column()), by.ascending())).toList();
    }

    private static String id(StatusOrder.Column column) {
        return column.name().toLowerCase(Locale.ROOT);
    }
}

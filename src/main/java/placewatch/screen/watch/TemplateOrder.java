package placewatch.screen.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import placewatch.control.NaturalOrder;
import placewatch.control.status.RowOrder;
import placewatch.control.status.StatusOrder;
import placewatch.model.StatusRow;
import placewatch.model.StatusValue;

/// Sorts the rooms of a template by their name or by what stands in a column. Rooms without a value there come last,
/// whichever way it is sorted; what is alike is in the order of the rooms' names.
///
/// @param column empty for the rooms' names
record TemplateOrder(Optional<TemplateColumn> column, boolean ascending) implements RowOrder<TemplateRow> {

    private static final NaturalOrder NAMES = new NaturalOrder();

    private record Seen(TemplateRow row, int place, String title, List<StatusValue> values, List<String> members) { }

    private record Keyed(Seen seen, StatusOrder.@Nullable Value key) { }

    @Override
    public boolean live() {
        return column.isPresent();
    }

    @Override
    public RowOrder.Snapshot<TemplateRow> look(List<TemplateRow> rows) {
        List<Seen> seen = new ArrayList<>(rows.size());
        for (TemplateRow row : rows) {
            List<StatusValue> values = new ArrayList<>();
            List<String> members = List.of();
            if (column.isPresent()) {
                TemplateCell cell = row.cell(column.get());
                for (StatusRow variable : cell.rows()) {
                    variable.value().ifPresent(values::add);
                }
                if (cell.content() instanceof TemplateCell.Content.Variables(var _, List<String> way)) {
                    members = way;
                }
            }
            seen.add(new Seen(row, seen.size(), row.system().title(), values, members));
        }
        return () -> sorted(seen);
    }

    private RowOrder.Arrangement<TemplateRow> sorted(List<Seen> seen) {
        List<Keyed> keyed = new ArrayList<>(seen.size());
        seen.forEach(each -> keyed.add(new Keyed(each, key(each))));
        keyed.sort(this::compare);
        List<TemplateRow> rows = new ArrayList<>(keyed.size());
        int[] places = new int[keyed.size()];
        for (Keyed each : keyed) {
            places[each.seen.place] = rows.size();
            rows.add(each.seen.row);
        }
        return new RowOrder.Arrangement<>(List.copyOf(rows), places);
    }

    /// One value as it compares; of several their texts one after the other.
    private static StatusOrder.@Nullable Value key(Seen seen) {
        if (seen.values.isEmpty()) {
            return null;
        }
        if (seen.values.size() == 1) {
            return StatusOrder.Value.of(TemplateValue.part(seen.values.getFirst(), seen.members));
        }
        StringBuilder all = new StringBuilder();
        seen.values.forEach(value -> all.append(TemplateValue.part(value, seen.members).shown()).append(", "));
        return new StatusOrder.Value(2, 0, all.toString());
    }

    private int compare(Keyed one, Keyed other) {
        int order = 0;
        if (one.key != null && other.key != null) {
            order = one.key.compareTo(other.key);
            order = ascending ? order : -order;
        } else if (one.key != null || other.key != null) {
            return one.key != null ? -1 : 1;
        }
        if (order == 0) {
            order = NAMES.compare(one.seen.title, other.seen.title);
            order = column.isEmpty() && !ascending ? -order : order;
        }
        return order != 0 ? order : one.seen.row.id().compareTo(other.seen.row.id());
    }
}

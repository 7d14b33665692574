package placewatch.control.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import placewatch.control.NaturalOrder;
import placewatch.model.Quality;
import placewatch.model.StatusGroup;
import placewatch.model.StatusRow;
import placewatch.model.StatusValue;

/// Sorts rows by what their columns show.
public record StatusOrder(List<By> columns) implements RowOrder<StatusRow> {

    /// What rows can be sorted by.
    public enum Column {
        SYSTEM(false), MODULE(false), NAME(false), VALUE(true), TYPE(true), CHANGES(true), CHANGED(true), QUALITY(true);

        private final boolean live;

        Column(boolean live) {
            this.live = live;
        }
    }

    /// One column and its direction.
    public record By(Column column, boolean ascending) { }

    private static final NaturalOrder NAMES = new NaturalOrder();

    private static final class Snapshot implements RowOrder.Snapshot<StatusRow> {
        private final StatusOrder order;
        private final List<Seen> seen;
        private final boolean grouped;

        private Snapshot(StatusOrder order, List<Seen> seen, boolean grouped) {
            this.order = order;
            this.seen = seen;
            this.grouped = grouped;
        }

        @Override
        public Arrangement<StatusRow> sorted() {
            List<Keyed> keyed = new ArrayList<>(seen.size());
            for (int place = 0; place < seen.size(); place++) {
                Seen each = seen.get(place);
                Object[] keys = new Object[order.columns.size()];
                for (int i = 0; i < keys.length; i++) {
                    keys[i] = key(each, order.columns.get(i).column);
                }
                keyed.add(new Keyed(each.row, place, each.group, keys));
            }
            if (!order.columns.isEmpty() || grouped) {
                keyed.sort(order.comparator());
            }
            StatusRow[] sorted = new StatusRow[keyed.size()];
            int[] places = new int[keyed.size()];
            for (int i = 0; i < sorted.length; i++) {
                sorted[i] = keyed.get(i).row;
                places[keyed.get(i).place] = i;
            }
            return new Arrangement<>(List.of(sorted), places);
        }
    }

    private record Seen(StatusRow row, @Nullable StatusValue value, long changes, @Nullable Instant changedAt,
                        Quality quality, String system, RowGroup group) { }

    /// A value as it compares: booleans, numbers, texts, lists and objects, null, no value.
    public record Value(int kind, double number, String text) implements Comparable<Value> {

        public static Value of(@Nullable StatusValue value) {
            if (value == null) {
                return new Value(9, 0, "");
            }
            return switch (value.kind()) {
                case NULL -> new Value(8, 0, "");
                case BOOLEAN -> new Value(0, value.json().contains("true") ? 1 : 0, "");
                case NUMBER -> new Value(1, Double.parseDouble(value.json()), "");
                case STRING -> new Value(2, 0, beginning(value));
                case ARRAY, OBJECT -> new Value(3, 0, beginning(value));
            };
        }

        private static String beginning(StatusValue value) {
            String json = value.json();
            return json.length() <= StatusValue.SHOWN ? json : json.substring(0, StatusValue.SHOWN);
        }

        @Override
        public int compareTo(Value other) {
            if (kind != other.kind) {
                return Integer.compare(kind, other.kind);
            }
            int order = Double.compare(number, other.number);
            return order != 0 ? order : NAMES.compare(text, other.text);
        }
    }

    private record Keyed(StatusRow row, int place, RowGroup group, Object[] keys) {
        boolean heading() {
            return row instanceof StatusGroup;
        }
    }

    public static StatusOrder none() {
        return new StatusOrder(List.of());
    }

    @Override
    public boolean live() {
        return columns.stream().anyMatch(by -> by.column.live);
    }

    /// The rows in this order.
    List<StatusRow> sorted(List<StatusRow> rows) {
        return columns.isEmpty() ? List.copyOf(rows) : look(rows, RowSense.PLAIN).sorted().rows();
    }

    @Override
    public RowOrder.Snapshot<StatusRow> look(List<StatusRow> rows) {
        return look(rows, RowSense.PLAIN);
    }

    /// The same for rows of which more is known.
    RowOrder.Snapshot<StatusRow> look(List<StatusRow> rows, RowSense sense) {
        List<Seen> seen = new ArrayList<>(rows.size());
        for (StatusRow row : rows) {
            seen.add(new Seen(row, row.valueProperty().get(), row.changes(), row.changedAtProperty().get(),
                    row.quality(), sense.title(row), sense.group(row)));
        }
        return new Snapshot(this, seen, sense.grouped());
    }

    private Comparator<Keyed> comparator() {
        return (one, other) -> {
            // groups stand as people count, whatever sorts the rows in them
            int groups = one.group.compareTo(other.group);
            if (groups != 0 || one.heading() || other.heading()) {
                return groups != 0 ? groups : Boolean.compare(other.heading(), one.heading());
            }
            for (int i = 0; i < columns.size(); i++) {
                int order = compare(one.keys[i], other.keys[i]);
                if (order != 0) {
                    return columns.get(i).ascending ? order : -order;
                }
            }
            return 0;
        };
    }

    private static int compare(Object one, Object other) {
        return switch (one) {
            case Value value -> value.compareTo((Value) other);
            case Long count -> count.compareTo((Long) other);
            case Instant moment -> moment.compareTo((Instant) other);
            case Integer rank -> rank.compareTo((Integer) other);
            default -> NAMES.compare((String) one, (String) other);
        };
    }

    private static Object key(Seen seen, Column column) {
        return switch (column) {
            case SYSTEM -> seen.system;
            case MODULE -> seen.row.key().module().slug();
            case NAME -> seen.row.key().name();
            case VALUE -> Value.of(seen.value);
            case TYPE -> seen.value == null ? "" : seen.value.kind().name();
            case CHANGES -> seen.changes;
            case CHANGED -> seen.changedAt == null ? Instant.MIN : seen.changedAt;
            case QUALITY -> rank(seen.quality);
        };
    }

    /// The better the value can be trusted, the lower.
    private static int rank(Quality quality) {
        return switch (quality) {
            case Quality.Live() -> 0;
            case Quality.Binding() -> 1;
            case Quality.NoValueYet() -> 2;
            case Quality.LastKnown(var _, var _) -> 3;
            case Quality.ModuleStopped() -> 4;
            case Quality.NotConnected() -> 5;
            case Quality.Unanswered() -> 6;
            case Quality.Refused(var _) -> 7;
            case Quality.Missing(var _) -> 8;
        };
    }
}

package placewatch.control.status;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import placewatch.control.Texts;
import placewatch.model.Background;
import placewatch.model.Quality;
import placewatch.model.StatusGroup;
import placewatch.model.StatusRow;

/// The rows of a table of status variables, with headings over groups of them if that is wanted. JavaFX thread.
public final class LiveRows extends OrderedRows<StatusRow> {

    /// An order that knows of the rows what they don't know themselves.
    private record Sensed(StatusOrder order, RowSense sense) implements RowOrder<StatusRow> {

        @Override
        public boolean live() {
            return order.live();
        }

        @Override
        public RowOrder.Snapshot<StatusRow> look(List<StatusRow> rows) {
            return order.look(rows, sense);
        }
    }

    private final Map<String, StatusGroup> headings = new HashMap<>();
    private List<StatusRow> rows = List.of();
    private StatusOrder order = StatusOrder.none();
    private RowSense sense = RowSense.PLAIN;
    private Set<String> folded = Set.of();
    private Map<String, List<StatusRow>> members = Map.of();

    public LiveRows(Background background) {
        // as many as a module has, or a person pins: always at once
        super(background, Integer.MAX_VALUE);
    }

    @Override
    public void show(List<StatusRow> next) {
        rows = List.copyOf(next);
        arrange();
    }

    /// Sorts them from now on.
    public void order(StatusOrder next) {
        order = next;
        arrange();
    }

    /// Puts rows under headings from now on.
    ///
    /// @param by       empty for no headings
    /// @param onlyHead the ids of the groups of which only the heading is shown
    public void group(Optional<Function<StatusRow, RowGroup>> by, Set<String> onlyHead) {
        sense = new RowSense(sense.titles(), by);
        folded = Set.copyOf(onlyHead);
        arrange();
    }

    /// Another system is called otherwise than before.
    public void titled() {
        arrange();
    }

    /// @param titles what people call a system, by its id
    void titles(UnaryOperator<String> titles) {
        sense = new RowSense(titles, sense.grouping());
        arrange();
    }

    /// The rows under a heading, shown or not.
    public List<StatusRow> under(StatusGroup heading) {
        return members.getOrDefault(heading.id(), List.of());
    }

    /// Says on each heading how its rows fare now.
    public void recount() {
        members.forEach((id, some) -> {
            StatusGroup heading = headings.get(id);
            if (heading != null) {
                long lacking = some.stream().filter(row -> !(row.quality() instanceof Quality.Live)).count();
                heading.words(Texts.count(some.size(), "variable")
                        + (lacking == 0 ? ", live" : ", " + Texts.grouped(lacking) + " not live"));
            }
        });
    }

    private void arrange() {
        show(sense.grouped() ? withHeadings() : rows, new Sensed(order, sense));
    }

    private List<StatusRow> withHeadings() {
        Map<String, List<StatusRow>> groups = new LinkedHashMap<>();
        List<StatusRow> all = new ArrayList<>();
        for (StatusRow row : rows) {
            RowGroup group = sense.group(row);
            List<StatusRow> some = groups.computeIfAbsent(group.id(), _ -> new ArrayList<>());
            if (some.isEmpty()) {
                StatusGroup heading = headings.get(group.id());
                if (heading == null || !heading.title().equals(group.title())) {
                    heading = new StatusGroup(group.id(), group.title());
                    headings.put(group.id(), heading);
                }
                heading.folded(folded.contains(group.id()));
                all.add(heading);
            }
            some.add(row);
            if (!folded.contains(group.id())) {
                all.add(row);
            }
        }
        members = groups;
        headings.keySet().retainAll(groups.keySet());
        recount();
        return all;
    }
}

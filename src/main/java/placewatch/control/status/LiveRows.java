package placewatch.control.status;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.collections.ObservableList;
import placewatch.control.Texts;
import placewatch.model.Background;
import placewatch.model.Quality;
import placewatch.model.StatusGroup;
import placewatch.model.StatusRow;
import placewatch.protocol.Subscription;

/// Which rows a live table shows, in which order. Where it is sorted by what changes, the rows are put in order again a
/// few times a second, off the JavaFX thread. JavaFX thread.
public final class LiveRows implements AutoCloseable {

    /// People read a table that is sorted by what changes meanwhile.
    private static final long REARRANGE_MILLIS = 250;

    /// Where that makes the window stutter.
    private static final long REARRANGE_SELDOM_MILLIS = 2_000;

    /// A pulse that comes later than this after the one before is seen to.
    private static final long STUTTER_NANOS = 25_000_000;

    private final Background background;
    private final ArrangedRows shown = new ArrangedRows();
    private Subscription rearranging = () -> { };
    private Subscription nextPulse = () -> { };
    private boolean rearrangeDue;
    private long rearrangeMillis = REARRANGE_MILLIS;
    private int arrangements;
    private List<StatusRow> rows = List.of();
    private StatusOrder order = StatusOrder.none();
    private RowSense sense = RowSense.PLAIN;
    private Set<String> folded = Set.of();
    private final Map<String, StatusGroup> headings = new HashMap<>();
    private Map<String, List<StatusRow>> members = Map.of();
    private Consumer<Runnable> steadily = Runnable::run;

    public LiveRows(Background background) {
        this.background = background;
    }

    /// The rows on screen, in their order, with the headings of their groups.
    public ObservableList<StatusRow> shown() {
        return shown;
    }

    /// Shows these rows from now on.
    ///
    /// @param next in the order in which they stand when nothing sorts them
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

    /// The rows are changed inside of `steadily`, which runs what it is given at once and keeps the table's selection
    /// through it.
    void steadily(Consumer<Runnable> steadily) {
        this.steadily = steadily;
    }

    /// One of the rows moved on. It is told of each change of any of them, and does hardly anything.
    public void touched() {
        if (!rearrangeDue && order.live()) {
            rearrangeDue = true;
            rearranging = background.after(rearrangeMillis, this::rearrange);
        }
    }

    /// From the order on screen: it is nearly right, and what compares alike stays.
    private void rearrange() {
        StatusOrder.Snapshot snapshot = order.look(shown, sense);
        int arrangement = arrangements;
        rearranging = background.work(snapshot::sorted, sorted -> {
            rearrangeDue = false;
            if (arrangement == arrangements) {
                if (!sorted.rows().equals(shown)) {
                    steadily.accept(() -> shown.arrange(sorted));
                }
                long touched = System.nanoTime();
                // the next pulse comes once the table has laid itself out
                nextPulse = background.after(0, () -> rearrangeMillis =
                        System.nanoTime() - touched > STUTTER_NANOS
                                ? Math.min(REARRANGE_SELDOM_MILLIS, rearrangeMillis * 2)
                                : Math.max(REARRANGE_MILLIS, rearrangeMillis / 2));
            } else {
                // other rows or another order since
                touched();
            }
        });
    }

    private void arrange() {
        arrangements++;
        List<StatusRow> next = sense.grouped() ? grouped() : order.look(rows, sense).sorted().rows();
        if (!next.equals(shown)) {
            steadily.accept(() -> shown.replace(next));
        }
    }

    private List<StatusRow> grouped() {
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
        return order.look(all, sense).sorted().rows();
    }

    @Override
    public void close() {
        rearranging.close();
        nextPulse.close();
    }
}

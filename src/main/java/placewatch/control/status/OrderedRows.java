package placewatch.control.status;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import placewatch.model.Background;
import placewatch.protocol.Subscription;

/// Which rows a live table shows, in which order. Where it is sorted by what changes, the rows are put in order again a
/// few times a second, off the JavaFX thread. JavaFX thread.
public class OrderedRows<R> implements AutoCloseable {

    /// People read a table that is sorted by what changes meanwhile.
    private static final long REARRANGE_MILLIS = 250;

    /// Where that makes the window stutter.
    private static final long REARRANGE_SELDOM_MILLIS = 2_000;

    /// A pulse that comes later than this after the one before is seen to.
    private static final long STUTTER_NANOS = 25_000_000;

    private final Background background;
    private final int atOnce;
    private final ArrangedRows<R> shown = new ArrangedRows<>();
    private Subscription rearranging = () -> { };
    private Subscription nextPulse = () -> { };
    private boolean rearrangeDue;
    private long rearrangeMillis = REARRANGE_MILLIS;
    private int arrangements;
    private List<R> rows = List.of();
    private Optional<RowOrder<R>> order = Optional.empty();
    private Consumer<Runnable> steadily = Runnable::run;

    /// @param atOnce more rows than this are sorted off the JavaFX thread when they are shown
    public OrderedRows(Background background, int atOnce) {
        this.background = background;
        this.atOnce = atOnce;
    }

    /// The rows on screen, in their order.
    public ObservableList<R> shown() {
        return shown;
    }

    /// Shows these rows from now on.
    ///
    /// @param next in the order in which they stand when nothing sorts them
    public void show(List<R> next) {
        rows = List.copyOf(next);
        arrange();
    }

    /// Sorts them from now on.
    public void order(RowOrder<R> next) {
        order = Optional.of(next);
        arrange();
    }

    /// Both at once.
    protected final void show(List<R> next, RowOrder<R> by) {
        rows = List.copyOf(next);
        order = Optional.of(by);
        arrange();
    }

    /// The rows are changed inside of `steadily`, which runs what it is given at once and keeps the table's selection
    /// through it.
    public void steadily(Consumer<Runnable> steadily) {
        this.steadily = steadily;
    }

    /// One of the rows moved on. It is told of each change of any of them, and does hardly anything.
    public void touched() {
        if (!rearrangeDue && order.filter(RowOrder::live).isPresent()) {
            rearrangeDue = true;
            rearranging = background.after(rearrangeMillis, this::rearrange);
        }
    }

    /// From the order on screen: it is nearly right, and what compares alike stays.
    private void rearrange() {
        RowOrder.Snapshot<R> snapshot = order.orElseThrow().look(shown);
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
        int arrangement = ++arrangements;
        if (order.isEmpty()) {
            replace(rows);
            return;
        }
        RowOrder.Snapshot<R> snapshot = order.get().look(rows);
        if (rows.size() <= atOnce) {
            replace(snapshot.sorted().rows());
            return;
        }
        background.work(snapshot::sorted, sorted -> {
            if (arrangement == arrangements) {
                replace(sorted.rows());
            }
        });
    }

    private void replace(List<R> next) {
        if (!next.equals(shown)) {
            steadily.accept(() -> shown.replace(next));
        }
    }

    @Override
    public void close() {
        arrangements++;
        rearranging.close();
        nextPulse.close();
    }
}

package placewatch.control.status;

import java.util.List;

/// What the rows of a live table are sorted by. What is compared is taken from each row once: it may go on changing,
/// and it is compared many times.
public interface RowOrder<R> {

    /// Rows in order.
    ///
    /// @param places for each row in the order before, where it stands now
    record Arrangement<R>(List<R> rows, int[] places) { }

    /// Rows as they stood when they were looked at, ready to be put in order.
    interface Snapshot<R> {

        /// The rows in order; those that compare alike stay as they are. Any thread; takes milliseconds.
        Arrangement<R> sorted();
    }

    /// Whether the order may change while the rows live.
    boolean live();

    /// Notes what the rows say right now. The rows' thread.
    Snapshot<R> look(List<R> rows);
}

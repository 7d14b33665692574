package placewatch.control.status;

import java.util.List;
import javafx.collections.ObservableListBase;

/// The rows of a table in its order. When the same rows stand in another order it tells just that: told that all were
/// replaced, the table would throw its cells away and style new ones, which takes longer than all else it does.
/// JavaFX thread.
final class ArrangedRows<R> extends ObservableListBase<R> {

    private List<R> rows = List.of();

    @Override
    public R get(int index) {
        return rows.get(index);
    }

    @Override
    public int size() {
        return rows.size();
    }

    /// Other rows, or others too.
    void replace(List<R> next) {
        List<R> before = rows;
        beginChange();
        rows = List.copyOf(next);
        nextReplace(0, rows.size(), before);
        endChange();
    }

    /// The same rows, as they were arranged from the order that they have.
    void arrange(RowOrder.Arrangement<R> next) {
        beginChange();
        rows = next.rows();
        nextPermutation(0, rows.size(), next.places());
        endChange();
    }
}

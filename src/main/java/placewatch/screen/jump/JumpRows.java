package placewatch.screen.jump;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ObservableListBase;

/// The rows of the list. What changes, changes in one step and from some row on; the rows before it stay.
final class JumpRows extends ObservableListBase<JumpRow> {

    private List<JumpRow> rows = List.of();

    /// Puts these in place of all rows from that one on.
    void replaceFrom(int from, List<JumpRow> tail) {
        List<JumpRow> gone = rows.subList(from, rows.size());
        if (gone.equals(tail)) {
            return;
        }
        List<JumpRow> next = new ArrayList<>(rows.subList(0, from));
        next.addAll(tail);
        beginChange();
        rows = next;
        if (gone.isEmpty()) {
            nextAdd(from, next.size());
        } else if (tail.isEmpty()) {
            nextRemove(from, gone);
        } else {
            nextReplace(from, next.size(), gone);
        }
        endChange();
    }

    @Override
    public JumpRow get(int index) {
        return rows.get(index);
    }

    @Override
    public int size() {
        return rows.size();
    }
}

package placewatch.control.status;

import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableViewSkin;
import javafx.scene.control.skin.VirtualFlow;

/// A table whose rows are all of one height, and which therefore doesn't style a row anew to measure it whenever
/// another item comes into it: with fifty rows of a live table, that takes longer than all else that comes of putting
/// them in another order. JavaFX thread.
public final class FixedRowsSkin<R> extends TableViewSkin<R> {

    private FixedRowsSkin(TableView<R> table) {
        super(table);
    }

    /// A table with this skin. Its fixed cell size has to be set.
    public static <R> TableView<R> table() {
        return new TableView<>() {
            @Override
            protected FixedRowsSkin<R> createDefaultSkin() {
                return new FixedRowsSkin<>(this);
            }
        };
    }

    @Override
    protected VirtualFlow<TableRow<R>> createVirtualFlow() {
        return new Flow<>();
    }

    private static final class Flow<R> extends VirtualFlow<TableRow<R>> {

        @Override
        protected void setCellIndex(TableRow<R> row, int index) {
            if (row.getSkin() == null) {
                // a new one
                super.setCellIndex(row, index);
                return;
            }
            Set<PseudoClass> before = Set.copyOf(row.getPseudoClassStates());
            row.updateIndex(index);
            if (!before.equals(row.getPseudoClassStates())) {
                row.applyCss();
            }
        }
    }
}

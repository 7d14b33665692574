package placewatch.screen.explore;

import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import placewatch.Exports;
import placewatch.bridge.Connection;
import placewatch.control.Dividers;
import placewatch.control.status.StatusActions;
import placewatch.model.StatusRow;
import placewatch.protocol.ModuleAddress;
import placewatch.settings.Kept;
import placewatch.settings.TableLayout;

/// The status pane of one module as the program shows it, for the benchmark. JavaFX thread.
public final class LiveTable implements AutoCloseable {

    private final StatusModel model;
    private final StatusView view;

    public LiveTable(Connection connection, ModuleAddress module) {
        model = new StatusModel(connection, module, true);
        view = new StatusView(model, StatusActions.none(), "System", Exports.nowhere(), Dividers.forNow(),
                Kept.forNow(TableLayout.initial()));
    }

    public Region view() {
        return view;
    }

    /// Variables that are there, shown or not.
    public int rows() {
        return model.rows().size();
    }

    public void filter(String words) {
        model.filterProperty().set(words);
    }

    /// Sorts by a column as a click on its heading does.
    public void sortBy(String heading) {
        TableView<StatusRow> table = table();
        TableColumn<StatusRow, ?> column = table.getColumns().stream()
                .filter(each -> each.getText().equals(heading)).findFirst().orElseThrow();
        column.setSortType(TableColumn.SortType.DESCENDING);
        table.getSortOrder().setAll(java.util.List.of(column));
        table.sort();
    }

    @SuppressWarnings("unchecked")
    public TableView<StatusRow> table() {
        return (TableView<StatusRow>) view.lookup("#" + ExploreView.STATUS_TABLE);
    }

    @Override
    public void close() {
        model.close();
    }
}

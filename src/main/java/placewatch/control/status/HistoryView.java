package placewatch.control.status;

import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import placewatch.control.Texts;
import placewatch.control.takeaway.Carrier;
import placewatch.control.takeaway.Takeaway;
import placewatch.history.RecentChanges;

/// The latest changes of the chosen variable, the newest on top; a chosen one is shown whole below.
final class HistoryView extends BorderPane {

    private static final PseudoClass BREAK = PseudoClass.getPseudoClass("break");

    private final TableView<HistoryLine> table = new TableView<>();
    private final Label count = new Label();
    private final Node line;
    private final TextArea whole = new TextArea();
    private final SteadySelection<HistoryLine> selection;
    private final Takeaway<HistoryLine> takeaway;
    private final ZoneId zone = ZoneId.systemDefault();
    private @Nullable RecentChanges shown;
    private long version;

    /// @param about what the variable is called, from the large to the small
    HistoryView(Carrier carrier, Supplier<List<String>> about) {
        getStyleClass().add("history");
        table.setId(ValueView.HISTORY_TABLE);
        table.setAccessibleText("Latest changes");
        table.getStyleClass().addAll("dense", "history-table");
        table.setFixedCellSize(24);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getColumns().setAll(List.of(
                column("Time", 110, 110, line -> Texts.clock(line.at(), zone)),
                column("Value", 60, 140, HistoryView::oneLine),
                column("Before", 50, 100, HistoryLine::before)));
        table.setPlaceholder(new Label("No value came yet."));
        table.setRowFactory(_ -> new Row());
        takeaway =
                Takeaway.of(table, ValueView.HISTORY, carrier, about, HistoryLine::table);
        takeaway.offerMenu(List::of);
        count.getStyleClass().addAll("muted", "history-count");
        count.setId(ValueView.HISTORY_COUNT);
        count.setWrapText(true);
        whole.setId(ValueView.HISTORY_WHOLE);
        whole.setAccessibleText("The chosen value, whole");
        whole.getStyleClass().addAll("mono", "history-whole");
        whole.setEditable(false);
        whole.setWrapText(true);
        whole.setPrefRowCount(3);
        whole.managedProperty().bind(whole.visibleProperty());
        selection = new SteadySelection<>(table, this::chosen);
        chosen(null);
        count.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(count, Priority.ALWAYS);
        HBox head = new HBox(4, count, takeaway.icons());
        head.getStyleClass().add("history-head");
        setTop(head);
        setCenter(table);
        setBottom(whole);
        line = takeaway.line();
    }

    private void chosen(@Nullable HistoryLine line) {
        whole.setText(line == null ? "" : line.wholeText());
        whole.setVisible(line != null);
    }

    /// What became of the latest export.
    Node line() {
        return line;
    }

    /// Shows the history of a variable, or none.
    void show(@Nullable RecentChanges recent) {
        shown = recent;
        version = -1;
        table.getSelectionModel().clearSelection();
        refresh();
    }

    /// Takes in what came since.
    void refresh() {
        RecentChanges recent = shown;
        if (recent == null) {
            table.getItems().clear();
        } else if (recent.version() != version) {
            version = recent.version();
            List<HistoryLine> lines = HistoryLine.of(recent.entries(), zone);
            count.setText(HistoryLine.countWords(recent, lines));
            selection.through(() -> table.getItems().setAll(lines));
        }
    }

    /// Takes the chosen lines away, or all.
    void copy() {
        takeaway.copy();
    }

    private static String oneLine(HistoryLine line) {
        String text = line.text().length() > 240 ? line.text().substring(0, 240) + "…" : line.text();
        return line.whole() ? text : text + "  " + Texts.size(line.length());
    }

    private static TableColumn<HistoryLine, HistoryLine> column(
            String title, double least, double wanted, Function<HistoryLine, String> words) {
        TableColumn<HistoryLine, HistoryLine> column = new TableColumn<>(title);
        column.setMinWidth(least);
        column.setPrefWidth(wanted);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(line -> new ReadOnlyObjectWrapper<>(line.getValue()));
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable HistoryLine line, boolean empty) {
                super.updateItem(line, empty);
                setText(empty || line == null ? "" : words.apply(line));
            }
        });
        return column;
    }

    private static final class Row extends TableRow<HistoryLine> {
        @Override
        protected void updateItem(@Nullable HistoryLine line, boolean empty) {
            super.updateItem(line, empty);
            pseudoClassStateChanged(BREAK, !empty && line != null && !line.value());
        }
    }
}

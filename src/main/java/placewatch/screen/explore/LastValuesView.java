package placewatch.screen.explore;

import java.time.ZoneId;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import placewatch.control.CopySign;
import placewatch.control.Texts;

/// The last that was known of a module that is gone: to be read and copied, nothing in it moves.
final class LastValuesView extends BorderPane {

    /// Characters of a value that a cell shows; copying gives all.
    private static final int LONGEST = 300;

    LastValuesView(LastValues values) {
        getStyleClass().add("status");
        Label title = new Label("Status");
        title.getStyleClass().add("pane-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Label about = new Label("as it was at " + values.clock() + ", not live any more");
        about.setId(ExploreView.LAST_VALUES_NOTE);
        about.getStyleClass().add("muted");
        about.setMinWidth(0);
        about.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(about, Priority.ALWAYS);
        Button copy = new Button("Copy");
        copy.getStyleClass().add("small");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        CopySign.on(copy, values::tabSeparated);
        HBox head = new HBox(8, title, about, copy);
        head.getStyleClass().add("pane-head");
        setTop(head);

        TableView<LastValues.Line> table = new TableView<>(FXCollections.observableList(values.lines()));
        table.setId(ExploreView.LAST_VALUES);
        table.setAccessibleText("Last known status variables");
        table.getStyleClass().addAll("dense", "status-table");
        table.setFixedCellSize(30);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(column("Name", LastValues.Line::name, 170));
        table.getColumns().add(column("Value", line -> shown(line.json()), 320));
        table.getColumns().add(column("Changed", line -> line.changedAt()
                .map(at -> Texts.timeOfDay(at, ZoneId.systemDefault())).orElse(""), 90));
        table.getColumns().add(column("Quality then", LastValues.Line::quality, 120));
        table.setPlaceholder(new Label("No variable had been seen"));
        setCenter(table);
    }

    private static String shown(String json) {
        return json.length() <= LONGEST ? json : json.substring(0, LONGEST) + "…  " + Texts.size(json.length());
    }

    private static TableColumn<LastValues.Line, String> column(
            String title, Function<LastValues.Line, String> text, double width) {
        TableColumn<LastValues.Line, String> column = new TableColumn<>(title);
        column.setCellValueFactory(
                cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())).getReadOnlyProperty());
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }
}

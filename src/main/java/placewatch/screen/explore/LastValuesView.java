package placewatch.screen.explore;

import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import placewatch.control.Texts;
import placewatch.control.takeaway.Carrier;
import placewatch.control.takeaway.Takeaway;

/// The last that was known of a module that is gone: to be read and copied, nothing in it moves.
final class LastValuesView extends BorderPane {

    /// Characters of a value that a cell shows; copying gives all.
    private static final int LONGEST = 300;

    /// @param system what the module's system is called
    LastValuesView(LastValues values, String system, Carrier carrier) {
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
        TableView<LastValues.Line> table = new TableView<>(FXCollections.observableList(values.lines()));
        table.setId(ExploreView.LAST_VALUES);
        table.setAccessibleText("Last known status variables");
        table.getStyleClass().addAll("dense", "status-table");
        table.setFixedCellSize(30);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(column("Name", LastValues.Line::name, 170));
        table.getColumns().add(column("Value", line -> shown(line.json().orElse("")), 320));
        table.getColumns().add(column("Changed", line -> line.changedAt()
                .map(at -> Texts.timeOfDay(at, ZoneId.systemDefault())).orElse(""), 90));
        table.getColumns().add(column("Quality then", line -> Texts.quality(line.quality(), values.at()), 120));
        table.setPlaceholder(new Label("No variable had been seen"));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        Takeaway<LastValues.Line> takeaway = Takeaway.of(table, ExploreView.LAST_VALUES, carrier,
                () -> List.of(system, values.slug(), "last values"), values::table);
        takeaway.offerMenu(List::of);
        HBox head = new HBox(8, title, about, takeaway.buttons());
        head.getStyleClass().add("pane-head");
        setTop(head);
        setCenter(table);
        setBottom(takeaway.line());
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

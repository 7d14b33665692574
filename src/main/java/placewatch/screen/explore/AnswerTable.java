package placewatch.screen.explore;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import placewatch.control.takeaway.Carrier;
import placewatch.control.takeaway.Takeaway;
import placewatch.export.Cell;
import placewatch.export.ExportTable;
import placewatch.model.StatusValue;
import tools.jackson.databind.JsonNode;

/// A list of flat objects as a table: a row each, a column for each name.
final class AnswerTable {

    private final VBox place;
    private final Node icons;

    /// @param about what a file is called by, from the large to the small
    AnswerTable(ReadAnswer answer, Carrier carrier, List<String> about) {
        List<JsonNode> rows = new ArrayList<>();
        answer.tree().forEach(rows::add);
        TableView<JsonNode> table = new TableView<>(FXCollections.observableList(rows));
        table.setId(ExploreView.ANSWER_TABLE);
        table.setAccessibleText("Answer as a table");
        table.getStyleClass().addAll("dense", "answer-table");
        table.setFixedCellSize(26);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        for (String name : answer.columns()) {
            TableColumn<JsonNode, String> column = new TableColumn<>(name);
            column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(
                    shown(cell.getValue().path(name))).getReadOnlyProperty());
            column.setPrefWidth(Math.clamp(8.0 * longest(name, rows) + 24, 60, 220));
            column.setSortable(false);
            table.getColumns().add(column);
        }
        Takeaway<JsonNode> takeaway = Takeaway.of(table, ExploreView.ANSWER, carrier, () -> about,
                some -> export(answer.columns(), some));
        takeaway.offerMenu(List::of);
        table.setPrefHeight(Math.min(220, 34 + 26.0 * rows.size() + 14));
        place = new VBox(table, takeaway.line());
        icons = takeaway.icons();
    }

    /// Of the first rows and the name.
    private static int longest(String name, List<JsonNode> rows) {
        return Math.max(name.length(), rows.stream().limit(50).mapToInt(row -> shown(row.path(name)).length()).max()
                .orElse(0));
    }

    private static String shown(JsonNode value) {
        return value.isMissingNode() ? "" : value.isString() ? StatusValue.of(value.stringValue()).shown()
                : value.toString();
    }

    private static ExportTable export(List<String> columns, List<JsonNode> rows) {
        return new ExportTable(columns, rows.stream().map(row -> columns.stream()
                .map(name -> row.has(name) ? Cell.json(row.get(name).toString()) : Cell.empty()).toList()).toList());
    }

    Node place() {
        return place;
    }

    /// Copy and export.
    Node icons() {
        return icons;
    }
}

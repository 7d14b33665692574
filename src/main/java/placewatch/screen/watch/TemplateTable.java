package placewatch.screen.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import placewatch.control.Mark;
import placewatch.control.status.FixedRowsSkin;
import placewatch.settings.Template;

/// The rooms of a template as a table. JavaFX thread.
final class TemplateTable {

    private final TemplateModel model;
    private final TableView<TemplateRow> table;
    private final TemplateWidths widths;
    private final TableColumn<TemplateRow, TemplateRow> room;
    private final List<TemplateCells.Value> values = new ArrayList<>();
    private final List<TemplateCells.Room> rooms = new ArrayList<>();
    private final Runnable look = this::look;
    private final Runnable onMoved;
    private Runnable onChosen = () -> { };
    private boolean sorting;
    private boolean chose;

    /// @param onMoved runs before the layout of each pulse in which anything changed
    TemplateTable(TemplateModel model, Runnable onMoved) {
        this.model = model;
        this.onMoved = onMoved;
        table = FixedRowsSkin.table();
        table.setItems(model.shown().shown());
        table.setAccessibleText("Rooms");
        table.getStyleClass().addAll("dense", "status-table", "template-table");
        table.setFixedCellSize(30);
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getSelectionModel().setCellSelectionEnabled(true);
        table.setRowFactory(_ -> new TemplateCells.Row(model));
        widths = new TemplateWidths(model, table);
        room = room();
        columns();
        model.columns().subscribe(this::columns);
        model.sparseProperty().subscribe(_ -> sortable());
        table.setOnSort(event -> {
            // the table would sort its items itself, for each change of any of them
            if (!sorting) {
                model.sort(sort());
            }
            event.consume();
        });
        // what was consumed may have been a copy of the event; the table would fail to sort these items, and take the
        // sort order back
        table.setSortPolicy(_ -> true);
        placeholder();
        TemplateSelection selection = new TemplateSelection(table, () -> chose = true);
        model.shown().steadily(selection::through);
        table.sceneProperty().subscribe(this::follow);
    }

    private void placeholder() {
        Label words = new Label();
        words.setWrapText(true);
        words.getStyleClass().addAll("muted", "placeholder-words");
        model.noteProperty().subscribe(note -> words.setText(note.isEmpty()
                ? "No room's name has these words in it" : note));
        table.setPlaceholder(words);
    }

    /// After the values of a pulse and before its layout, so that they are shown in that pulse.
    private void follow(@Nullable Scene before, @Nullable Scene scene) {
        if (before != null) {
            before.removePreLayoutPulseListener(look);
        }
        if (scene != null) {
            scene.addPreLayoutPulseListener(look);
        }
    }

    /// Runs before the layout of a pulse in which other cells were chosen: on the way from one to another none is.
    void onChosen(Runnable task) {
        onChosen = task;
    }

    private void look() {
        if (chose) {
            chose = false;
            onChosen.run();
        }
        if (model.sparseProperty().get()) {
            tellSight();
        }
        if (model.moved()) {
            values.forEach(TemplateCells.Value::look);
            rooms.forEach(TemplateCells.Room::look);
            onMoved.run();
        }
    }

    private void tellSight() {
        int first = Integer.MAX_VALUE;
        int last = -1;
        for (TemplateCells.Room cell : rooms) {
            if (!cell.isEmpty() && cell.isVisible() && cell.getTableRow() != null && cell.getTableRow().isVisible()) {
                first = Math.min(first, cell.getIndex());
                last = Math.max(last, cell.getIndex());
            }
        }
        if (last >= 0) {
            model.inSight(first, last);
        }
    }

    private void columns() {
        List<TableColumn<TemplateRow, ?>> wanted = new ArrayList<>();
        wanted.add(room);
        for (TemplateColumn column : model.columns()) {
            wanted.add(known(column).orElseGet(() -> column(column)));
        }
        if (!wanted.equals(table.getColumns())) {
            sorting = true;
            table.getColumns().setAll(wanted);
            sorting = false;
            widths.fit();
        }
        values.removeIf(cell -> cell.getTableColumn() == null || !wanted.contains(cell.getTableColumn()));
        sortable();
        showSort();
    }

    private Optional<TableColumn<TemplateRow, ?>> known(TemplateColumn column) {
        return table.getColumns().stream().filter(each -> column.equals(each.getUserData())).findFirst();
    }

    private TableColumn<TemplateRow, TemplateRow> room() {
        TableColumn<TemplateRow, TemplateRow> column = new TableColumn<>("Room");
        column.setGraphic(new Label("Room"));
        column.setId(TemplateColumn.ROOM);
        widths.ofRoom(column);
        column.setCellFactory(_ -> {
            TemplateCells.Room cell = new TemplateCells.Room();
            rooms.removeIf(TemplateTable::left);
            rooms.add(cell);
            return cell;
        });
        dress(column);
        return column;
    }

    private TableColumn<TemplateRow, TemplateRow> column(TemplateColumn defined) {
        TableColumn<TemplateRow, TemplateRow> column = new TableColumn<>();
        column.setId(defined.id());
        column.setUserData(defined);
        boolean wrong = defined.pattern() instanceof TemplatePattern.Wrong;
        Label heading = new Label(wrong ? Mark.TROUBLE.glyph() + " " + defined.heading() : defined.heading());
        if (wrong) {
            heading.getStyleClass().add(Mark.TROUBLE.styleClass());
        }
        heading.setMaxWidth(Double.MAX_VALUE);
        heading.setTooltip(new Tooltip(defined.words()));
        // the text is for whoever hears the screen; the style sheet shows the graphic, as only that has a hint
        column.setText(defined.heading());
        column.setGraphic(heading);
        widths.of(column, defined);
        column.setCellFactory(_ -> {
            TemplateCells.Value cell = new TemplateCells.Value(defined, model.nowProperty());
            values.removeIf(TemplateTable::left);
            values.add(cell);
            return cell;
        });
        dress(column);
        return column;
    }

    private static void dress(TableColumn<TemplateRow, TemplateRow> column) {
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    }

    /// A table that makes its cells anew forgets the old ones.
    private static boolean left(TableCell<?, ?> cell) {
        return cell.getScene() == null && cell.getTableView() == null;
    }

    private void sortable() {
        boolean sparse = model.sparseProperty().get();
        for (TableColumn<TemplateRow, ?> column : table.getColumns()) {
            column.setSortable(column == room || !sparse);
        }
    }

    private Optional<Template.Sort> sort() {
        return table.getSortOrder().stream().findFirst().map(column -> new Template.Sort(column.getId(),
                column.getSortType() == TableColumn.SortType.ASCENDING));
    }

    /// The headings show what the rooms are sorted by.
    private void showSort() {
        sorting = true;
        Optional<TableColumn<TemplateRow, ?>> by = model.definitionProperty().get().sort().flatMap(sort ->
                table.getColumns().stream().filter(column -> sort.column().equals(column.getId())).findFirst());
        by.ifPresentOrElse(column -> {
            column.setSortType(model.definitionProperty().get().sort().orElseThrow().ascending()
                    ? TableColumn.SortType.ASCENDING : TableColumn.SortType.DESCENDING);
            table.getSortOrder().setAll(List.of(column));
        }, () -> table.getSortOrder().clear());
        sorting = false;
    }

    TableView<TemplateRow> view() {
        return table;
    }

    /// The chosen cells' rooms and columns; all that are shown when none is chosen.
    TemplateExport.Part chosenOrAll() {
        List<TablePosition<TemplateRow, ?>> chosen = positions();
        if (chosen.isEmpty()) {
            return new TemplateExport.Part(List.copyOf(table.getItems()), List.copyOf(model.columns()));
        }
        List<TemplateRow> some = chosen.stream().map(TablePosition::getRow).distinct().sorted()
                .map(table.getItems()::get).toList();
        // the rooms' names have no column of the template's
        Set<Object> which = chosen.stream().map(position -> position.getTableColumn().getUserData())
                .filter(Objects::nonNull).collect(Collectors.toSet());
        return new TemplateExport.Part(some, model.columns().stream().filter(which::contains).toList());
    }

    @SuppressWarnings("unchecked")
    private List<TablePosition<TemplateRow, ?>> positions() {
        List<TablePosition<TemplateRow, ?>> all = new ArrayList<>();
        for (TablePosition<TemplateRow, ?> position : table.getSelectionModel().getSelectedCells()) {
            if (position.getRow() >= 0 && position.getRow() < table.getItems().size()
                    && position.getTableColumn() != null) {
                all.add(position);
            }
        }
        return all;
    }

    private Optional<TablePosition<TemplateRow, ?>> last() {
        List<TablePosition<TemplateRow, ?>> all = positions();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /// The cell that was chosen last; empty for none, or for a room's name.
    Optional<TemplateCell> chosen() {
        return last().flatMap(position -> position.getTableColumn().getUserData() instanceof TemplateColumn column
                ? Optional.of(table.getItems().get(position.getRow()).cell(column)) : Optional.empty());
    }

    /// The room of the cell that was chosen last.
    Optional<TemplateRow> chosenRoom() {
        return last().map(position -> table.getItems().get(position.getRow()));
    }
}

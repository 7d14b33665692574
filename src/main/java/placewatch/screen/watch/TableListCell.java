package placewatch.screen.watch;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import placewatch.control.Hint;
import placewatch.control.Icons;
import placewatch.control.status.StatusDrag;
import placewatch.protocol.StatusKey;

/// A line of the list of tables. Its name is typed in place; variables can be dropped on it.
final class TableListCell extends ListCell<TableList.Line> {

    private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");
    private static final PseudoClass HEADS = PseudoClass.getPseudoClass("heads");
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final TableList list;
    private final WatchModel model;
    private final Label name = new Label();
    private final Label count = new Label();
    private final Button make = Icons.button(Feather.PLUS, "New…");
    private final HBox line;

    TableListCell(TableList list, WatchModel model) {
        this.list = list;
        this.model = model;
        name.setMinWidth(0);
        count.getStyleClass().add("muted");
        count.setMinWidth(USE_PREF_SIZE);
        make.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        line = new HBox(8, name, gap, count, make);
        line.setAlignment(Pos.CENTER_LEFT);
        make.setOnAction(_ -> {
            ContextMenu menu = new ContextMenu(list.make().toArray(MenuItem[]::new));
            Bounds below = make.localToScreen(make.getLayoutBounds());
            // of the list and not of the button, whose letters it would have
            menu.show(getListView(), below.getMinX(), below.getMaxY());
        });
        setOnDragOver(this::over);
        setOnDragExited(_ -> pseudoClassStateChanged(DROP, false));
        setOnDragDropped(this::dropped);
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getClickCount() == 2 && getItem() instanceof TableList.Line.OfTable(String table, var _)) {
                list.rename(table);
            }
        });
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected void updateItem(TableList.@Nullable Line item, boolean empty) {
        super.updateItem(item, empty);
        name.textProperty().unbind();
        boolean heads = !empty && item instanceof TableList.Line.Words(var _, boolean head) && head;
        pseudoClassStateChanged(HEADS, heads);
        setDisable(!empty && item instanceof TableList.Line.Words(var _, boolean head) && !head);
        show(make, heads && !list.make().isEmpty());
        show(count, false);
        setText(null);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        setGraphic(line);
        switch (item) {
            case TableList.Line.OfTable(String table, int pins) -> {
                if (list.isRenaming(table)) {
                    setGraphic(list.editor(() -> editor(table)));
                }
                name.setText(table);
                count.setText(pins == 0 ? "empty" : String.valueOf(pins));
                show(count, true);
                setAccessibleText(table + ", " + (pins == 0 ? "empty" : pins + " pinned"));
            }
            case TableList.Line.OfPage(Page page) -> {
                name.textProperty().bind(page.nameProperty());
                setAccessibleText(page.nameProperty().get());
            }
            case TableList.Line.Words(String words, var _) -> {
                name.setText(words);
                setAccessibleText(words);
            }
        }
    }

    private static void show(Region part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }

    private TextField editor(String table) {
        TextField field = new TextField(table);
        field.setId(WatchView.WATCH_RENAME);
        field.setAccessibleText("Name of the table");
        field.getStyleClass().add("small");
        Hint wrong = new Hint(field);
        field.textProperty().addListener((_, _, typed) -> {
            String barrier = model.barrier(table, typed);
            field.pseudoClassStateChanged(DANGER, !barrier.isEmpty());
            wrong.say(barrier);
            model.say(barrier.isEmpty() ? "" : barrier + ".");
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                if (model.barrier(table, field.getText()).isEmpty()) {
                    end(table, field.getText());
                }
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                end(table, table);
                event.consume();
            }
        });
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused && list.isRenaming(table)) {
                end(table, model.barrier(table, field.getText()).isEmpty() ? field.getText() : table);
            }
        });
        field.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                field.requestFocus();
                field.selectAll();
            }
        });
        return field;
    }

    private void end(String table, String next) {
        model.say("");
        list.renamed();
        model.rename(table, next);
    }

    private void over(DragEvent event) {
        boolean takes = getItem() instanceof TableList.Line.OfTable && event.getDragboard().hasContent(StatusDrag.FORMAT);
        if (takes) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        pseudoClassStateChanged(DROP, takes);
        event.consume();
    }

    private void dropped(DragEvent event) {
        List<StatusKey> keys = StatusDrag.keys(event.getDragboard());
        boolean takes = getItem() instanceof TableList.Line.OfTable && !keys.isEmpty();
        if (takes && getItem() instanceof TableList.Line.OfTable(String table, var _)) {
            model.pin(table, keys);
        }
        event.setDropCompleted(takes);
        event.consume();
    }
}

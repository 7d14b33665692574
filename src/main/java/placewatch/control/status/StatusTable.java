package placewatch.control.status;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import placewatch.model.Background;
import placewatch.model.StatusGroup;
import placewatch.model.StatusRow;
import placewatch.settings.TableLayout;

/// A table of live status variables. JavaFX thread.
public final class StatusTable {

    /// Below this width the table leaves out what matters least.
    private static final double NARROW = 720;

    /// And below this, all but what must be seen.
    private static final double TIGHT = 530;

    /// What it takes to say of which system and module a variable is.
    private static final double WHERE = 320;

    private final TableView<StatusRow> table;
    private final LiveRows rows;
    private final StatusColumns columns;
    private final ContextMenu menu = new ContextMenu();
    private Consumer<StatusGroup> onFold = _ -> { };

    /// A table whose rows are of one module.
    ///
    /// @param now     moves once a second
    /// @param cramped whether something beside the table says what matters least, and needs the room
    /// @param chosen  hears the row that was chosen last, null for none
    public StatusTable(LiveRows rows, ReadOnlyObjectProperty<Instant> now, Background background,
            ObservableBooleanValue cramped, Consumer<@Nullable StatusRow> chosen) {
        this(rows, now, background, cramped, chosen, Optional.empty());
    }

    /// A table whose rows may be of any system, and says of which.
    ///
    /// @param now     moves once a second
    /// @param cramped whether something beside the table says what matters least, and needs the room
    /// @param chosen  hears the row that was chosen last, null for none
    public StatusTable(LiveRows rows, ReadOnlyObjectProperty<Instant> now, Background background,
            ObservableBooleanValue cramped, Consumer<@Nullable StatusRow> chosen, SystemTitles titles) {
        this(rows, now, background, cramped, chosen, Optional.of(titles));
        rows.titles(id -> titles.title(id).get());
    }

    private StatusTable(LiveRows rows, ReadOnlyObjectProperty<Instant> now, Background background,
            ObservableBooleanValue cramped, Consumer<@Nullable StatusRow> chosen, Optional<SystemTitles> titles) {
        this.rows = rows;
        table = FixedRowsSkin.table();
        table.setItems(rows.shown());
        table.setAccessibleText("Status variables");
        table.getStyleClass().addAll("dense", "status-table");
        table.setFixedCellSize(30);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        CellClock clock = new CellClock(now, background);
        double where = titles.isPresent() ? WHERE : 0;
        columns = new StatusColumns(table, clock, new ChangeMarks(background),
                Bindings.or(cramped, table.widthProperty().lessThan(NARROW + where)),
                table.widthProperty().lessThan(TIGHT + where), titles);
        table.setRowFactory(_ -> new StatusCells.Row(clock));
        table.setOnSort(event -> {
            // the table would sort its items itself, for each change of any of them
            rows.order(columns.order());
            columns.arranged();
            event.consume();
        });
        // what was consumed may have been a copy of the event; the table would fail to sort these items, and take the
        // sort order back
        table.setSortPolicy(_ -> true);
        SteadySelection<StatusRow> selection =
                new SteadySelection<>(table, row -> chosen.accept(row instanceof StatusGroup ? null : row));
        rows.steadily(selection::through);
        table.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> {
            if (inHeader(event.getTarget())) {
                // a column may be wider or narrower now
                columns.arranged();
            }
        });
        table.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && !event.isShortcutDown() && !event.isShiftDown()
                    && rowAt(event.getTarget()) instanceof StatusGroup group) {
                onFold.accept(group);
            }
        });
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::foldByKey);
    }

    private void foldByKey(KeyEvent event) {
        if (table.getFocusModel().getFocusedItem() instanceof StatusGroup group && !event.isShortcutDown()
                && !event.isAltDown()) {
            boolean turns = switch (event.getCode()) {
                case ENTER, SPACE -> true;
                case LEFT -> !group.folded();
                case RIGHT -> group.folded();
                default -> false;
            };
            if (turns) {
                onFold.accept(group);
                event.consume();
            }
        }
    }

    private static boolean inHeader(EventTarget target) {
        for (Node node = target instanceof Node it ? it : null; node != null; node = node.getParent()) {
            if (node.getStyleClass().contains("column-header-background")) {
                return true;
            }
        }
        return false;
    }

    /// The row that an event happened on; null for none.
    public static @Nullable StatusRow rowAt(EventTarget target) {
        for (Node node = target instanceof Node it ? it : null; node != null; node = node.getParent()) {
            if (node instanceof TableRow<?> row) {
                return row.getItem() instanceof StatusRow item ? item : null;
            }
        }
        return null;
    }

    /// What stands where there are no rows.
    public void whenEmpty(ObservableStringValue words) {
        Label placeholder = new Label();
        placeholder.setWrapText(true);
        placeholder.getStyleClass().addAll("muted", "placeholder-words");
        placeholder.textProperty().bind(words);
        table.setPlaceholder(placeholder);
    }

    /// What a right click on a row, or the menu key, offers for the chosen rows. Made each time.
    public void menu(Supplier<List<MenuItem>> items) {
        table.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            boolean row = rowAt(event.getTarget()) != null;
            if (row || event.isKeyboardTrigger() && !table.getItems().isEmpty()) {
                menu.getItems().setAll(items.get());
                if (!menu.getItems().isEmpty()) {
                    menu.show(table, event.getScreenX(), event.getScreenY());
                }
                event.consume();
            }
        });
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> menu.hide());
    }

    /// Offers something else at the chosen row, by a key.
    public void offer(List<MenuItem> items) {
        menu.getItems().setAll(items);
        double y = 60;
        for (Node node : table.lookupAll(".table-row-cell:selected")) {
            if (node instanceof TableRow<?> row && row.isSelected() && row.isVisible()) {
                y = table.sceneToLocal(row.localToScene(0, row.getHeight())).getY();
            }
        }
        var at = table.localToScreen(24, Math.clamp(y, 0, table.getHeight()));
        menu.show(table, at.getX(), at.getY());
        // Enter takes the first
        Node first = menu.getSkin() == null ? null : menu.getSkin().getNode().lookup(".menu-item");
        if (first != null) {
            first.requestFocus();
        }
    }

    /// Hears which group is to be folded, or unfolded.
    public void onFold(Consumer<StatusGroup> then) {
        onFold = then;
    }

    /// How the person arranged it.
    public TableLayout layout() {
        return columns.layout();
    }

    /// Arranges it so.
    public void layout(TableLayout layout) {
        columns.apply(layout);
        rows.order(columns.order());
    }

    /// Hears whenever the person may have arranged it otherwise.
    public void onLayout(Consumer<TableLayout> then) {
        columns.onChange(() -> then.accept(columns.layout()));
    }

    public TableView<StatusRow> view() {
        return table;
    }

    /// The chosen rows in their order; with a heading, all that stand under it.
    public List<StatusRow> chosen() {
        return variables(table.getSelectionModel().getSelectedIndices().stream().sorted()
                .filter(index -> index < table.getItems().size()).map(table.getItems()::get).toList());
    }

    /// The variables among some rows of this table, and in place of a heading all that stand under it.
    public List<StatusRow> variables(List<StatusRow> some) {
        Set<StatusRow> variables = new LinkedHashSet<>();
        for (StatusRow row : some) {
            if (row instanceof StatusGroup group) {
                variables.addAll(rows.under(group));
            } else {
                variables.add(row);
            }
        }
        return List.copyOf(variables);
    }
}

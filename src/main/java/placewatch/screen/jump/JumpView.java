package placewatch.screen.jump;

import atlantafx.base.controls.CustomTextField;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.IndexRange;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import placewatch.control.Icons;

/// Lies over the whole window while something is looked for by name. What is below is neither changed nor reached.
public final class JumpView extends StackPane {

    // by these the tour and the tests find what a person sees
    public static final String FIELD = "jump-field";
    public static final String LIST = "jump-list";
    public static final String NOTE = "jump-note";

    private static final String PROMPT = "Go to a room, module, variable, function…  or > for commands";
    private static final double ROW = 34;
    private static final int ROWS = 12;
    private static final double WIDTH = 760;

    private static final String GOES = "goes";

    private final JumpModel model;
    private final Label enter = new Label(GOES);
    private final CustomTextField field;
    private final ListView<JumpRow> list;
    private @Nullable Node before;
    private IndexRange selected = new IndexRange(0, 0);

    public JumpView(JumpModel model) {
        this.model = model;
        getStyleClass().addAll("overlay", "jump-over");
        setVisible(false);
        managedProperty().bind(visibleProperty());
        setAlignment(Pos.TOP_CENTER);
        sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(_ -> keepCursor());

        field = Icons.search(PROMPT);
        field.setId(FIELD);
        field.getStyleClass().remove("small");
        field.textProperty().bindBidirectional(model.typedProperty());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);

        list = new ListView<>(model.rows());
        list.setId(LIST);
        list.setAccessibleText("What was found");
        list.getStyleClass().addAll("dense", "jump-list");
        list.setFixedCellSize(ROW);
        list.setPrefHeight(ROW * ROWS);
        list.setMinHeight(ROW * 4);
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> cell());
        Label placeholder = new Label();
        placeholder.getStyleClass().addAll("muted", "placeholder-words");
        placeholder.setWrapText(true);
        placeholder.textProperty().bind(Bindings.when(model.busyProperty())
                .then("Searching…").otherwise("Nothing of that name."));
        list.setPlaceholder(placeholder);

        Label note = new Label();
        note.setId(NOTE);
        note.getStyleClass().addAll("muted", "jump-note");
        note.setWrapText(true);
        note.textProperty().bind(model.noteProperty());
        note.visibleProperty().bind(model.noteProperty().isNotEmpty());
        note.managedProperty().bind(note.visibleProperty());

        VBox card = new VBox(field, list, note, foot());
        card.getStyleClass().add("jump");
        card.setMaxWidth(WIDTH);
        card.setMaxHeight(Region.USE_PREF_SIZE);
        getChildren().setAll(card);
        setOnMousePressed(event -> {
            if (event.getTarget() == this) {
                close();
            }
        });
        // a change of rows first tells the list, then here
        model.chosenProperty().subscribe(this::follow);
        model.rows().subscribe(this::follow);
    }

    private HBox foot() {
        HBox foot = new HBox(6);
        foot.getStyleClass().add("jump-foot");
        hint(foot, "Enter", enter);
        hint(foot, "↑ ↓", new Label("choose"));
        Label commands = new Label("commands and their keys");
        hint(foot, ">", commands).visibleProperty().bind(commands.visibleProperty());
        commands.visibleProperty().bind(enter.textProperty().isEqualTo(GOES));
        hint(foot, "Esc", new Label("closes"));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label busy = new Label("searching…");
        busy.getStyleClass().add("muted");
        busy.visibleProperty().bind(model.busyProperty());
        foot.getChildren().addAll(gap, busy);
        return foot;
    }

    private static Label hint(HBox foot, String keys, Label words) {
        Label key = new Label(keys);
        key.getStyleClass().add("key");
        key.managedProperty().bind(key.visibleProperty());
        words.getStyleClass().add("muted");
        words.managedProperty().bind(words.visibleProperty());
        foot.getChildren().addAll(key, words);
        return key;
    }

    private JumpCell cell() {
        JumpCell cell = new JumpCell();
        cell.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && !cell.isEmpty()) {
                model.choose(cell.getIndex());
                go();
            }
        });
        return cell;
    }

    private void key(KeyEvent event) {
        boolean plain = !event.isShortcutDown() && !event.isAltDown();
        boolean done = plain && switch (event.getCode()) {
            case DOWN -> move(1);
            case UP -> move(-1);
            case PAGE_DOWN -> move(rowsInSight() - 1);
            case PAGE_UP -> move(1 - rowsInSight());
            case ENTER -> {
                go();
                yield true;
            }
            case ESCAPE -> {
                close();
                yield true;
            }
            // nothing else here takes the cursor
            case TAB -> true;
            default -> false;
        };
        if (done) {
            event.consume();
        }
    }

    private boolean move(int by) {
        model.move(by);
        return true;
    }

    private int rowsInSight() {
        return Math.max(2, (int) (list.getHeight() / ROW));
    }

    /// The list shows as selected what the model says is chosen, and never scrolls but for that.
    private void follow() {
        int row = model.chosenProperty().get();
        if (row < 0 || row >= list.getItems().size()) {
            list.getSelectionModel().clearSelection();
            field.setAccessibleText(field.getPromptText());
            return;
        }
        if (list.getSelectionModel().getSelectedIndex() != row
                || list.getSelectionModel().getSelectedItem() != list.getItems().get(row)) {
            list.getSelectionModel().clearAndSelect(row);
        }
        flow().ifPresent(flow -> flow.scrollTo(row));
        field.setAccessibleText(field.getPromptText() + " Chosen: " + list.getItems().get(row).words()
                + ", " + (row + 1) + " of " + list.getItems().size());
    }

    /// Scrolls no further than it takes, unlike the list itself.
    private Optional<VirtualFlow<?>> flow() {
        return list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? Optional.of(flow) : Optional.empty();
    }

    private void go() {
        if (model.canGo()) {
            hide();
            model.go();
        }
    }

    /// Comes up with that typed already, the cursor behind it.
    ///
    /// @param text empty for anything, `>` for commands
    public void open(String text) {
        field.setPromptText(PROMPT);
        enter.setText(GOES);
        come();
        model.begin(text);
        field.requestFocus();
        field.end();
    }

    /// Comes up for one kind of thing.
    public void pick(Pick wanted) {
        field.setPromptText(wanted.prompt());
        enter.setText("takes it");
        come();
        model.begin(wanted);
        field.requestFocus();
    }

    private void come() {
        if (!isVisible()) {
            before = getScene() == null ? null : getScene().getFocusOwner();
            selected = before instanceof TextInputControl typed ? typed.getSelection() : selected;
            setVisible(true);
            // a field that is dressed later selects all of its text then, and the sign would go with the next letter
            applyCss();
        }
    }

    /// As long as it is there it has the cursor: a screen that comes at the same moment wants it too.
    private void keepCursor() {
        if (isVisible() && getScene() != null && !within(getScene().getFocusOwner())) {
            field.requestFocus();
        }
    }

    private boolean within(@Nullable Node node) {
        for (Node around = node; around != null; around = around.getParent()) {
            if (around == this) {
                return true;
            }
        }
        return false;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        keepCursor();
    }

    /// Goes away, and the cursor back to where it was.
    public void close() {
        if (isVisible()) {
            model.end();
            hide();
        }
    }

    private void hide() {
        setVisible(false);
        Node back = before;
        before = null;
        if (back != null && back.getScene() != null) {
            back.requestFocus();
            if (back instanceof TextInputControl text) {
                // a field that gets the cursor selects all of its text
                text.selectRange(selected.getStart(), selected.getEnd());
            }
        }
    }
}

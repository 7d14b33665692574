package placewatch.control.form;

import atlantafx.base.controls.CustomTextField;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import placewatch.control.Icons;
import placewatch.form.Draft;
import placewatch.form.Shape;
import placewatch.form.ShapeWords;
import tools.jackson.databind.JsonNode;

/// One of many values: a search, and below it the list of what it finds, which stands there while the person chooses.
/// What stands in the field is what counts. Up and Down go through the list, Enter takes what is marked, Escape brings
/// back what was there before.
final class SearchedChoiceEditor implements ShapeEditor {

    private static final double CELL = 24;
    private static final int LINES = 7;

    private final ChoiceWords values;
    private final Consumer<Draft> changed;
    private final CustomTextField field;
    private final ListView<String> list = new ListView<>();
    private final VBox box;
    private final Marking marking;
    private String before = "";
    private String sought = "";
    private boolean showing;

    SearchedChoiceEditor(List<JsonNode> values, Asked asked, Consumer<Draft> changed) {
        Shape shape = new Shape.Choice(values);
        this.values = new ChoiceWords(values);
        this.changed = changed;
        field = Icons.field(Feather.SEARCH, asked.blank(shape));
        field.setId(asked.id());
        field.setAccessibleText(asked.name());
        marking = new Marking(field, shape, ShapeWords.wanted(shape) + ". Type to search, Down opens the list.", asked);
        list.setId(asked.id() + "-list");
        list.setAccessibleText(asked.name() + ", choices");
        list.getStyleClass().addAll("dense", "pick-list");
        list.setFixedCellSize(CELL);
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new WordsCell());
        Label none = new Label("None of the " + values.size() + " choices is like that.");
        none.getStyleClass().add("placeholder-words");
        list.setPlaceholder(none);
        list.managedProperty().bind(list.visibleProperty());
        list.setVisible(false);
        box = new VBox(2, field, list);
        // the form scrolls until both are in sight
        box.getStyleClass().add("form-whole");
        field.textProperty().addListener((_, _, text) -> typed(text));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        field.setOnMouseClicked(_ -> open());
        field.focusedProperty().subscribe(here -> {
            if (!here) {
                leave();
            }
        });
    }

    private void typed(String text) {
        if (showing) {
            return;
        }
        open();
        sought = text;
        find();
        tell();
    }

    private void tell() {
        Draft draft = draft();
        marking.look(draft);
        changed.accept(draft);
    }

    private Draft draft() {
        String text = field.getText().strip();
        return Draft.typed(values.json(text).orElse(text));
    }

    private void pressed(KeyEvent event) {
        boolean open = list.isVisible();
        if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) {
            boolean fresh = !open && field.getText().isBlank();
            if (!open) {
                open();
            }
            if (open || fresh) {
                step(fresh ? 0 : event.getCode() == KeyCode.UP ? -1 : 1);
            }
            event.consume();
        } else if (open && event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            take(list.getSelectionModel().getSelectedItem());
            event.consume();
        } else if (open && event.getCode() == KeyCode.ESCAPE) {
            put(before);
            close();
            event.consume();
        }
    }

    private void open() {
        if (!list.isVisible()) {
            before = field.getText();
            sought = "";
            list.setVisible(true);
            find();
        }
    }

    private void close() {
        list.setVisible(false);
    }

    /// Whole, then from the beginning on, then anywhere.
    private void find() {
        String words = sought.strip().toLowerCase(Locale.ROOT);
        List<String> found = values.words().stream().filter(each -> Stream.of(words.split("\\s+"))
                        .allMatch(each.toLowerCase(Locale.ROOT)::contains))
                .sorted(Comparator.comparingInt(each -> rank(each.toLowerCase(Locale.ROOT), words))).toList();
        list.getItems().setAll(found);
        list.setPrefHeight(CELL * Math.clamp(found.size(), 2, LINES) + 2);
        list.setMinHeight(list.getPrefHeight());
        mark(Math.max(0, found.indexOf(field.getText())));
    }

    private static int rank(String each, String words) {
        return each.equals(words) ? 0 : each.startsWith(words) ? 1 : 2;
    }

    private void mark(int line) {
        list.getSelectionModel().clearAndSelect(line);
        list.scrollTo(Math.max(0, line - LINES / 2));
    }

    private void step(int by) {
        if (!list.getItems().isEmpty()) {
            mark(Math.clamp(list.getSelectionModel().getSelectedIndex() + by, 0, list.getItems().size() - 1));
            put(list.getSelectionModel().getSelectedItem());
        }
    }

    private void take(@Nullable String words) {
        if (words != null) {
            put(words);
            close();
        }
    }

    private void put(String words) {
        showing = true;
        field.setText(words);
        field.end();
        showing = false;
        tell();
    }

    /// Whoever goes on with a few letters that only one choice has means that one.
    private void leave() {
        if (list.isVisible()) {
            if (values.json(field.getText().strip()).isEmpty() && !field.getText().isBlank() && list.getItems().size() == 1) {
                put(list.getItems().getFirst());
            }
            close();
        }
    }

    @Override
    public void show(Draft draft) {
        showing = true;
        String text = draft instanceof Draft.Typed(String typed) ? typed : "";
        field.setText(values.wordsOf(text).orElse(text));
        marking.look(draft());
        showing = false;
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public Node first() {
        return field;
    }

    private final class WordsCell extends ListCell<String> {
        WordsCell() {
            // before the press takes the cursor from the search
            addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
                if (event.getButton() == MouseButton.PRIMARY && !isEmpty()) {
                    take(getItem());
                    event.consume();
                }
            });
        }

        @Override
        protected void updateItem(@Nullable String words, boolean empty) {
            super.updateItem(words, empty);
            setText(empty || words == null ? "" : words);
        }
    }
}

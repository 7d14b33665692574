package placewatch.screen.explore;

import atlantafx.base.controls.CustomTextField;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import placewatch.control.Hint;
import placewatch.control.Icons;
import placewatch.control.Texts;
import placewatch.rest.Function;

/// Where a function of the module is chosen: a search, and the list of what it finds, which stands in the pane while
/// the person chooses. Enter takes the line that is marked, Escape goes back to the form.
final class FunctionBox {

    static final String NOT_LISTED = "Functions that your key may not call are not listed by the server.";

    private static final double CELL = 26;
    private static final int MOST_LINES = 10;
    private static final int LEAST_LINES = 3;

    /// What stands around the list: words above it, and the calls' tabs below, which stay in sight until somebody looks
    /// for a function.
    private static final double AROUND = 170;

    /// The same while somebody looks: the words alone.
    private static final double ABOVE = 90;

    private final FormModel model;
    private final CustomTextField field = Icons.search("");
    private final ListView<Function> list = new ListView<>();
    private final BooleanProperty choosing;
    private boolean showing;
    private double room = Double.MAX_VALUE;

    FunctionBox(FormModel model) {
        this.model = model;
        choosing = model.choosingProperty();
        field.setId(ExploreView.EXEC_FUNCTIONS);
        field.setAccessibleText("Function to call");
        field.setMaxWidth(Double.MAX_VALUE);
        field.visibleProperty().bind(model.byHandProperty().not());
        field.managedProperty().bind(field.visibleProperty());
        field.textProperty().subscribe(_ -> {
            if (!showing) {
                choosing.set(true);
                find();
            }
        });
        field.setOnAction(_ -> choose(list.getSelectionModel().getSelectedItem()));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        field.setOnMouseClicked(_ -> {
            if (!choosing.get()) {
                start();
            }
        });
        field.focusedProperty().subscribe(here -> {
            if (!here) {
                end();
            }
        });

        list.setId(ExploreView.EXEC_FUNCTION_LIST);
        list.setAccessibleText("Functions of this module");
        list.getStyleClass().addAll("dense", "pick-list");
        list.setFixedCellSize(CELL);
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new FunctionCell());
        Label nothingFound = new Label("No function of that name.");
        nothingFound.getStyleClass().add("placeholder-words");
        list.setPlaceholder(nothingFound);

        model.functions().addListener((InvalidationListener) _ -> listed());
        listed();
        model.chosenProperty().subscribe(_ -> end());
    }

    /// The pane that the list stands in is so high now.
    void room(double height) {
        room = height;
        arrange();
    }

    private int lines() {
        return Math.clamp((int) ((room - (choosing.get() ? ABOVE : AROUND)) / CELL), LEAST_LINES, MOST_LINES);
    }

    private void arrange() {
        list.setPrefHeight(CELL * Math.clamp(list.getItems().size(), 2, lines()) + 2);
    }

    private void listed() {
        field.setPromptText(Texts.count(model.functions().size(), "function"));
        find();
    }

    /// Brings the cursor here, to choose another.
    void start() {
        field.requestFocus();
        field.selectAll();
        if (!choosing.get()) {
            choosing.set(true);
            find();
        }
    }

    /// What was typed was for the search only: the chosen function stands there again.
    private void end() {
        choosing.set(false);
        Function function = model.chosenProperty().get();
        showing = true;
        field.setText(function == null ? "" : function.name());
        showing = false;
        find();
    }

    private void choose(@Nullable Function function) {
        if (function != null) {
            model.chosenProperty().set(function);
            end();
            // who has chosen goes on with the form
            model.attentionProperty().set(true);
        }
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case UP, DOWN -> {
                if (!choosing.get()) {
                    start();
                } else {
                    int at = list.getSelectionModel().getSelectedIndex() + (event.getCode() == KeyCode.UP ? -1 : 1);
                    mark(Math.clamp(at, 0, Math.max(0, list.getItems().size() - 1)));
                }
                event.consume();
            }
            case ESCAPE -> {
                if (choosing.get()) {
                    end();
                    if (model.chosenProperty().get() != null) {
                        model.attentionProperty().set(true);
                    }
                    event.consume();
                }
            }
            default -> { }
        }
    }

    /// The whole name first, then what begins with the words, then what has them anywhere.
    private void find() {
        Function chosen = model.chosenProperty().get();
        boolean untouched = chosen != null && field.getText().equals(chosen.name());
        String words = untouched ? "" : field.getText().strip().toLowerCase(Locale.ROOT);
        List<Function> found = model.functions().stream()
                .filter(function -> Stream.of(words.split("\\s+"))
                        .allMatch(function.signature().toLowerCase(Locale.ROOT)::contains))
                .sorted(Comparator.comparingInt(function -> rank(function.name().toLowerCase(Locale.ROOT), words)))
                .toList();
        if (!list.getItems().equals(found)) {
            list.getItems().setAll(found);
        }
        arrange();
        list.setMinHeight(Region.USE_PREF_SIZE);
        mark(untouched ? Math.max(0, found.indexOf(chosen)) : 0);
    }

    private static int rank(String name, String words) {
        return name.equals(words) ? 0 : name.startsWith(words) ? 1 : name.contains(words) ? 2 : 3;
    }

    private void mark(int line) {
        list.getSelectionModel().clearAndSelect(line);
        list.scrollTo(Math.max(0, line - lines() / 2));
    }

    /// Where the person types.
    CustomTextField field() {
        return field;
    }

    /// What was found.
    ListView<Function> list() {
        return list;
    }

    private final class FunctionCell extends ListCell<Function> {
        private final Label name = new Label();
        private final Label rest = new Label();
        private final HBox both = new HBox(name, rest);
        private final Hint whole = new Hint(this);

        FunctionCell() {
            name.getStyleClass().add("mono");
            name.setMinWidth(Region.USE_PREF_SIZE);
            rest.getStyleClass().addAll("mono", "muted");
            rest.setMinWidth(0);
            both.getStyleClass().add("run-line");
            // as wide as the list, whatever stands in it
            both.setPrefWidth(0);
            // before the press takes the cursor from the search
            addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
                if (event.getButton() == MouseButton.PRIMARY && !isEmpty()) {
                    choose(getItem());
                    event.consume();
                }
            });
        }

        @Override
        protected void updateItem(@Nullable Function function, boolean empty) {
            super.updateItem(function, empty);
            if (function == null || empty) {
                setGraphic(null);
                setAccessibleText(null);
                whole.say("");
                return;
            }
            name.setText(function.name());
            rest.setText(function.signature().substring(function.name().length()));
            whole.say(function.signature());
            setGraphic(both);
            setAccessibleText(function.signature());
        }
    }
}

package placewatch.screen.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import placewatch.control.Mark;

/// A short list in two lines each, and below it what can be done with the chosen one, or why not.
///
/// @param <R> a line
final class PickList<R> extends VBox {

    private static final double CELL = 40;
    private static final int MOST_LINES = 6;

    /// Pixels for a field above it and the buttons below it.
    private static final double ROOM_FOR_OTHERS = 112;

    /// How a line reads.
    record Words(Mark mark, String title, String right, String below) { }

    /// Something that can be done with the chosen line.
    ///
    /// @param words   what its button says now
    /// @param barrier why not, as a sentence; empty if it can be done
    record Action<R>(String id, Supplier<String> words, Function<R, String> barrier, Consumer<R> act) {

        /// One that always says the same.
        Action(String id, String words, Function<R, String> barrier, Consumer<R> act) {
            this(id, () -> words, barrier, act);
        }
    }

    private final ListView<R> list;
    private final List<Action<R>> actions;
    private final List<Button> buttons = new ArrayList<>();
    private final Label why = new Label();
    private Subscription pane = Subscription.EMPTY;

    /// @param entered what Enter does, one of the actions: nothing that acts at once
    PickList(String id, String spoken, String empty, ObservableList<R> items, Function<R, Words> words,
            List<Action<R>> actions, String entered) {
        super(6);
        this.actions = List.copyOf(actions);
        list = new ListView<>(items);
        list.setId(id);
        list.setAccessibleText(spoken);
        list.getStyleClass().addAll("dense", "pick-list");
        list.setFixedCellSize(CELL);
        list.setCellFactory(_ -> new LineCell<>(words));
        Label none = new Label(empty);
        none.setWrapText(true);
        none.getStyleClass().addAll("muted", "pick-none");
        list.setPlaceholder(none);
        items.subscribe(this::tall);
        sceneProperty().subscribe(this::around);
        around();
        FlowPane bar = new FlowPane(6, 6);
        for (Action<R> action : this.actions) {
            Button button = new Button(action.words().get());
            button.setId(action.id());
            button.getStyleClass().add("small");
            button.setMnemonicParsing(false);
            button.setOnAction(_ -> act(action));
            buttons.add(button);
            bar.getChildren().add(button);
        }
        why.getStyleClass().add("muted");
        why.setWrapText(true);
        why.setMinHeight(Region.USE_PREF_SIZE);
        why.managedProperty().bind(why.visibleProperty());
        getChildren().setAll(list, bar, why);
        list.getSelectionModel().selectedItemProperty().subscribe(_ -> judge());
        // who comes by Tab finds a line marked, and its buttons open
        list.focusedProperty().subscribe(here -> {
            if (here) {
                markFirst();
            }
        });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
                this.actions.stream().filter(action -> action.id().equals(entered)).forEach(this::act);
                event.consume();
            }
        });
    }

    /// Where the pane around it is low, some of the lines give way to the buttons below them.
    private void tall() {
        double high = Reveal.pane(this).map(pane -> pane.getViewportBounds().getHeight()).orElse(Double.MAX_VALUE);
        int most = (int) Math.clamp((high - ROOM_FOR_OTHERS) / CELL, 2, MOST_LINES);
        list.setPrefHeight(CELL * Math.clamp(list.getItems().size(), 2, most) + 2);
    }

    private void around() {
        pane.unsubscribe();
        pane = Reveal.pane(this).map(found -> found.viewportBoundsProperty().subscribe(this::tall))
                .orElse(Subscription.EMPTY);
        tall();
    }

    private void act(Action<R> action) {
        R chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null && action.barrier().apply(chosen).isEmpty()) {
            action.act().accept(chosen);
            judge();
        }
    }

    /// The button of the action of that id is there only at times.
    void offer(String action, ObservableValue<Boolean> offered) {
        for (int i = 0; i < buttons.size(); i++) {
            if (actions.get(i).id().equals(action)) {
                buttons.get(i).visibleProperty().bind(offered);
                buttons.get(i).managedProperty().bind(offered);
            }
        }
    }

    /// From now on that key does what the action of that id does.
    void key(KeyCode key, String action) {
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == key && !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown()) {
                actions.stream().filter(each -> each.id().equals(action)).forEach(this::act);
                event.consume();
            }
        });
    }

    /// The chosen line.
    Optional<R> chosen() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    /// Chooses a line, and brings the cursor to it.
    void attend(R line) {
        list.getSelectionModel().select(line);
        list.scrollTo(line);
        list.requestFocus();
    }

    /// What can be done with the chosen line may have changed.
    void judge() {
        R chosen = list.getSelectionModel().getSelectedItem();
        String first = "";
        for (int i = 0; i < buttons.size(); i++) {
            String barrier = chosen == null ? "none" : actions.get(i).barrier().apply(chosen);
            buttons.get(i).setDisable(!barrier.isEmpty());
            buttons.get(i).setText(actions.get(i).words().get());
            first = first.isEmpty() && chosen != null ? barrier : first;
        }
        why.setText(first);
        why.setVisible(!first.isEmpty());
    }

    /// Brings the cursor here.
    void attend() {
        list.requestFocus();
        markFirst();
    }

    private void markFirst() {
        if (list.getSelectionModel().isEmpty() && !list.getItems().isEmpty()) {
            list.getSelectionModel().selectFirst();
        }
    }

    private static final class LineCell<R> extends ListCell<R> {
        private final Function<R, Words> words;
        private final Label mark = new Label();
        private final Label title = new Label();
        private final Label right = new Label();
        private final Label below = new Label();
        private final VBox both;

        LineCell(Function<R, Words> words) {
            this.words = words;
            mark.setMinWidth(14);
            title.getStyleClass().add("mono");
            title.setMinWidth(0);
            right.getStyleClass().add("muted");
            right.setMinWidth(Region.USE_PREF_SIZE);
            below.getStyleClass().addAll("muted", "pick-below");
            below.setMinWidth(0);
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            HBox first = new HBox(6, mark, title, gap, right);
            first.getStyleClass().add("run-line");
            both = new VBox(1, first, below);
            // as wide as the list, whatever stands in it
            both.setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable R item, boolean empty) {
            super.updateItem(item, empty);
            if (item == null || empty) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            Words shown = words.apply(item);
            shown.mark().on(mark, "");
            title.setText(shown.title());
            right.setText(shown.right());
            below.setText(shown.below());
            setGraphic(both);
            setAccessibleText(shown.title() + ", " + shown.below() + ", " + shown.right());
        }
    }
}

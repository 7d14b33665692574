package placewatch.screen.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import placewatch.control.Command;
import placewatch.control.Mark;
import placewatch.settings.PastCalls;

/// The favourites of the open module's driver: to be run, edited, renamed and removed. The one that was removed last
/// can be put back.
final class KeptCallsView extends VBox {

    private static final double ROOM_TO_UNDO = 40;

    private final CallsModel model;
    private final Consumer<PastCalls.Favourite> onRename;
    private final FilteredList<PastCalls.Favourite> shown;
    private final PickList<PastCalls.Favourite> list;
    private final Label removed = new Label();
    private final HBox undoing;

    /// Held here: a node listens to its own scene weakly only.
    private final BooleanBinding onScreen = sceneProperty().isNotNull();

    /// @param onRename the person wants to give one another name
    KeptCallsView(CallsModel model, FilteredList<PastCalls.Favourite> shown, Consumer<PastCalls.Favourite> onRename) {
        super(6);
        this.model = model;
        this.shown = shown;
        this.onRename = onRename;
        list = new PickList<>(ExploreView.KEPT_LIST, "Favourite calls",
                "A call that you keep as a favourite is offered here on every module with this driver.", shown,
                KeptCallsView::words, List.of(
                        new PickList.Action<>(ExploreView.KEPT_RUN, () -> "Run on " + model.slug(),
                                call -> model.barrier(call.driver(), call.arguments()),
                                call -> model.again(call.function(), call.arguments())),
                        new PickList.Action<>(ExploreView.KEPT_SEVERAL, "On several…",
                                call -> model.barrier(call.driver(), call.arguments()),
                                call -> model.several(call.function(), call.arguments())),
                        new PickList.Action<>(ExploreView.KEPT_EDIT, "Edit", call -> model.editBarrier(call.driver()),
                                call -> model.edit(call.function(), call.arguments())),
                        new PickList.Action<>(ExploreView.KEPT_RENAME, "Rename…", _ -> "", onRename),
                        new PickList.Action<>(ExploreView.KEPT_REMOVE, "Remove", _ -> "", this::remove)),
                ExploreView.KEPT_EDIT);
        list.offer(ExploreView.KEPT_SEVERAL, Bindings.size(model.alike()).greaterThan(1));
        list.key(KeyCode.F2, ExploreView.KEPT_RENAME);
        list.key(KeyCode.DELETE, ExploreView.KEPT_REMOVE);
        removed.setWrapText(true);
        removed.setMinWidth(0);
        removed.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(removed, Priority.ALWAYS);
        Button undo = new Button("Undo");
        undo.setId(ExploreView.KEPT_UNDO);
        undo.getStyleClass().add("small");
        undo.setMinWidth(USE_PREF_SIZE);
        undo.setOnAction(_ -> putBack());
        undoing = new HBox(8, removed, undo);
        undoing.getStyleClass().add("run-line");
        undoing.managedProperty().bind(undoing.visibleProperty());
        getChildren().setAll(list, undoing);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.Z && event.isShortcutDown() && !event.isShiftDown() && undoing.isVisible()) {
                putBack();
                event.consume();
            }
        });
        model.book().removedProperty().when(onScreen).subscribe(this::undoable);
    }

    private void undoable(CallBook.@Nullable Removed last) {
        undoing.setVisible(last != null && last.favourite().driver().equals(model.called().driver()));
        removed.setText(last == null ? "" : "“" + last.favourite().name() + "” was removed.");
        removed.getStyleClass().setAll("label", "muted");
    }

    private void remove(PastCalls.Favourite favourite) {
        model.book().remove(favourite);
        list.attend();
        Reveal.top(undoing, ROOM_TO_UNDO);
    }

    private void putBack() {
        CallBook.Removed last = model.book().removedProperty().get();
        if (last != null) {
            model.book().putBack().ifPresentOrElse(why -> {
                removed.setText(why);
                removed.getStyleClass().setAll("label", "trouble");
            }, () -> list.attend(last.favourite()));
        }
    }

    private static PickList.Words words(PastCalls.Favourite call) {
        return new PickList.Words(Mark.NEUTRAL, call.name(), "",
                CallWords.beginning(CallWords.call(call.function(), call.arguments()), 200));
    }

    /// What can be done with the favourites of this driver from anywhere.
    List<Command> commands() {
        String slug = model.slug();
        List<Command> all = new ArrayList<>();
        for (PastCalls.Favourite favourite : shown) {
            String barrier = model.barrier(favourite.driver(), favourite.arguments());
            all.add(Command.of("Exec", "Run favourite “" + favourite.name() + "” on " + slug,
                    () -> model.again(favourite.function(), favourite.arguments())).unless(!barrier.isEmpty(), barrier));
            if (model.alike().size() > 1) {
                all.add(Command.of("Exec", "Run favourite “" + favourite.name() + "” on several modules with the driver of "
                        + slug + "…", () -> model.several(favourite.function(), favourite.arguments()))
                        .unless(!barrier.isEmpty(), barrier));
            }
        }
        list.chosen().filter(_ -> getScene() != null).ifPresent(chosen -> {
            all.add(Command.of("Exec", "Rename favourite “" + chosen.name() + "”", () -> onRename.accept(chosen))
                    .keyInPane("F2"));
            all.add(Command.of("Exec", "Remove favourite “" + chosen.name() + "”", () -> remove(chosen))
                    .keyInPane("Delete"));
        });
        CallBook.Removed last = model.book().removedProperty().get();
        if (last != null && last.favourite().driver().equals(model.called().driver())) {
            all.add(Command.of("Exec", "Put favourite “" + last.favourite().name() + "” back", this::putBack)
                    .keyInPane("Shortcut+Z"));
        }
        return all;
    }

    /// Brings the cursor here.
    void attend() {
        list.attend();
    }

    /// Brings the cursor to one of them.
    void attend(PastCalls.Favourite favourite) {
        list.attend(favourite);
    }
}

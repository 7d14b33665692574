package placewatch.screen.explore;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import placewatch.control.CopySign;
import placewatch.control.Hint;
import placewatch.control.Icons;
import placewatch.control.Texts;

/// Above the calls that were made on several modules together: what was called, and what came of all of them.
final class RoundLine extends VBox {

    /// Where the line is wide enough for the time of day.
    private static final double ENOUGH = 380;

    /// Pixels for this line, and for each of those below it.
    static final double ROOM_FOR_A_MEMBER = 50;

    private static final Duration AT_ONCE = Duration.ofSeconds(3);

    private final CallsModel model;
    private final CallRound round;
    private final Label mark = new Label();
    private final Label summary = new Label();
    private final Button cancel = new Button("Cancel all");

    /// Held here: a node listens to its own scene weakly only.
    private final BooleanBinding onScreen = sceneProperty().isNotNull();

    RoundLine(CallsModel model, CallRound round) {
        this.model = model;
        this.round = round;
        getStyleClass().addAll("run", "round");
        Label name = new Label(round.order().function());
        name.getStyleClass().add("run-name");
        name.setMinWidth(round.order().function().length() <= 18 ? Region.USE_PREF_SIZE : 110);
        Label arguments = new Label("(" + CallWords.beginning(CallWords.text(round.order().shown()), 300) + ")");
        arguments.getStyleClass().add("mono");
        arguments.setMinWidth(0);
        String whole = CallWords.beginning(round.order().call(), CallLine.TOLD);
        Hint.on(name, whole);
        Hint.on(arguments, whole);
        Label clock = new Label(Texts.clock(round.startedAt(), ZoneId.systemDefault()));
        clock.getStyleClass().add("muted");
        clock.setMinWidth(USE_PREF_SIZE);
        clock.visibleProperty().bind(widthProperty().greaterThan(ENOUGH));
        clock.managedProperty().bind(clock.visibleProperty());
        mark.setMinWidth(14);
        cancel.setId(ExploreView.ROUND_CANCEL);
        cancel.getStyleClass().add("small");
        cancel.setOnAction(_ -> stop());
        cancel.managedProperty().bind(cancel.visibleProperty());
        Button copy = Icons.button(Feather.COPY, "Copy what came of all of them");
        copy.setId(ExploreView.ROUND_COPY);
        CopySign.on(copy, round::tabSeparated);
        Button more = Icons.button(Feather.MORE_VERTICAL, "What can be done with these calls");
        more.setId(ExploreView.ROUND_MORE);
        more.setOnAction(_ -> menu().show(more, Side.BOTTOM, 0, 0));
        for (Button button : List.of(cancel, copy, more)) {
            button.setMinWidth(USE_PREF_SIZE);
            button.getStyleClass().add("in-line");
        }
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(5, Icons.icon(Feather.LAYERS), mark, name, arguments, gap, clock, cancel, copy, more);
        summary.setId(ExploreView.ROUND_SUMMARY);
        summary.getStyleClass().add("answer");
        summary.setWrapText(true);
        getChildren().setAll(head, summary);
        setOnContextMenuRequested(event -> {
            menu().show(this, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        round.summaryProperty().subscribe(this::show);
        // what is over at once must not flicker
        model.nowProperty().when(onScreen).subscribe(_ -> waiting());
    }

    private void show(String words) {
        round.mark().on(mark, "");
        summary.setText(words);
        setAccessibleText(round.order().function() + " on " + Texts.count(round.members().size(), "module") + ", " + words);
        if (round.running().isEmpty()) {
            cancel.setVisible(false);
            if (Duration.between(round.startedAt(), model.now()).compareTo(AT_ONCE) < 0) {
                // with their answers the lines are taller, and nobody has looked elsewhere yet
                Reveal.top(this, ROOM_FOR_A_MEMBER * (round.members().size() + 1));
            }
        }
    }

    private void waiting() {
        cancel.setVisible(!round.running().isEmpty()
                && model.nowProperty().get().isAfter(round.startedAt().plusMillis(250)));
    }

    /// Waits for none of them any more.
    void stop() {
        round.running().forEach(model::stop);
    }

    private ContextMenu menu() {
        ContextMenu menu = new ContextMenu();
        menu.setId(ExploreView.ROUND_MENU);
        boolean barred = !model.barrier(model.called().driver(), List.of()).isEmpty();
        List<ModuleRow> all = round.members().stream().map(CallRound.Member::row).toList();
        menu.getItems().setAll(
                CallLine.item("Run again…", barred, () -> model.again(round, all)),
                CallLine.item("Run again where it was not answered…", barred || round.unanswered().isEmpty(),
                        () -> model.again(round, round.unanswered())),
                CallLine.item("Edit and run", false, () -> model.edit(round.order().function(), round.order().shown())));
        return menu;
    }
}

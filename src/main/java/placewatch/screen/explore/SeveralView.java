package placewatch.screen.explore;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import placewatch.control.Confirmation;

/// On which modules a call is to be made: each with a tick and how it fares, and one tick for all.
final class SeveralView extends ScrollPane {

    private static final double TALL = 236;

    private final SeveralModel model;
    private final CheckBox all = new CheckBox();
    private final List<CheckBox> stops = new ArrayList<>();

    /// Held here: a node listens to its own scene weakly only.
    private final BooleanBinding onScreen = sceneProperty().isNotNull();

    SeveralView(SeveralModel model) {
        this.model = model;
        getStyleClass().add("several");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMaxHeight(TALL);
        setFocusTraversable(false);
        all.setId(ExploreView.SEVERAL_ALL);
        all.setText(model.all());
        all.setMnemonicParsing(false);
        all.setOnAction(_ -> {
            // a half one becomes whole
            boolean ticked = model.chosen().size() < model.candidates().size();
            model.candidates().forEach(candidate -> candidate.chosen().set(ticked));
        });
        stops.add(all);
        VBox lines = new VBox(6, all);
        lines.getStyleClass().add("several-lines");
        for (SeveralModel.Candidate candidate : model.candidates()) {
            lines.getChildren().add(line(candidate));
            candidate.chosen().subscribe(this::sum);
        }
        sum();
        setContent(lines);
    }

    private void sum() {
        int chosen = model.chosen().size();
        all.setIndeterminate(chosen > 0 && chosen < model.candidates().size());
        all.setSelected(chosen == model.candidates().size());
    }

    private HBox line(SeveralModel.Candidate candidate) {
        String slug = candidate.row().address().slug();
        CheckBox tick = new CheckBox(slug);
        tick.setId(ExploreView.several(slug));
        tick.setMnemonicParsing(false);
        tick.setMinWidth(Region.USE_PREF_SIZE);
        tick.selectedProperty().bindBidirectional(candidate.chosen());
        tick.focusedProperty().subscribe(focused -> {
            if (focused) {
                reveal(tick);
            }
        });
        stops.add(tick);
        Label health = new Label();
        health.setMinWidth(0);
        Label more = new Label();
        more.getStyleClass().add("muted");
        more.setMinWidth(0);
        HBox.setHgrow(more, Priority.ALWAYS);
        // the row outlives this question
        candidate.row().healthProperty().when(onScreen).subscribe(now -> {
            String words = ModuleView.words(now);
            ModuleView.mark(now).on(health, words);
            more.setText(now.condition() == ModuleRow.Condition.STOPPED && now.current() ? "will answer with an error" : "");
            tick.setAccessibleText(slug + ", " + words);
        });
        HBox line = new HBox(10, tick, health, more);
        line.getStyleClass().addAll("run-line", "several-line");
        return line;
    }

    private void reveal(@Nullable Node tick) {
        double most = getContent().getLayoutBounds().getHeight() - getViewportBounds().getHeight();
        if (tick != null && most > 0) {
            double middle = getContent().sceneToLocal(tick.localToScene(tick.getLayoutBounds())).getCenterY();
            setVvalue(Math.clamp((middle - getViewportBounds().getHeight() / 2) / most, 0, 1));
        }
    }

    /// The question, for who asks it.
    Confirmation.Choice choice() {
        return new Confirmation.Choice(this, stops, model.askProperty(), model.doesProperty(), model::leave);
    }
}

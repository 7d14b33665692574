package placewatch.screen.explore;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import placewatch.control.Hint;
import placewatch.control.Icons;

/// What the call touches, or what it still waits for, and the buttons that make it.
final class RunFoot extends VBox {

    private static final double ROOM_FOR_KEY = 100;
    private static final double ICON = 30;

    private final ExecModel model;
    private final Button run = new Button("", Icons.icon(Feather.PLAY));
    private final Label touches = new Label();

    /// @param runKey     makes the call, too
    /// @param severalKey makes it on several modules, too
    RunFoot(ExecModel model, KeyCombination runKey, KeyCombination severalKey) {
        super(4);
        this.model = model;
        getStyleClass().add("exec-foot");
        fillRun(runKey);
        getChildren().setAll(touches(), problem(), line(several(severalKey)));
        // while another function is chosen there is nothing to run, and no doubt which
        visibleProperty().bind(model.form().chosenProperty().isNotNull().and(model.form().choosingProperty().not())
                .or(model.form().byHandProperty()));
        managedProperty().bind(visibleProperty());
    }

    private Label touches() {
        touches.setId(ExploreView.EXEC_TOUCHES);
        touches.getStyleClass().add("caption");
        touches.setMinWidth(0);
        touches.textProperty().bind(model.form().addressProperty().map(_ -> "touches " + model.form().touches()));
        Hint whole = new Hint(touches);
        touches.textProperty().subscribe(whole::say);
        // while something is lacking nothing is touched, and a low pane has room for one of the two
        touches.visibleProperty().bind(model.form().problemProperty().isEmpty());
        touches.managedProperty().bind(touches.visibleProperty());
        return touches;
    }

    private Label problem() {
        Label problem = new Label();
        problem.setId(ExploreView.EXEC_PROBLEM);
        problem.getStyleClass().add("lacks");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        problem.textProperty().bind(model.form().problemProperty().map(words -> CallWords.cut(words, 300)));
        problem.visibleProperty().bind(model.form().problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        return problem;
    }

    private void fillRun(KeyCombination key) {
        run.textProperty().bind(model.form().addressProperty().map(address -> "Run on " + address.slug()));
        run.setId(ExploreView.EXEC_RUN);
        run.setMnemonicParsing(false);
        run.getStyleClass().addAll("small", "success");
        run.disableProperty().bind(model.form().frameProperty().isEmpty());
        run.setOnAction(_ -> model.run());
        run.setMinWidth(Region.USE_PREF_SIZE);
        Hint.on(run, "Make this call, on this module alone (" + key.getDisplayText() + ")");
    }

    private Button several(KeyCombination key) {
        Button several = new Button("On several…", Icons.icon(Feather.LAYERS));
        several.setId(ExploreView.EXEC_SEVERAL);
        several.getStyleClass().addAll("small", "flat");
        several.disableProperty().bind(model.form().frameProperty().isEmpty());
        several.visibleProperty().bind(Bindings.size(model.calls().alike()).greaterThan(1));
        several.managedProperty().bind(several.visibleProperty());
        several.setOnAction(_ -> model.runOnSeveral());
        several.setMinWidth(ICON);
        Hint.on(several, "Make this call on several modules with this driver; asks on which (" + key.getDisplayText()
                + ")");
        return several;
    }

    private HBox line(Button several) {
        Label key = new Label("Ctrl Enter");
        key.getStyleClass().add("key");
        key.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(8, run, key, several);
        // the key gives way first: the buttons' hints tell it too
        key.visibleProperty().bind(line.widthProperty().subtract(run.widthProperty()).subtract(several.widthProperty())
                .greaterThan(ROOM_FOR_KEY));
        key.managedProperty().bind(key.visibleProperty());
        line.getStyleClass().add("run-line");
        return line;
    }

    /// Brings the cursor to what makes the call.
    void attend() {
        run.requestFocus();
    }
}

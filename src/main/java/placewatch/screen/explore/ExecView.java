package placewatch.screen.explore;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import placewatch.control.Command;
import placewatch.control.Hint;
import placewatch.control.Icons;

/// Choose a function, fill its form, run it, read what came back and how long it took.
final class ExecView extends BorderPane {

    private static final KeyCombination RUN = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

    private static final KeyCombination SEVERAL = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN,
            KeyCombination.SHIFT_DOWN);

    private static final double ROOM_FOR_KEY = 100;
    private static final double ICON = 30;

    private final ExecModel model;
    private final FormView form;
    private final CallsView calls;

    ExecView(ExecModel model, CallsView calls) {
        this.model = model;
        this.calls = calls;
        getStyleClass().add("exec");
        setMinWidth(240);
        FunctionBox functions = new FunctionBox(model.form());
        setTop(head(functions));

        Button run = runButton();
        form = new FormView(model.form(), functions, run::requestFocus);
        VBox all = new VBox(10, form, runLine(run), calls);
        all.getStyleClass().add("exec-form");
        ScrollPane scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setCenter(scroll);
        scroll.viewportBoundsProperty().subscribe(seen -> functions.room(seen.getHeight()));

        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (RUN.match(event)) {
                model.run();
                form.attendToProblem();
                event.consume();
            } else if (SEVERAL.match(event) && others()) {
                model.runOnSeveral();
                event.consume();
            }
        });
    }

    /// What can be done here.
    List<Command> commands() {
        FormModel asked = model.form();
        String name = asked.functionName();
        List<Command> all = new ArrayList<>(form.commands());
        all.add(Command.of("Exec", "Run " + (name.isEmpty() ? "a function" : name) + " on " + slug(), model::run)
                .keyInPane("Shortcut+Enter").unless(asked.problemProperty()));
        if (others()) {
            all.add(Command.of("Exec", "Run " + (name.isEmpty() ? "a function" : name) + " on several modules with the "
                    + "driver of " + slug() + "…", model::runOnSeveral).keyInPane("Shortcut+Shift+Enter")
                    .unless(asked.problemProperty()));
        }
        all.addAll(calls.commands());
        return all;
    }

    /// Whether the system has another module with the driver of this one.
    private boolean others() {
        return model.calls().alike().size() > 1;
    }

    private static HBox head(FunctionBox functions) {
        Label title = new Label("Exec");
        title.getStyleClass().add("pane-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(functions.field(), Priority.ALWAYS);
        HBox head = new HBox(12, title, functions.field());
        head.getStyleClass().add("pane-head");
        return head;
    }

    private Button runButton() {
        Button run = new Button("", Icons.icon(Feather.PLAY));
        run.textProperty().bind(model.form().addressProperty().map(_ -> "Run on " + slug()));
        run.setId(ExploreView.EXEC_RUN);
        run.setMnemonicParsing(false);
        run.getStyleClass().addAll("small", "success");
        run.disableProperty().bind(model.form().frameProperty().isEmpty());
        run.setOnAction(_ -> model.run());
        run.setMinWidth(Region.USE_PREF_SIZE);
        Hint.on(run, "Make this call, on this module alone (" + RUN.getDisplayText() + ")");
        return run;
    }

    private Button severalButton() {
        Button several = new Button("On several…", Icons.icon(Feather.LAYERS));
        several.setId(ExploreView.EXEC_SEVERAL);
        several.getStyleClass().addAll("small", "flat");
        several.disableProperty().bind(model.form().frameProperty().isEmpty());
        several.visibleProperty().bind(Bindings.size(model.calls().alike()).greaterThan(1));
        several.managedProperty().bind(several.visibleProperty());
        several.setOnAction(_ -> model.runOnSeveral());
        several.setMinWidth(ICON);
        Hint.on(several, "Make this call on several modules with this driver; asks on which (" + SEVERAL.getDisplayText()
                + ")");
        return several;
    }

    private HBox runLine(Button run) {
        Label key = new Label("Ctrl Enter");
        key.getStyleClass().add("key");
        key.setMinWidth(Region.USE_PREF_SIZE);
        Button several = severalButton();
        HBox line = new HBox(8, run, key, several);
        // the key gives way first: the buttons' hints tell it too
        key.visibleProperty().bind(line.widthProperty().subtract(run.widthProperty()).subtract(several.widthProperty())
                .greaterThan(ROOM_FOR_KEY));
        key.managedProperty().bind(key.visibleProperty());
        line.getStyleClass().add("run-line");
        line.visibleProperty().bind(model.form().chosenProperty().isNotNull().or(model.form().byHandProperty()));
        line.managedProperty().bind(line.visibleProperty());
        return line;
    }

    private String slug() {
        return model.form().addressProperty().get().slug();
    }
}

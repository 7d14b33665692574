package placewatch.screen.explore;

import java.util.ArrayList;
import java.util.List;
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
import placewatch.control.Command;

/// Choose a function, fill its form, run it, read what came back and how long it took.
final class ExecView extends BorderPane {

    private static final KeyCombination RUN = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

    private static final KeyCombination SEVERAL = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN,
            KeyCombination.SHIFT_DOWN);

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

        RunFoot foot = new RunFoot(model, RUN, SEVERAL);
        form = new FormView(model.form(), functions, foot::attend);
        VBox all = new VBox(form, foot, calls);
        all.getStyleClass().add("exec-form");
        ScrollPane scroll = new ScrollPane(all);
        scroll.getStyleClass().add("exec-pane");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setCenter(scroll);
        FloatingFoot.on(scroll, foot);
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

    private String slug() {
        return model.form().addressProperty().get().slug();
    }
}

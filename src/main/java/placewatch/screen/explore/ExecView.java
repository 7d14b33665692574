package placewatch.screen.explore;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import placewatch.control.Command;
import placewatch.control.CopySign;
import placewatch.control.Icons;
import placewatch.control.Mark;
import placewatch.control.Texts;
import placewatch.socket.ExecResult;

/// Choose a function, fill its form, run it, read what came back and how long it took.
final class ExecView extends BorderPane {

    private final ExecModel model;
    private final VBox runs = new VBox();
    private final Map<ExecRun, RunLine> lines = new HashMap<>();
    private final FormView form;

    ExecView(ExecModel model) {
        this.model = model;
        getStyleClass().add("exec");
        setMinWidth(240);
        FunctionBox functions = new FunctionBox(model.form());
        setTop(head(functions));

        Button run = runButton();
        form = new FormView(model.form(), functions, run::requestFocus);
        runs.setId(ExploreView.EXEC_RUNS);
        runs.getStyleClass().add("runs");
        VBox all = new VBox(10, form, runLine(run), runs);
        all.getStyleClass().add("exec-form");
        ScrollPane scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setCenter(scroll);

        model.runs().subscribe(this::showRuns);
        showRuns();
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN).match(event)) {
                model.run();
                event.consume();
            }
        });
    }

    /// What can be done here.
    List<Command> commands() {
        FormModel asked = model.form();
        String name = asked.byHandProperty().get() ? asked.handNameProperty().get().strip()
                : asked.chosenProperty().get() == null ? "" : asked.chosenProperty().get().name();
        List<Command> all = new ArrayList<>(form.commands());
        all.add(Command.of("Exec", "Run " + (name.isEmpty() ? "a function" : name) + " on " + slug(), model::run)
                .keyInPane("Shortcut+Enter").unless(asked.problemProperty()));
        all.add(Command.of("Exec", "Copy the answer to the latest call", this::copyLatest)
                .unless(model.runs().isEmpty() || model.runs().getFirst().resultProperty().get() == null,
                        "There is none yet."));
        return all;
    }

    private void copyLatest() {
        lines.get(model.runs().getFirst()).copy.fire();
    }

    private static HBox head(FunctionBox functions) {
        Label title = new Label("Exec");
        title.getStyleClass().add("pane-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(functions, Priority.ALWAYS);
        HBox head = new HBox(12, title, functions);
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
        return run;
    }

    private HBox runLine(Button run) {
        Label key = new Label("Ctrl Enter");
        key.getStyleClass().add("key");
        key.setMinWidth(0);
        HBox line = new HBox(8, run, key);
        line.getStyleClass().add("run-line");
        line.visibleProperty().bind(model.form().chosenProperty().isNotNull().or(model.form().byHandProperty()));
        line.managedProperty().bind(line.visibleProperty());
        return line;
    }

    private String slug() {
        return model.form().addressProperty().get().slug();
    }

    private static String cut(String text) {
        return text.length() <= 600 ? text : text.substring(0, 600) + "…  " + Texts.size(text.length());
    }

    private void showRuns() {
        lines.keySet().retainAll(model.runs());
        runs.getChildren().setAll(model.runs().stream()
                .map(run -> lines.computeIfAbsent(run, RunLine::new)).toList());
        runs.setVisible(!lines.isEmpty());
        runs.setManaged(!lines.isEmpty());
    }

    /// One call and its end.
    private final class RunLine extends VBox {
        private final Label mark = new Label();
        private final Label took = new Label();
        private final Label answer = new Label();
        private final Button copy = Icons.button(Feather.COPY, "Copy the whole answer");

        RunLine(ExecRun run) {
            getStyleClass().add("run");
            Label name = new Label(run.function());
            name.getStyleClass().add("run-name");
            name.setMinWidth(Region.USE_PREF_SIZE);
            Label arguments = new Label("(" + cut(run.arguments()) + ")");
            arguments.getStyleClass().add("mono");
            arguments.setMinWidth(0);
            took.getStyleClass().add("muted");
            took.setMinWidth(Region.USE_PREF_SIZE);
            mark.setMinWidth(14);
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            answer.getStyleClass().addAll("mono", "answer");
            answer.setWrapText(true);
            getChildren().setAll(new HBox(8, mark, name, arguments, gap, took, copy), answer);
            String started = Texts.clock(run.startedAt(), ZoneId.systemDefault());
            run.resultProperty().subscribe(result -> show(started, run, result));
            // a finished call needs no clock any more
            model.nowProperty().when(run.resultProperty().isNull())
                    .subscribe(now -> waiting(started, run, now));
        }

        private void waiting(String started, ExecRun run, Instant now) {
            if (run.resultProperty().get() == null) {
                took.setText(started + " · running " + Texts.span(Duration.between(run.startedAt(), now)));
            }
        }

        private void show(String started, ExecRun run, @Nullable ExecResult result) {
            copy.setDisable(result == null);
            CopySign.on(copy, () -> result instanceof ExecResult.Returned(String json, var _)
                    ? json : answer.getText());
            switch (result) {
                case null -> {
                    Mark.WAITING.on(mark, "");
                    answer.setText("");
                    waiting(started, run, model.nowProperty().get());
                }
                case ExecResult.Returned(String json, Duration time) ->
                    end(Mark.GOOD, started + " · " + Texts.took(time), "→ " + cut(json));
                case ExecResult.Refused(var error, Duration time) ->
                    end(Mark.TROUBLE, started + " · " + Texts.took(time), Texts.error(error));
                case ExecResult.TimedOut(Duration time) -> end(Mark.TROUBLE, started + " · " + Texts.took(time),
                        "No answer. The module may still do it: look at its status before trying again.");
                case ExecResult.ConnectionLost(Duration time) -> end(Mark.TROUBLE,
                        started + " · " + Texts.took(time),
                        "Unknown: the connection was lost before an answer. It was not sent again.");
                case ExecResult.NotSent(String why) -> end(Mark.TROUBLE, started, "Not sent. " + why);
            }
            answer.setManaged(!answer.getText().isEmpty());
        }

        private void end(Mark how, String when, String words) {
            how.on(mark, "");
            took.setText(when);
            answer.setText(words);
        }
    }
}

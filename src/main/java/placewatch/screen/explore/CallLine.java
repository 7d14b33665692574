package placewatch.screen.explore;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import placewatch.control.Copied;
import placewatch.control.CopySign;
import placewatch.control.Hint;
import placewatch.control.Icons;
import placewatch.control.Mark;
import placewatch.control.Texts;
import placewatch.control.takeaway.Carrier;
import placewatch.model.StatusValue;
import placewatch.protocol.ServerError;
import placewatch.socket.ExecResult;

/// One call: what was called, how long it takes or took, and in a line what came of it. The rest unfolds.
final class CallLine extends VBox {

    /// Where the line is wide enough for the time of day.
    private static final double ENOUGH = 380;

    private static final double ROOM_FOR_ALL = 320;

    /// Characters of a value beside its call; all of it unfolds.
    private static final int SHOWN = 160;

    /// Characters of a call in its hint.
    static final int TOLD = 1_500;

    private final CallsModel model;
    private final ExecRun run;
    private final Label mark = new Label();
    private final Label took = new Label();
    private final Label answer = new Label();
    private final Button fold = Icons.button(Feather.CHEVRON_RIGHT, "Show all of the answer");
    private final Button cancel = new Button("Cancel");
    private final Button copy = Icons.button(Feather.COPY, "Copy the whole answer");
    private final Carrier carrier;
    private final Consumer<String> browser;
    private final Consumer<ExecRun> onKeep;
    private @Nullable AnswerView unfolded;

    /// @param browser opens an address outside of this window
    /// @param onKeep  the person wants the call at hand
    CallLine(CallsModel model, ExecRun run, Carrier carrier, Consumer<String> browser, Consumer<ExecRun> onKeep) {
        this.model = model;
        this.run = run;
        this.carrier = carrier;
        this.browser = browser;
        this.onKeep = onKeep;
        getStyleClass().add("run");
        if (together()) {
            getStyleClass().add("of-round");
        }
        fold.setId(ExploreView.CALL_FOLD);
        fold.setOnAction(_ -> fold(unfolded == null));
        Label name = new Label(title());
        name.getStyleClass().add("run-name");
        // the arguments give way first
        name.setMinWidth(name.getText().length() <= 18 ? Region.USE_PREF_SIZE : 110);
        String called = "(" + CallWords.beginning(CallWords.text(run.shown()), 300) + ")";
        Label arguments = new Label(run.round().isEmpty() ? called : together() ? "" : run.function() + called);
        arguments.getStyleClass().add("mono");
        arguments.setMinWidth(0);
        Hint.on(name, whole());
        Hint.on(arguments, whole());
        Label clock = new Label(Texts.clock(run.startedAt(), ZoneId.systemDefault()));
        for (Label muted : new Label[] {clock, took}) {
            muted.getStyleClass().add("muted");
            muted.setMinWidth(Region.USE_PREF_SIZE);
        }
        clock.visibleProperty().bind(widthProperty().greaterThan(ENOUGH));
        clock.managedProperty().bind(clock.visibleProperty());
        mark.setMinWidth(14);
        cancel.setId(ExploreView.CALL_CANCEL);
        cancel.getStyleClass().add("small");
        cancel.setOnAction(_ -> model.stop(run));
        Button more = Icons.button(Feather.MORE_VERTICAL, "What can be done with this call");
        more.setId(ExploreView.CALL_MORE);
        more.setOnAction(_ -> {
            ContextMenu menu = menu();
            menu.show(more, Side.BOTTOM, 0, 0);
        });
        for (Button button : new Button[] {fold, cancel, copy, more}) {
            button.setMinWidth(USE_PREF_SIZE);
            // the pane may be narrow
            button.getStyleClass().add("in-line");
        }
        CopySign.on(copy, this::copied);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(5, fold, mark, name, arguments, gap, clock, took, cancel, copy, more);
        answer.getStyleClass().addAll("mono", "answer");
        answer.setWrapText(true);
        getChildren().setAll(head, answer);
        setOnContextMenuRequested(event -> {
            menu().show(this, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        run.stageProperty().subscribe(this::show);
        // a finished call needs no clock any more
        model.nowProperty().when(run.stageProperty().map(stage -> stage instanceof ExecRun.Running)).subscribe(now -> {
            if (run.running()) {
                waiting(now);
            }
        });
        run.changesProperty().subscribe(_ -> spoken());
    }

    /// A narrow pane cuts what stands in the line.
    private String whole() {
        return (run.round().isEmpty() ? "" : run.module().slug() + ": ")
                + CallWords.beginning(CallWords.call(run.function(), run.shown()), TOLD);
    }

    /// A call of the open module goes by its function; one that went elsewhere, or together with others, by its module.
    private String title() {
        return run.round().isEmpty() ? run.function() : run.module().slug();
    }

    /// Whether what was called stands above it, for all.
    private boolean together() {
        return run.round().filter(round -> round.members().size() > 1).isPresent();
    }

    /// Copies the answer, or what stands in its place.
    void copyAnswer() {
        copy.fire();
    }

    private String copied() {
        return switch (run.stageProperty().get()) {
            case ExecRun.Ended(ExecResult.Returned(String json, var _)) -> json;
            case ExecRun.Late(ExecResult.Returned(String json, var _), var _) -> json;
            case ExecRun.Ended(ExecResult.Refused(ServerError error, var _)) -> Texts.error(error);
            case ExecRun.Late(ExecResult.Refused(ServerError error, var _), var _) -> Texts.error(error);
            case ExecRun.Running(), ExecRun.Ended(var _), ExecRun.Late(var _, var _), ExecRun.Stopped(var _) ->
                answer.getText();
        };
    }

    void fold(boolean open) {
        if (open && unfolded == null) {
            AnswerView view = new AnswerView(model, run, carrier, browser);
            unfolded = view;
            getChildren().add(view);
            Reveal.top(this, ROOM_FOR_ALL);
        } else if (!open && unfolded != null) {
            getChildren().remove(unfolded);
            unfolded = null;
        }
        answerShown();
        fold.setGraphic(Icons.icon(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
        fold.setAccessibleText(open ? "Show less of the answer" : "Show all of the answer");
    }

    private void waiting(Instant now) {
        Duration time = Duration.between(run.startedAt(), now);
        // what is over at once must not flicker
        boolean shown = time.toMillis() >= 250;
        took.setText(shown ? tenths(time) + "…" : "");
        cancel.setVisible(shown);
        cancel.setManaged(shown);
    }

    private void answerShown() {
        boolean said = !answer.getText().isEmpty() && (unfolded == null || !answer.getText().startsWith("→"));
        answer.setVisible(said);
        answer.setManaged(said);
    }

    private static String tenths(Duration time) {
        return time.toSeconds() < 60 ? String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0) : Texts.span(time);
    }

    private void show(ExecRun.Stage stage) {
        boolean over = !(stage instanceof ExecRun.Running);
        copy.setVisible(over);
        copy.setManaged(over);
        if (over) {
            cancel.setVisible(false);
            cancel.setManaged(false);
        }
        switch (stage) {
            case ExecRun.Running() -> {
                Mark.WAITING.on(mark, "");
                answer.setText("");
                waiting(model.nowProperty().get());
            }
            case ExecRun.Ended(ExecResult result) -> result(result, "");
            case ExecRun.Stopped(Duration after) -> end(Mark.STOPPED, Texts.took(after), "Nobody waits for the answer any "
                    + "more. " + run.module().slug() + " may still do it: what was sent can't be called back.");
            case ExecRun.Late(ExecResult late, Duration after) -> result(late, "late, after " + Texts.took(after) + ": ");
        }
        answerShown();
        spoken();
    }

    private void result(ExecResult result, String late) {
        switch (result) {
            case ExecResult.Returned(String json, Duration time) -> end(Mark.GOOD, Texts.took(time)
                    + (json.length() > SHOWN ? " · " + Texts.size(json.length()) : ""),
                    value(late + CallWords.cut(StatusValue.of(json).shown(), SHOWN)));
            case ExecResult.Refused(ServerError error, Duration time) -> end(Mark.TROUBLE, Texts.took(time),
                    late + CallWords.beginning(Texts.error(new ServerError(error.number(),
                            error.text().strip().lines().findFirst().orElse(""))), 400));
            case ExecResult.TimedOut(Duration time) -> end(Mark.TROUBLE, Texts.took(time),
                    "No answer. The module may still do it: look at its status before trying again.");
            case ExecResult.ConnectionLost(Duration time) -> end(Mark.TROUBLE, Texts.took(time),
                    "Unknown: the connection was lost before an answer. It was not sent again.");
            case ExecResult.NotSent(String why) -> end(Mark.TROUBLE, "", "Not sent. " + why);
        }
    }

    /// A long word would go to the next line and leave the arrow alone.
    private static String value(String words) {
        return "→" + (words.indexOf(' ') > 30 || words.length() > 30 && words.indexOf(' ') < 0 ? "\u00A0" : " ") + words;
    }

    private void end(Mark how, String when, String words) {
        how.on(mark, "");
        took.setText(when);
        answer.setText(words);
    }

    private void spoken() {
        int changes = run.changesProperty().get().changes().size();
        setAccessibleText(run.function() + (run.round().isEmpty() ? "" : " on " + run.module().slug()) + ", "
                + (run.running() ? "running" : answer.getText())
                + (changes > 0 ? ", " + Texts.count(changes, "change") + " since" : ""));
    }

    private ContextMenu menu() {
        ContextMenu menu = new ContextMenu();
        menu.setId(ExploreView.CALL_MENU);
        String again = model.barrier(model.called().driver(), List.of());
        menu.getItems().setAll(
                item("Run again on " + (run.round().isEmpty() ? model.slug() : run.module().slug() + "…"), !again.isEmpty(),
                        () -> model.again(run)),
                item("Edit and run", false, () -> model.edit(run.function(), run.shown())),
                item("Keep as a favourite…", false, () -> onKeep.accept(run)),
                new SeparatorMenuItem(),
                item("Copy the answer", run.running(), () -> Copied.text(copied())),
                item("Copy as a frame", run.frameProperty().get().isEmpty(),
                        () -> Copied.text(run.frameProperty().get())),
                item("Copy as curl", false,
                        () -> Copied.text(model.curl(run.module(), run.function(), run.shown()))),
                item("Copy as ts-client code", false,
                        () -> Copied.text(CallsModel.code(run.module(), run.function(), run.shown()))));
        if (model.alike().size() > 1) {
            menu.getItems().add(1, item("Run on several modules…", !again.isEmpty(), () -> model.several(run)));
        }
        return menu;
    }

    /// A line of the menu of a call, or of several.
    static MenuItem item(String words, boolean barred, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setDisable(barred);
        item.setOnAction(_ -> action.run());
        return item;
    }
}

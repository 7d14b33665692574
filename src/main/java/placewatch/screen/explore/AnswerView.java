package placewatch.screen.explore;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import placewatch.control.CopySign;
import placewatch.control.Hint;
import placewatch.control.Icons;
import placewatch.control.JsonTree;
import placewatch.control.Texts;
import placewatch.control.takeaway.Carrier;
import placewatch.model.StatusValue;
import placewatch.protocol.ServerError;
import placewatch.protocol.Subscription;
import placewatch.socket.ExecResult;

/// All that is known of one call's answer: the value as tree, text or table, or the server's own words of an error; what
/// has changed on the module since; and the frame that it answers. Unfolded below the call's line.
final class AnswerView extends VBox {

    private static final double TALL = 200;

    private final CallsModel model;
    private final ExecRun run;
    private final Carrier carrier;
    private final Consumer<String> browser;
    private final VBox value = new VBox(4);
    private final VBox changes = new VBox(2);
    private final VBox frame = new VBox(2);
    private Subscription reading = () -> { };

    /// @param browser opens an address outside of this window
    AnswerView(CallsModel model, ExecRun run, Carrier carrier, Consumer<String> browser) {
        super(8);
        this.model = model;
        this.run = run;
        this.carrier = carrier;
        this.browser = browser;
        getStyleClass().add("answer-view");
        getChildren().setAll(value, changes, frame);
        for (VBox part : List.of(value, changes, frame)) {
            part.managedProperty().bind(part.visibleProperty());
            part.setVisible(false);
        }
        run.stageProperty().subscribe(this::stage);
        run.changesProperty().subscribe(this::changes);
        run.frameProperty().subscribe(this::frame);
    }

    private void stage(ExecRun.Stage stage) {
        switch (stage) {
            case ExecRun.Ended(ExecResult result) -> result(result);
            case ExecRun.Late(ExecResult answer, var _) -> result(answer);
            case ExecRun.Running(), ExecRun.Stopped(var _) -> value.setVisible(false);
        }
    }

    private void result(ExecResult result) {
        reading.close();
        switch (result) {
            case ExecResult.Returned(String json, var _) -> {
                Label facts = muted(facts(json) + " · reading…");
                value.getChildren().setAll(facts);
                reading = model.background().work(() -> ReadAnswer.of(json), read -> value(json, read));
                value.setVisible(true);
            }
            case ExecResult.Refused(ServerError error, var _) -> {
                value.getChildren().setAll(details(error));
                value.setVisible(true);
            }
            case ExecResult.TimedOut(var _), ExecResult.ConnectionLost(var _), ExecResult.NotSent(var _) ->
                value.setVisible(false);
        }
    }

    private String facts(String json) {
        return StatusValue.of(json).type() + ", " + Texts.size(json.length());
    }

    private void value(String json, ReadAnswer read) {
        Label facts = muted(facts(json));
        facts.setId(ExploreView.ANSWER_FACTS);
        Hint.on(facts, facts.getText());
        facts.setMinWidth(0);
        facts.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(facts, Priority.ALWAYS);
        StackPane place = new StackPane();
        HBox head = new HBox(4, facts);
        head.getStyleClass().add("run-line");
        ToggleGroup group = new ToggleGroup();
        Optional<AnswerTable> table = read.columns().isEmpty() ? Optional.empty()
                : Optional.of(new AnswerTable(read, carrier, List.of(model.called().system(), run.module().slug(),
                        run.function())));
        Button copy = copy("Copy the whole answer", json);
        ToggleButton asText = tab("Text", group, place, () -> text(read));
        ToggleButton first = asText;
        if (read.tree().isContainer()) {
            ToggleButton asTree = tab("Tree", group, place, () -> tree(read));
            head.getChildren().add(asTree);
            first = asTree;
        }
        head.getChildren().add(asText);
        if (table.isPresent()) {
            ToggleButton asTable = tab("Table", group, place, table.get()::place);
            Node icons = table.get().icons();
            icons.visibleProperty().bind(asTable.selectedProperty());
            icons.managedProperty().bind(icons.visibleProperty());
            copy.visibleProperty().bind(asTable.selectedProperty().not());
            copy.managedProperty().bind(copy.visibleProperty());
            head.getChildren().addAll(asTable, icons);
            first = asTable;
        }
        head.getChildren().add(copy);
        first.setSelected(true);
        value.getChildren().setAll(head, place);
        read.links().forEach(link -> value.getChildren().add(link(link)));
        if (read.more() > 0) {
            value.getChildren().add(muted(read.more() == 1 ? "and one more address"
                    : "and " + Texts.grouped(read.more()) + " more addresses"));
        }
    }

    /// @param content made when it is first looked at: a large one takes a while
    private static ToggleButton tab(String words, ToggleGroup group, StackPane place, Supplier<Node> content) {
        ToggleButton tab = new ToggleButton(words);
        Map<ToggleButton, Node> shown = new HashMap<>();
        tab.setId(ExploreView.ANSWER + "-" + words.toLowerCase(Locale.ROOT));
        tab.setToggleGroup(group);
        tab.getStyleClass().addAll("small", "follow");
        tab.setMinWidth(Region.USE_PREF_SIZE);
        tab.selectedProperty().addListener((_, _, chosen) -> {
            if (chosen) {
                place.getChildren().setAll(shown.computeIfAbsent(tab, _ -> content.get()));
            }
        });
        // one of them is always chosen
        tab.setOnAction(_ -> tab.setSelected(true));
        return tab;
    }

    private JsonTree tree(ReadAnswer read) {
        JsonTree tree = new JsonTree();
        tree.setId(ExploreView.ANSWER_TREE);
        tree.name(run.function());
        tree.show(read.tree());
        tree.setPrefHeight(Math.min(TALL, 24.0 * (read.tree().size() + 1) + 16));
        return tree;
    }

    private static VBox text(ReadAnswer read) {
        TextArea text = new TextArea(read.text());
        text.setId(ExploreView.ANSWER_TEXT);
        text.setAccessibleText("Answer as text");
        text.setEditable(false);
        text.setWrapText(true);
        text.getStyleClass().addAll("small", "mono");
        text.setPrefRowCount(rows(read.text(), 11));
        VBox place = new VBox(2, text);
        if (read.length() > read.text().length()) {
            Label cut = muted("the first " + Texts.grouped(read.text().length()) + " of "
                    + Texts.grouped(read.length()) + " characters; Copy takes all of it");
            cut.setWrapText(true);
            place.getChildren().add(cut);
        }
        return place;
    }

    /// Long lines are wrapped.
    private static int rows(String text, int most) {
        return Math.clamp(text.lines().mapToInt(line -> 1 + line.length() / 45).sum(), 2, most);
    }

    private HBox link(ReadAnswer.Link link) {
        boolean web = link.kind() == ReadAnswer.Kind.LINK || link.kind() == ReadAnswer.Kind.IMAGE_LINK;
        Label words = new Label(switch (link.kind()) {
            case LINK -> "Link  ";
            case IMAGE_LINK -> "Image link  ";
            case IMAGE_DATA -> "Image, " + Texts.size(link.address().length()) + "  ";
            case DATA -> "Data, " + Texts.size(link.address().length()) + "  ";
        } + link.words());
        words.setGraphic(Icons.icon(switch (link.kind()) {
            case LINK -> Feather.LINK;
            case IMAGE_LINK, IMAGE_DATA -> Feather.IMAGE;
            case DATA -> Feather.FILE;
        }));
        words.getStyleClass().add("answer-link");
        Hint.on(words, link.words() + (web ? "\nNothing of it is fetched." : ""));
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(4, words, copy("Copy this address", link.address()));
        line.getStyleClass().add("run-line");
        if (web) {
            Button open = Icons.button(Feather.EXTERNAL_LINK, "Open this address in the browser");
            open.setMinWidth(USE_PREF_SIZE);
            open.setOnAction(_ -> browser.accept(link.address()));
            line.getChildren().add(open);
        }
        return line;
    }

    private static VBox details(ServerError error) {
        String code = "error " + error.number() + error.code().map(known -> " "
                + known.name().toLowerCase(Locale.ROOT).replace('_', ' ')).orElse("");
        Label head = muted("Details · " + code);
        head.setId(ExploreView.ANSWER_FACTS);
        head.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(head, Priority.ALWAYS);
        HBox line = new HBox(4, head, copy("Copy the server's words", code + "\n" + error.text()));
        line.getStyleClass().add("run-line");
        TextArea words = new TextArea(error.text().isBlank() ? "The server said no more." : error.text());
        words.setId(ExploreView.ANSWER_TEXT);
        words.setAccessibleText("The server's own words");
        words.setEditable(false);
        words.setWrapText(true);
        words.getStyleClass().addAll("small", "mono");
        words.setPrefRowCount(rows(error.text(), 8));
        return new VBox(4, line, words);
    }

    private void changes(CallChanges found) {
        changes.setVisible(!found.changes().isEmpty() || found.more() > 0);
        if (!changes.isVisible()) {
            return;
        }
        Label head = muted("Changed since on " + run.module().slug());
        head.setMinWidth(0);
        head.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(head, Priority.ALWAYS);
        Hint.on(head, "What has changed from the call until " + CallRuns.FOLLOWED.toSeconds()
                + " s after its answer, whatever changed it");
        HBox line = new HBox(4, head, copy("Copy these changes", found.changes().stream().map(AnswerView::whole)
                .collect(Collectors.joining("\n"))));
        line.getStyleClass().add("run-line");
        changes.getChildren().setAll(line);
        for (CallChanges.Change change : found.changes()) {
            Label words = new Label("+" + Texts.took(change.after()) + "  " + change.name() + ": "
                    + brief(change.before()) + " → " + brief(change.now()));
            words.getStyleClass().addAll("mono", "call-change");
            words.setWrapText(true);
            changes.getChildren().add(words);
        }
        if (found.more() > 0) {
            changes.getChildren().add(muted("and " + Texts.count(found.more(), "more variable")));
        }
    }

    private static String whole(CallChanges.Change change) {
        return Texts.clock(change.at(), ZoneId.systemDefault()) + "\t" + change.name() + "\t" + change.before() + "\t"
                + change.now();
    }

    private static String brief(String json) {
        return CallWords.cut(StatusValue.of(json).shown(), 60);
    }

    private void frame(String sent) {
        frame.setVisible(!sent.isEmpty());
        Label head = muted("Answers this frame of " + Texts.clock(run.startedAt(), ZoneId.systemDefault()));
        head.setMinWidth(0);
        head.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(head, Priority.ALWAYS);
        HBox line = new HBox(4, head, copy("Copy the frame", sent));
        line.getStyleClass().add("run-line");
        Label words = new Label(CallWords.beginning(sent, 600));
        words.setId(ExploreView.ANSWER_FRAME);
        words.getStyleClass().addAll("mono", "frame");
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        words.setMinHeight(USE_PREF_SIZE);
        frame.getChildren().setAll(line, words);
    }

    private static Label muted(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("muted");
        return label;
    }

    private static Button copy(String what, String text) {
        Button copy = Icons.button(Feather.COPY, what);
        copy.setMinWidth(USE_PREF_SIZE);
        CopySign.on(copy, () -> text);
        return copy;
    }
}

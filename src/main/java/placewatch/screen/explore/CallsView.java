package placewatch.screen.explore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.collections.transformation.FilteredList;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import placewatch.control.Command;
import placewatch.control.Confirmation;
import placewatch.control.Copied;
import placewatch.control.Hint;
import placewatch.control.Icons;
import placewatch.control.takeaway.Carrier;
import placewatch.settings.PastCalls;

/// What was called: on the open module since it was opened, on this server before, and what is kept at hand for its
/// driver. It asks before a dangerous call.
final class CallsView extends VBox {

    private static final PseudoClass BELOW = PseudoClass.getPseudoClass("below");

    private static final double ROOM_FOR_A_LINE = 92;
    private static final double ROOM_FOR_A_LIST = 360;

    private final CallsModel model;
    private final Carrier carrier;
    private final Consumer<String> browser;
    private final VBox runs = new VBox();
    private final Map<ExecRun, CallLine> lines = new HashMap<>();
    private final Map<CallRound, RoundLine> rounds = new HashMap<>();
    private final StackPane place = new StackPane();
    private final HBox naming = new HBox(6);
    private final TextField name = new TextField();
    private final Button keep = new Button();
    private final Label nameWrong = new Label();
    private final ToggleGroup group = new ToggleGroup();
    private final ToggleButton here = tab(ExploreView.CALLS_HERE);
    private final ToggleButton past = tab(ExploreView.CALLS_PAST);
    private final ToggleButton kept = tab(ExploreView.CALLS_KEPT);
    private final FilteredList<PastCalls.Favourite> favourites;
    private final PastView pastView;
    private final KeptCallsView keptView;
    private Runnable onName = () -> { };

    /// @param confirmation asks before a dangerous call
    /// @param browser      opens an address outside of this window
    CallsView(CallsModel model, Confirmation confirmation, Carrier carrier, Consumer<String> browser) {
        super(8);
        this.model = model;
        this.carrier = carrier;
        this.browser = browser;
        getStyleClass().add("calls");
        favourites = new FilteredList<>(model.book().favourites(),
                favourite -> favourite.driver().equals(model.called().driver()));
        pastView = new PastView(model, call -> keep(call.function(), call.arguments()));
        keptView = new KeptCallsView(model, favourites, this::rename);
        runs.setId(ExploreView.EXEC_RUNS);
        runs.getStyleClass().add("runs");
        here.setText("Calls");
        past.textProperty().bind(Bindings.size(model.book().calls()).map(count -> "History " + count));
        kept.textProperty().bind(Bindings.size(favourites).map(Object::toString));
        kept.setGraphic(Icons.icon(Feather.STAR));
        kept.accessibleTextProperty().bind(Bindings.size(favourites).map(count -> "Favourites " + count));
        Hint.on(kept, "Favourite calls of this driver");
        group.selectedToggleProperty().addListener((_, before, now) -> {
            if (now != null) {
                show();
            } else if (!(place.getChildren().getFirst() instanceof DangerousView)) {
                // one of them is always chosen
                group.selectToggle(before);
            } else {
                show();
            }
        });
        Button list = Icons.button(Feather.SHIELD, "Functions that ask first…");
        list.setId(ExploreView.CALLS_DANGEROUS);
        list.setOnAction(_ -> dangerous());
        list.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(4, here, past, kept, gap, list);
        head.getStyleClass().add("run-line");
        fillNaming();
        getChildren().setAll(head, naming, looking(), place);
        group.selectToggle(here);
        model.runs().subscribe(this::showRuns);
        showRuns();
        model.questionProperty().subscribe(question -> {
            if (question != null) {
                model.asked();
                confirmation.ask(question.ask(), question.means(), question.does(), question.go());
            }
        });
        model.severalProperty().addListener((_, _, several) -> {
            if (several != null) {
                confirmation.ask(new SeveralView(several).choice(), several.means(), several::go);
            } else {
                confirmation.withdraw();
            }
        });
    }

    private Label looking() {
        Label looking = new Label("Looking where the modules are, before they are called…");
        looking.setId(ExploreView.CALLS_LOOKING);
        looking.getStyleClass().add("muted");
        looking.setWrapText(true);
        looking.visibleProperty().bind(model.lookingProperty());
        looking.managedProperty().bind(model.lookingProperty());
        looking.visibleProperty().subscribe(shown -> {
            if (shown) {
                Reveal.top(looking, ROOM_FOR_A_LINE);
            }
        });
        return looking;
    }

    private ToggleButton tab(String id) {
        ToggleButton tab = new ToggleButton();
        tab.setId(id);
        tab.setToggleGroup(group);
        tab.getStyleClass().addAll("small", "follow");
        tab.setMinWidth(Region.USE_PREF_SIZE);
        return tab;
    }

    private void show() {
        Node next = past.isSelected() ? pastView : kept.isSelected() ? keptView : runs;
        place.getChildren().setAll(next);
        if (next != runs) {
            Reveal.top(place, ROOM_FOR_A_LIST);
        }
    }

    private void dangerous() {
        DangerousView view = new DangerousView(model.book(), this::show);
        place.getChildren().setAll(view);
        Reveal.top(place, ROOM_FOR_A_LIST);
        view.attend();
    }

    private void fillNaming() {
        name.setId(ExploreView.KEPT_NAME);
        name.getStyleClass().add("small");
        name.setPromptText("Name of the favourite");
        name.setAccessibleText("Name of the favourite");
        HBox.setHgrow(name, Priority.ALWAYS);
        keep.setId(ExploreView.KEPT_KEEP);
        Button cancel = new Button("Cancel");
        keep.getStyleClass().add("small");
        cancel.getStyleClass().add("small");
        keep.setOnAction(_ -> onName.run());
        cancel.setOnAction(_ -> leaveNaming());
        keep.setMinWidth(USE_PREF_SIZE);
        cancel.setMinWidth(USE_PREF_SIZE);
        nameWrong.getStyleClass().add("trouble");
        nameWrong.setWrapText(true);
        name.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
                onName.run();
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                leaveNaming();
                event.consume();
            }
        });
        VBox field = new VBox(2, name, nameWrong);
        HBox.setHgrow(field, Priority.ALWAYS);
        naming.getChildren().setAll(field, keep, cancel);
        naming.managedProperty().bind(naming.visibleProperty());
        naming.setVisible(false);
    }

    private void keep(String function, List<PastCalls.Argument> arguments) {
        String call = CallWords.call(function, arguments);
        name(call.length() <= 60 ? call : function, "Keep", words -> model.keep(words, function, arguments));
    }

    private void rename(PastCalls.Favourite favourite) {
        name(favourite.name(), "Rename", words -> model.rename(favourite, words));
    }

    /// Lets the person name a favourite, and brings the cursor to it.
    ///
    /// @param first proposed
    /// @param take  takes what was typed, or says what is wrong with it
    private void name(String first, String does, Function<String, Optional<String>> take) {
        name.setText(first);
        keep.setText(does);
        say("");
        onName = () -> take.apply(name.getText()).ifPresentOrElse(this::say, () -> {
            String named = name.getText().strip();
            naming.setVisible(false);
            group.selectToggle(kept);
            favourites.stream().filter(each -> each.name().equalsIgnoreCase(named)).findFirst()
                    .ifPresentOrElse(keptView::attend, keptView::attend);
        });
        naming.setVisible(true);
        Reveal.top(naming, ROOM_FOR_A_LINE);
        name.requestFocus();
        name.selectAll();
    }

    private void leaveNaming() {
        naming.setVisible(false);
        if (kept.isSelected()) {
            keptView.attend();
        }
    }

    private void say(String words) {
        nameWrong.setText(words);
        nameWrong.setVisible(!words.isEmpty());
        nameWrong.setManaged(!words.isEmpty());
    }

    private void showRuns() {
        lines.keySet().retainAll(model.runs());
        Set<Node> shown = new LinkedHashSet<>();
        for (ExecRun run : model.runs()) {
            run.round().filter(round -> round.members().size() > 1).ifPresent(round -> shown.add(
                    rounds.computeIfAbsent(round, each -> new RoundLine(model, each))));
            shown.add(lines.computeIfAbsent(run, each -> new CallLine(model, each, carrier, browser,
                    kept -> keep(kept.function(), kept.shown()))));
        }
        rounds.values().retainAll(shown);
        runs.getChildren().setAll(shown);
        for (int i = 0; i < runs.getChildren().size(); i++) {
            runs.getChildren().get(i).pseudoClassStateChanged(BELOW, i > 0);
        }
        runs.setVisible(!lines.isEmpty());
        runs.setManaged(!lines.isEmpty());
        if (!lines.isEmpty() && model.runs().getFirst().running()) {
            // what was just called is looked for
            group.selectToggle(here);
            show();
            Reveal.top(runs.getChildren().getFirst(), Math.max(ROOM_FOR_A_LINE, RoundLine.ROOM_FOR_A_MEMBER
                    * model.runs().getFirst().round().map(round -> round.members().size() + 1).orElse(0)));
        }
    }

    private void again() {
        ExecRun latest = model.runs().getFirst();
        latest.round().ifPresentOrElse(round -> model.again(round, round.members().stream()
                .map(CallRound.Member::row).toList()), () -> model.again(latest));
    }

    /// What can be done here.
    List<Command> commands() {
        boolean none = model.runs().isEmpty();
        List<Command> all = new ArrayList<>(List.of(
                Command.of("Exec", "Copy the answer to the latest call",
                        () -> lines.get(model.runs().getFirst()).copyAnswer())
                        .unless(none || model.runs().getFirst().running(), "There is none yet."),
                Command.of("Exec", "Unfold the answer to the latest call",
                        () -> lines.get(model.runs().getFirst()).fold(true)).unless(none, "There is none yet."),
                Command.of("Exec", "Stop waiting for the latest call", () -> model.stop(model.runs().getFirst()))
                        .unless(none || !model.runs().getFirst().running(), "None is running."),
                Command.of("Exec", "Run the latest call again", this::again).unless(none, "There is none yet."),
                Command.of("Exec", "Show the calls made from here", () -> group.selectToggle(here)),
                Command.of("Exec", "Show the history of calls", () -> {
                    group.selectToggle(past);
                    pastView.attend();
                }),
                Command.of("Exec", "Show the favourite calls", () -> {
                    group.selectToggle(kept);
                    keptView.attend();
                }),
                Command.of("Exec", "Change which functions ask first", this::dangerous)));
        model.runs().stream().flatMap(run -> run.round().stream()).filter(rounds::containsKey).findFirst()
                .ifPresent(round -> all.addAll(List.of(
                        Command.of("Exec", "Copy all answers to the latest call on more than one module",
                                () -> Copied.text(round.tabSeparated())),
                        Command.of("Exec", "Stop waiting for the latest call on more than one module",
                                () -> rounds.get(round).stop()).unless(round.running().isEmpty(), "None is running."),
                        Command.of("Exec", "Run the latest call on more than one module again where it was not answered…",
                                () -> model.again(round, round.unanswered()))
                                .unless(round.unanswered().isEmpty(), "All of them were answered."))));
        all.addAll(keptView.commands());
        return all;
    }
}

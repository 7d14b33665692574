package placewatch.screen.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import placewatch.control.Command;
import placewatch.control.Confirmation;
import placewatch.control.Dividers;
import placewatch.control.takeaway.Carrier;
import placewatch.settings.Kept;
import placewatch.settings.TableLayout;

/// Places, the chosen system, the chosen module, side by side.
public final class ExploreView extends BorderPane {

    // by these the tour and the tests find what a person sees
    public static final String ACTION_OUTCOME = "action-outcome";
    /// What the ids of the parts begin with that take an answer's table away: see Takeaway.
    static final String ANSWER = "answer";
    public static final String ANSWER_FACTS = "answer-facts";
    public static final String ANSWER_FRAME = "answer-frame";
    public static final String ANSWER_TABLE = "answer-table";
    public static final String ANSWER_TEXT = "answer-words";
    public static final String ANSWER_TREE = "answer-tree-view";
    public static final String CALLS_DANGEROUS = "calls-dangerous";
    public static final String CALLS_HERE = "calls-here";
    public static final String CALLS_KEPT = "calls-kept";
    public static final String CALLS_LOOKING = "calls-looking";
    public static final String CALLS_PAST = "calls-past";
    public static final String CALL_CANCEL = "call-cancel";
    public static final String CALL_FOLD = "call-fold";
    public static final String CALL_MENU = "call-menu";
    public static final String CALL_MORE = "call-more";
    public static final String DANGEROUS_PATTERNS = "dangerous-patterns";
    public static final String DANGEROUS_SAVE = "dangerous-save";
    public static final String EXEC_FRAME = "exec-frame";
    public static final String EXEC_FRAME_COPY = "exec-frame-copy";
    public static final String EXEC_FRAME_SIZE = "exec-frame-size";
    public static final String EXEC_FUNCTIONS = "exec-functions";
    public static final String EXEC_FUNCTION_LIST = "exec-function-list";
    public static final String EXEC_HAND_ARGUMENTS = "exec-hand-arguments";
    public static final String EXEC_HAND_NAME = "exec-hand-name";
    public static final String EXEC_JSON = "exec-json";
    public static final String EXEC_NOTE = "exec-note";
    public static final String EXEC_PROBLEM = "exec-problem";
    public static final String EXEC_RUN = "exec-run";
    public static final String EXEC_RUNS = "exec-runs";
    public static final String EXEC_SEVERAL = "exec-several";
    public static final String EXEC_TOUCHES = "exec-touches";
    public static final String EXEC_TURN = "exec-turn";
    public static final String EXEC_WAITING = "exec-waiting";
    public static final String FILTER_BOOKABLE = "filter-bookable";
    public static final String FILTER_FEATURE = "filter-feature";
    public static final String FILTER_SEATS = "filter-seats";
    public static final String KEPT_EDIT = "kept-edit";
    public static final String KEPT_KEEP = "kept-keep";
    public static final String KEPT_LIST = "kept-list";
    public static final String KEPT_NAME = "kept-name";
    public static final String KEPT_REMOVE = "kept-remove";
    public static final String KEPT_RENAME = "kept-rename";
    public static final String KEPT_RUN = "kept-run";
    public static final String KEPT_SEVERAL = "kept-several";
    public static final String KEPT_UNDO = "kept-undo";
    public static final String LAST_VALUES = "last-values";
    public static final String LAST_VALUES_NOTE = "last-values-note";
    static final String LOG = "log";
    public static final String LOG_CLEAR = "log-clear";
    public static final String LOG_COUNT = "log-count";
    public static final String LOG_DEBUG = "log-debug";
    public static final String LOG_DROPPED = "log-dropped";
    public static final String LOG_FOLLOW = "log-follow";
    public static final String LOG_LIST = "log-list";
    public static final String LOG_STATE = "log-state";
    public static final String MODULES_LIST = "modules-list";
    public static final String MODULE_BEFORE = "module-before";
    public static final String MODULE_HAPPENED = "module-happened";
    public static final String MODULE_PING = "module-ping";
    public static final String MODULE_START = "module-start";
    public static final String MODULE_STOP = "module-stop";
    public static final String MODULE_TITLE = "module-title";
    public static final String PAST_AGAIN = "past-again";
    public static final String PAST_CODE = "past-code";
    public static final String PAST_CURL = "past-curl";
    public static final String PAST_EDIT = "past-edit";
    public static final String PAST_FILTER = "past-filter";
    public static final String PAST_FRAME = "past-frame";
    public static final String PAST_KEEP = "past-keep";
    public static final String PAST_LIST = "past-list";
    public static final String PAST_SEVERAL = "past-several";
    public static final String PLACES_COUNT = "places-count";
    public static final String PLACES_FAVOURITES = "places-favourites";
    public static final String PLACES_FILTER = "places-filter";
    public static final String PLACES_SEARCH = "places-search";
    public static final String PLACES_TREE = "places-tree";
    public static final String ROUND_CANCEL = "round-cancel";
    public static final String ROUND_COPY = "round-copy";
    public static final String ROUND_MENU = "round-menu";
    public static final String ROUND_MORE = "round-more";
    public static final String ROUND_SUMMARY = "round-summary";
    public static final String SEVERAL_ALL = "several-all";
    /// What the ids of the parts begin with that take the table away: see Takeaway.
    static final String STATUS = "status";
    public static final String STATUS_ADD = "status-add";
    public static final String STATUS_COPY = "status-copy";
    public static final String STATUS_EXPORT = "status-export";
    public static final String STATUS_FILTER = "status-filter";
    public static final String STATUS_NOTE = "status-note";
    public static final String STATUS_TABLE = "status-table";
    public static final String SYSTEM_EMAIL = "system-email";
    public static final String SYSTEM_ID = "system-id";
    public static final String SYSTEM_PATH = "system-path";
    public static final String SYSTEM_STAR = "system-star";
    public static final String SYSTEM_START = "system-start";
    public static final String SYSTEM_STOP = "system-stop";
    public static final String SYSTEM_SUPPORT = "system-support";
    public static final String SYSTEM_TITLE = "system-title";

    private static final String PANES = "explore";
    private static final double PLACES_WIDTH = 262;
    private static final double PLACES_PART = 0.16;
    private static final double PLACES_ENOUGH = 320;
    private static final double SYSTEM_WIDTH = 236;
    private static final double SYSTEM_PART = 0.19;

    /// The drivers' names stand beside the modules from here on.
    private static final double SYSTEM_ENOUGH = 350;

    /// A divider can't pass where the other one was laid out last.
    private static final int TURNS = 3;

    private final PlacesView places;
    private final StackPane middle = new StackPane();
    private final StackPane right = new StackPane();
    private final Confirmation confirmation = new Confirmation();
    private final Consumer<String> browser;
    private final Dividers dividers;
    private final Kept<TableLayout> status;
    private final Carrier carrier;
    private final SplitPane panes = new SplitPane();
    private final Runnable arrange = this::arrange;
    private Subscription moduleShown = Subscription.EMPTY;
    private double arrangedFor;

    /// Whether a person has.
    private boolean arranged;

    /// @param browser opens an address outside of this window
    /// @param carrier takes tables out of the program
    public ExploreView(ExploreModel model, Consumer<String> browser, Carrier carrier) {
        this(model, browser, carrier, Dividers.forNow(), Kept.forNow(TableLayout.initial()));
    }

    /// @param browser  opens an address outside of this window
    /// @param carrier  takes tables out of the program
    /// @param dividers where the panes' dividers stand
    /// @param status   how the status table is arranged, of whichever module
    public ExploreView(ExploreModel model, Consumer<String> browser, Carrier carrier, Dividers dividers,
            Kept<TableLayout> status) {
        this.status = status;
        this.dividers = dividers;
        this.browser = browser;
        this.carrier = carrier;
        getStyleClass().add("explore");
        places = new PlacesView(model.places(), model::choose);
        places.setMinWidth(170);
        middle.setMinWidth(160);
        right.setMinWidth(542);
        panes.getItems().setAll(places, middle, right);
        panes.getStyleClass().add("explore-panes");
        SplitPane.setResizableWithParent(places, false);
        SplitPane.setResizableWithParent(middle, false);
        setCenter(new StackPane(panes, confirmation));
        panes.addEventFilter(MouseEvent.MOUSE_DRAGGED, event -> arranged |= event.getTarget() instanceof Node node
                && node.getStyleClass().contains("split-pane-divider") && node.getParent() == panes);
        dividers.follow(panes, PANES);
        sceneProperty().subscribe((before, scene) -> {
            if (before != null) {
                before.removePostLayoutPulseListener(arrange);
            }
            if (scene != null) {
                scene.addPostLayoutPulseListener(arrange);
            }
        });
        model.systemProperty().subscribe(this::system);
    }

    /// The lists on the left need what they need and have use for a little more; the rest goes to the right, until
    /// somebody arranges it otherwise. After the layout, as the panes undo what is set before it, and before the same
    /// pulse is painted: nobody sees them jump.
    private void arrange() {
        double width = panes.getWidth();
        if (arranged || width <= 0 || width == arrangedFor) {
            return;
        }
        arrangedFor = width;
        double places = Math.clamp(width * PLACES_PART, PLACES_WIDTH, PLACES_ENOUGH);
        double system = Math.clamp(width * SYSTEM_PART, SYSTEM_WIDTH, SYSTEM_ENOUGH);
        double[] wanted = dividers.places(panes, PANES, places / width, (places + system) / width);
        for (int turn = 0; turn < TURNS && !stand(wanted); turn++) {
            panes.setDividerPositions(wanted);
            panes.layout();
        }
    }

    private boolean stand(double[] wanted) {
        double[] places = panes.getDividerPositions();
        return places.length == wanted.length && IntStream.range(0, wanted.length)
                .allMatch(divider -> Math.abs(places[divider] - wanted[divider]) * panes.getWidth() < 1);
    }

    /// The editor of the argument with that name has this id.
    public static String argument(String name) {
        return "exec-argument-" + name;
    }

    /// The tick of the module `Display_1` in the question on which modules a call is made has this id.
    public static String several(String slug) {
        return "several-" + slug;
    }

    /// What can be done now, with the system and the module that are open.
    public List<Command> commands() {
        List<Command> all = new ArrayList<>(places.commands());
        if (middle.getChildren().getFirst() instanceof SystemView system) {
            all.addAll(system.commands());
        }
        if (right.getChildren().getFirst() instanceof ModuleView module) {
            all.addAll(module.commands());
        }
        return List.copyOf(all);
    }

    private void system(@Nullable SystemModel system) {
        moduleShown.unsubscribe();
        moduleShown = Subscription.EMPTY;
        confirmation.withdraw();
        if (system == null) {
            middle.getChildren().setAll(empty("Choose a system on the left to see its modules."));
            right.getChildren().setAll(empty("The chosen module's status variables, functions and log stand here."));
        } else {
            places.show(system.systemProperty().get().id());
            middle.getChildren().setAll(new SystemView(system, confirmation, browser));
            moduleShown = system.moduleProperty().subscribe(this::module);
        }
    }

    private void module(@Nullable ModuleModel module) {
        confirmation.withdraw();
        right.getChildren().setAll(module == null
                ? empty("Choose a module to see its status variables, call its functions and read its log.")
                : new ModuleView(module, confirmation, carrier, dividers, browser, status));
    }

    private static VBox empty(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        VBox box = new VBox(label);
        box.getStyleClass().add("empty-state");
        return box;
    }
}

package placewatch.screen.explore;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import placewatch.control.Command;
import placewatch.control.Icons;
import placewatch.control.Mark;
import placewatch.control.Texts;
import placewatch.control.takeaway.Carrier;
import placewatch.control.takeaway.Takeaway;
import placewatch.model.LogLine;
import placewatch.model.LogLines;
import placewatch.socket.DebugPhase;

/// The module's debug lines. Follows the end until the reader scrolls up, and again from the end on.
final class LogView extends BorderPane {

    private static final PseudoClass WARN = PseudoClass.getPseudoClass("warn");
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final PseudoClass OURS = PseudoClass.getPseudoClass("ours");

    private final LogModel model;
    private final ListView<LogLine> list;
    private final Takeaway<LogLine> takeaway;
    private final ToggleButton follow = new ToggleButton("Follow");
    private final Label state = new Label();

    /// Whether the latest move of the list was the person's and not ours.
    private boolean byHand;

    /// @param system what the module's system is called
    LogView(LogModel model, String system, Carrier carrier) {
        this.model = model;
        getStyleClass().add("log");
        setMinWidth(300);
        LogLines lines = model.lines();

        list = new ListView<>(lines.lines());
        list.setId(ExploreView.LOG_LIST);
        list.setAccessibleText("Debug lines");
        list.getStyleClass().addAll("dense", "log-list");
        list.setFixedCellSize(20);
        list.setCellFactory(_ -> new LineCell());
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.PAGE_UP
                    || event.getCode() == KeyCode.HOME) {
                follow.setSelected(false);
            } else if (event.getCode() == KeyCode.END) {
                follow.setSelected(true);
            }
        });
        takeaway = Takeaway.of(list, ExploreView.LOG, carrier,
                () -> List.of(system, model.address().slug(), "log"), model::table).asLines(model::text);
        takeaway.offerMenu(List::of);
        list.addEventFilter(ScrollEvent.SCROLL, _ -> byHand = true);
        list.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> byHand = true);
        list.addEventFilter(MouseEvent.MOUSE_DRAGGED, _ -> byHand = true);
        list.skinProperty().subscribe(skin -> {
            if (skin != null) {
                watchScrollBars();
                // only after the list's own listener: before it, scrolling does not know of the new lines yet
                lines.lines().addListener((ListChangeListener<LogLine>) _ -> {
                    byHand = false;
                    showEnd();
                });
            }
        });
        Label placeholder = new Label();
        placeholder.setWrapText(true);
        placeholder.getStyleClass().addAll("muted", "placeholder-words");
        placeholder.textProperty().bind(Bindings.createStringBinding(() -> model.goneProperty().get()
                ? "The module is not in this system any more." : model.onProperty().get()
                ? "Waiting for the module to write something…"
                : "Debug is off. “Start debug” lowers this driver's log level and shows what it writes.",
                model.onProperty(), model.goneProperty()));
        list.setPlaceholder(placeholder);
        setTop(head());
        setCenter(list);
        setBottom(foot());
        list.heightProperty().subscribe(this::showEnd);
    }

    /// Whoever scrolls away from the end wants to read; whoever scrolls back to it wants to follow. A line that is too
    /// wide brings a bar that would hide the newest one.
    private void watchScrollBars() {
        list.lookupAll(".scroll-bar").stream().filter(ScrollBar.class::isInstance).map(ScrollBar.class::cast)
                .forEach(bar -> {
                    if (bar.getOrientation() == Orientation.HORIZONTAL) {
                        bar.visibleProperty().subscribe(this::showEnd);
                    } else {
                        bar.valueProperty().addListener((_, _, value) -> {
                            if (byHand) {
                                follow.setSelected(value.doubleValue() >= bar.getMax() - 0.000_001);
                            }
                        });
                    }
                });
    }

    private void showEnd() {
        if (follow.isSelected() && !list.getItems().isEmpty()) {
            list.scrollTo(list.getItems().size() - 1);
        }
    }

    /// What can be done with the log.
    List<Command> commands() {
        String group = "Log";
        boolean empty = model.lines().lines().isEmpty();
        return List.of(
                Command.of(group, (model.onProperty().get() ? "Stop debugging " : "Start debugging ") + model.slug(),
                        this::turnDebug).key("Shortcut+D")
                        .unless(model.goneProperty().get(), "The module is not in this system any more."),
                Command.of(group, "Clear the console", model.lines()::clear).unless(empty, "It is empty."),
                Command.of(group, follow.isSelected() ? "Stop following the newest line" : "Follow the newest line",
                        follow::fire).keyInPane("End"),
                Command.of(group, "Copy the chosen lines, or all", takeaway::copy).keyInPane("Shortcut+C")
                        .unless(empty, "There are none."),
                Command.of(group, "Read the log", list::requestFocus).key("Shortcut+Shift+D"));
    }

    private void turnDebug() {
        if (model.onProperty().get()) {
            model.stop();
        } else {
            model.start();
        }
    }

    private HBox head() {
        Label title = new Label("Log");
        title.getStyleClass().add("pane-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        state.setId(ExploreView.LOG_STATE);
        state.getStyleClass().add("pill");
        state.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        follow.setId(ExploreView.LOG_FOLLOW);
        follow.getStyleClass().add("follow");
        follow.setMinWidth(Region.USE_PREF_SIZE);
        follow.setSelected(true);
        follow.setTooltip(new Tooltip("Keeps the newest line in sight; scrolling up ends it"));
        follow.selectedProperty().subscribe(this::showEnd);
        Button clear = Icons.button(Feather.TRASH_2, "Clear the console");
        clear.setId(ExploreView.LOG_CLEAR);
        clear.setMinWidth(Region.USE_PREF_SIZE);
        clear.setOnAction(_ -> model.lines().clear());
        clear.disableProperty().bind(Bindings.isEmpty(model.lines().lines()));
        Button debug = new Button();
        debug.setId(ExploreView.LOG_DEBUG);
        debug.setTooltip(new Tooltip("Starts or stops this module's debug stream"));
        debug.getStyleClass().add("small");
        debug.setMinWidth(Region.USE_PREF_SIZE);
        debug.textProperty().bind(model.onProperty().map(on -> on ? "Stop" : "Start debug"));
        debug.disableProperty().bind(model.goneProperty());
        debug.setOnAction(_ -> turnDebug());
        model.onProperty().subscribe(_ -> state());
        model.lines().phaseProperty().subscribe(_ -> state());
        HBox head = new HBox(6, title, state, gap, follow, clear, debug);
        head.getStyleClass().add("pane-head");
        return head;
    }

    /// How much came and how much of it had to go: below the lines, where six digits each have room.
    private VBox foot() {
        LogLines lines = model.lines();
        Label counts = new Label();
        counts.setId(ExploreView.LOG_COUNT);
        counts.getStyleClass().add("muted");
        counts.setMinWidth(Region.USE_PREF_SIZE);
        counts.textProperty().bind(lines.receivedProperty().map(n -> Texts.count(n.longValue(), "line") + " came"));
        Label dropped = new Label();
        dropped.setId(ExploreView.LOG_DROPPED);
        dropped.getStyleClass().add("dropped");
        dropped.setMinWidth(Region.USE_PREF_SIZE);
        dropped.setTooltip(new Tooltip("The console keeps the newest lines; older ones had to make room"));
        dropped.textProperty().bind(lines.droppedProperty().map(
                n -> n.longValue() == 0 ? "" : Texts.grouped(n.longValue()) + " dropped"));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox foot = new HBox(12, counts, dropped, gap, takeaway.icons());
        foot.getStyleClass().add("log-foot");
        foot.visibleProperty().bind(lines.receivedProperty().greaterThan(0).or(lines.droppedProperty().greaterThan(0)));
        foot.managedProperty().bind(foot.visibleProperty());
        return new VBox(takeaway.line(), foot);
    }

    private void state() {
        boolean on = model.onProperty().get();
        state.setVisible(on);
        state.setManaged(on);
        DebugPhase phase = model.lines().phaseProperty().get();
        state.getStyleClass().removeAll("pill-good", "pill-trouble");
        switch (phase) {
            case DebugPhase.Streaming() -> {
                state.getStyleClass().add("pill-good");
                Mark.GOOD.on(state, Texts.debug(phase));
            }
            case DebugPhase.Asking() -> Mark.WAITING.on(state, Texts.debug(phase));
            case DebugPhase.Disconnected() -> Mark.OLD.on(state, Texts.debug(phase));
            case DebugPhase.Refused(var _), DebugPhase.Unanswered(var _) -> {
                state.getStyleClass().add("pill-trouble");
                Mark.TROUBLE.on(state, Texts.debug(phase));
            }
        }
    }

    private static final class LineCell extends ListCell<LogLine> {
        private final Label time = new Label();
        private final Label level = new Label();
        private final Label text = new Label();
        private final HBox line = new HBox(8, time, level, text);

        LineCell() {
            time.getStyleClass().addAll("mono", "muted");
            time.setMinWidth(USE_PREF_SIZE);
            level.getStyleClass().addAll("mono", "log-level");
            level.setMinWidth(12);
            text.getStyleClass().addAll("mono", "log-text");
            line.getStyleClass().add("log-line");
        }

        @Override
        protected void updateItem(LogLine item, boolean empty) {
            super.updateItem(item, empty);
            boolean warn = false;
            boolean error = false;
            boolean ours = false;
            if (empty || item == null) {
                setGraphic(null);
                setAccessibleText("");
            } else {
                String word = item.level().toLowerCase(Locale.ROOT);
                ours = item.kind() == LogLine.Kind.EXEC || item.kind() == LogLine.Kind.STREAM;
                warn = word.startsWith("warn");
                error = word.equals("error") || word.equals("fatal");
                boolean continued = item.kind() == LogLine.Kind.CONTINUED;
                time.setText(continued ? " ".repeat(12) : Texts.clock(item.at(), ZoneId.systemDefault()));
                level.setText(switch (item.kind()) {
                    case DEBUG -> word.isEmpty() ? "?" : word.substring(0, 1).toUpperCase(Locale.ROOT);
                    case CONTINUED -> " ";
                    case EXEC -> "▶";
                    case STREAM -> "•";
                });
                level.getStyleClass().setAll("label", "mono", "log-level", "level-" + levelClass(word, ours));
                text.setText(visible(item.text()));
                setAccessibleText(time.getText() + " " + item.level() + " " + item.text());
                setGraphic(line);
            }
            pseudoClassStateChanged(WARN, warn);
            pseudoClassStateChanged(ERROR, error);
            pseudoClassStateChanged(OURS, ours);
        }

        private static String levelClass(String word, boolean ours) {
            if (ours) {
                return "ours";
            }
            return switch (word) {
                case "trace", "debug" -> "debug";
                case "info", "notice" -> "info";
                case "warn", "warning" -> "warn";
                case "error", "fatal" -> "error";
                default -> "other";
            };
        }

        /// Control characters are shown, never obeyed.
        private static String visible(String text) {
            int length = Math.min(text.length(), 4000);
            StringBuilder shown = new StringBuilder(length);
            for (int i = 0; i < length; i++) {
                char c = text.charAt(i);
                shown.append(c == '\t' ? ' ' : c < ' ' ? (char) (0x2400 + c) : c == 127 ? '␡' : c);
            }
            return length < text.length() ? shown + "…  " + Texts.size(text.length()) : shown.toString();
        }
    }
}

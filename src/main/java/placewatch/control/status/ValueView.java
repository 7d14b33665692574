package placewatch.control.status;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import placewatch.control.Command;
import placewatch.control.Copied;
import placewatch.control.Icons;
import placewatch.control.JsonChange;
import placewatch.control.JsonTree;
import placewatch.control.Mark;
import placewatch.control.Texts;
import placewatch.control.takeaway.Carrier;
import placewatch.history.RecentChanges;
import placewatch.model.Background;
import placewatch.model.Quality;
import placewatch.model.StatusRow;
import placewatch.model.StatusValue;

/// The chosen status variable: its whole value as a tree with what has changed in it, its latest changes, since when,
/// and how far to trust it. It can be held still to be read.
public final class ValueView extends BorderPane {

    // by these the tour and the tests find what a person sees
    static final String HISTORY = "history";
    public static final String HISTORY_COUNT = "history-count";
    public static final String HISTORY_TABLE = "history-table";
    public static final String HISTORY_WHOLE = "history-whole";
    public static final String VALUE_CHANGES = "value-changes";
    public static final String VALUE_CLOSE = "value-close";
    public static final String VALUE_COPY = "value-copy";
    public static final String VALUE_DIFFERENCE = "value-difference";
    public static final String VALUE_FACTS = "value-facts";
    public static final String VALUE_FIND = "value-find";
    public static final String VALUE_FOUND = "value-found";
    public static final String VALUE_HOLD = "value-hold";
    public static final String VALUE_TREE = "value-tree";

    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    private final ReadOnlyObjectProperty<Instant> moment;
    private final Runnable onClose;
    private final Label name = new Label();
    private final Label facts = new Label();
    private final Label quality = new Label();
    private final Label why = new Label();
    private final Label difference = new Label();
    private final JsonTree tree = new JsonTree();
    private final HistoryView history;
    private final FindBar find;
    private final ValueReader reader;
    private final ToggleButton hold = new ToggleButton("Hold");
    private final ToggleButton valueTab = new ToggleButton("Value");
    private final ToggleButton changesTab = new ToggleButton("Changes");
    private final BorderPane valuePane = new BorderPane();
    private Subscription shown = Subscription.EMPTY;
    private @Nullable StatusRow row;
    private @Nullable StatusValue onScreen;
    private Instant heldAt = Instant.EPOCH;
    private long changesAtHold;
    // a value that was being read when it was held
    private boolean missed;

    /// @param now     moves once a second
    /// @param carrier takes the changes out of the program
    /// @param onClose the person has seen enough
    public ValueView(ReadOnlyObjectProperty<Instant> now, Background background, Carrier carrier, Runnable onClose) {
        moment = now;
        history = new HistoryView(carrier, this::about);
        this.onClose = onClose;
        find = new FindBar(background, tree);
        reader = new ValueReader(background, this::read);
        getStyleClass().add("value-view");
        setMinWidth(220);
        name.getStyleClass().add("pane-title");
        name.setMinWidth(0);
        for (Label words : List.of(facts, why, difference)) {
            words.getStyleClass().add("muted");
            words.setWrapText(true);
        }
        facts.setId(VALUE_FACTS);
        difference.setId(VALUE_DIFFERENCE);
        difference.getStyleClass().add("value-difference");
        tree.setId(VALUE_TREE);

        setTop(new VBox(2, head(), facts, quality, why, tabs()));
        getTop().getStyleClass().add("value-top");
        valuePane.setTop(new VBox(find, difference));
        valuePane.setCenter(tree);
        setCenter(valuePane);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (FIND.match(event)) {
                openFind();
                event.consume();
            }
        });
    }

    /// What became of the latest export of the changes: the screen puts it where there is more room than here.
    public Node line() {
        return history.line();
    }

    /// What the name of a file says of it.
    private List<String> about() {
        return row == null ? List.of() : List.of(row.key().module().system(), row.key().module().slug(),
                row.key().name(), "changes");
    }

    private HBox head() {
        hold.setId(VALUE_HOLD);
        hold.getStyleClass().addAll("small", "follow");
        hold.setMinWidth(Region.USE_PREF_SIZE);
        hold.setTooltip(new Tooltip("Keeps this value on screen while the variable goes on changing"));
        hold.selectedProperty().addListener((_, _, held) -> held(held));
        Button search = Icons.button(Feather.SEARCH, "Find in this value (Ctrl+F)");
        search.setOnAction(_ -> openFind());
        Button copy = Icons.button(Feather.COPY, "Copy the whole value");
        copy.setId(VALUE_COPY);
        copy.setOnAction(_ -> copy());
        Button close = Icons.button(Feather.X, "Close");
        close.setId(VALUE_CLOSE);
        close.setOnAction(_ -> onClose.run());
        for (Button button : List.of(search, copy, close)) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(2, name, gap, hold, search, copy, close);
        head.getStyleClass().add("value-head");
        return head;
    }

    private HBox tabs() {
        ToggleGroup group = new ToggleGroup();
        for (ToggleButton tab : List.of(valueTab, changesTab)) {
            tab.setToggleGroup(group);
            tab.getStyleClass().addAll("small", "follow");
            tab.setMinWidth(Region.USE_PREF_SIZE);
        }
        changesTab.setId(VALUE_CHANGES);
        valueTab.setSelected(true);
        group.selectedToggleProperty().addListener((_, before, now) -> {
            if (now == null) {
                // one of them is always chosen
                group.selectToggle(before);
            } else {
                setCenter(now == changesTab ? history : valuePane);
                history.show(now == changesTab && row != null ? row.recent() : null);
            }
        });
        HBox tabs = new HBox(4, valueTab, changesTab);
        tabs.setAlignment(Pos.CENTER_LEFT);
        return tabs;
    }

    /// What can be done with the value that is shown.
    public List<Command> commands() {
        String group = "Value";
        String of = name.getText();
        boolean changes = changesTab.isSelected();
        boolean nothing = tree.getSelectionModel().getSelectedItem() == null;
        return List.of(
                Command.of(group, "Find in the value of " + of, this::openFind).keyInPane("Shortcut+F"),
                Command.of(group, hold.isSelected() ? "Let " + of + " go on" : "Hold " + of + " still", hold::fire),
                Command.of(group, "Copy the whole value of " + of, this::copy),
                Command.of(group, "Copy the chosen part of " + of, tree::copyValue).keyInPane("Shortcut+C")
                        .unless(nothing, "No part of it is chosen."),
                Command.of(group, "Copy the path of the chosen part of " + of, tree::copyPath)
                        .keyInPane("Shortcut+Shift+C").unless(nothing, "No part of it is chosen."),
                changes ? Command.of(group, "Show the value of " + of, valueTab::fire)
                        : Command.of(group, "Show the changes of " + of, changesTab::fire),
                Command.of(group, "Copy the chosen changes of " + of + ", or all", history::copy)
                        .keyInPane("Shortcut+C").unless(!changes, "They are not shown."),
                Command.of(group, "Close the value of " + of, onClose));
    }

    private void openFind() {
        valueTab.setSelected(true);
        find.open();
    }

    /// Follows a row until another, or none, is shown.
    public void show(@Nullable StatusRow next) {
        shown.unsubscribe();
        shown = Subscription.EMPTY;
        hold.setSelected(false);
        row = next;
        onScreen = null;
        tree.setRoot(null);
        find.value(null);
        say("");
        reader.begin(null, null);
        history.show(next != null && changesTab.isSelected() ? next.recent() : null);
        if (next != null) {
            name.setText(next.key().name());
            tree.name(next.key().name());
            StatusValue value = next.value().orElse(null);
            onScreen = value;
            if (value != null) {
                reader.begin(value.json(), before(next.recent().entries()));
            }
            shown = next.valueProperty().subscribe(this::value)
                    .and(next.qualityProperty().subscribe(_ -> refresh()))
                    .and(moment.subscribe(_ -> refresh()));
        }
    }

    /// The value before the latest, if all of it is kept.
    private static @Nullable String before(List<RecentChanges.Entry> entries) {
        if (entries.size() >= 2 && entries.getLast() instanceof RecentChanges.Entry.Value
                && entries.get(entries.size() - 2) instanceof RecentChanges.Entry.Value before && before.whole()) {
            return before.text();
        }
        return null;
    }

    private void value(@Nullable StatusValue value) {
        if (value == onScreen || hold.isSelected()) {
            return;
        }
        onScreen = value;
        if (value == null) {
            reader.begin(null, null);
            tree.setRoot(null);
            find.value(null);
            say("");
        } else {
            reader.value(value.json());
        }
    }

    private void read(ValueReader.Read read) {
        if (hold.isSelected() && tree.getRoot() != null) {
            missed = true;
            return;
        }
        JsonChange.Found found = read.found();
        tree.show(read.node(), found == null ? null : found.change());
        find.value(read.node());
        // of a plain value its one line says it
        say(found == null || found.whole() && !(found.change() instanceof JsonChange.Inside) ? ""
                : (found.whole() ? "" : "over ")
                + Texts.count(found.count(), "difference") + " from the value before"
                + (found.whole() ? "" : "; too large to compare all of it"));
    }

    private void say(String words) {
        difference.setText(words);
        difference.setVisible(!words.isEmpty());
        difference.setManaged(!words.isEmpty());
    }

    private void held(boolean held) {
        StatusRow current = row;
        if (current == null) {
            return;
        }
        heldAt = moment.get();
        changesAtHold = current.changes();
        if (!held) {
            if (missed) {
                missed = false;
                onScreen = null;
            }
            value(current.value().orElse(null));
        }
        refresh();
    }

    /// Once a second, and when the quality changes.
    private void refresh() {
        StatusRow current = row;
        if (current == null) {
            return;
        }
        Instant now = moment.get();
        ZoneId zone = ZoneId.systemDefault();
        facts.setText(hold.isSelected() ? heldWords(current, zone)
                : current.value().map(value -> value.type() + ", " + Texts.size(value.json().length()) + ", "
                        + Texts.count(current.changes(), "change")
                        + current.changedAt().map(at -> " · " + Texts.clock(at, zone)).orElse("")).orElse("no value"));
        Mark.of(current.quality()).on(quality, Texts.quality(current.quality(), now));
        Instant remapped = current.remappedAtProperty().get();
        boolean plain = current.quality() instanceof Quality.Live && remapped == null;
        why.setText(plain ? "" : Texts.qualityDetail(current.quality(), remapped));
        why.setVisible(!plain);
        why.setManaged(!plain);
        if (!hold.isSelected()) {
            history.refresh();
        }
    }

    private String heldWords(StatusRow current, ZoneId zone) {
        // a remap begins to count anew
        long since = current.changes() < changesAtHold ? current.changes() : current.changes() - changesAtHold;
        return "Held since " + Texts.timeOfDay(heldAt, zone) + " · " + Texts.count(since, "change") + " since then";
    }

    private void copy() {
        StatusValue value = onScreen;
        if (value != null) {
            Copied.text(value.json());
        }
    }
}

package placewatch.control;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A JSON value as a tree. Branches are made when they are opened, and long lists and objects in pieces, so that a
/// value of megabytes costs what is looked at. What differs from the value before is marked, and what is looked for.
public final class JsonTree extends TreeView<JsonTree.Entry> {

    static final int PIECE = 200;

    private static final KeyCombination COPY_VALUE = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination COPY_PATH = new KeyCodeCombination(
            KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

    /// One line of the tree.
    ///
    /// @param name    the member's name, `[3]`, or `[200 … 399]` for a piece of something long; empty for the whole
    /// @param from    of a piece, its first part
    /// @param to      of a piece, behind its last part; else -1
    /// @param change  how it differs from before; null when it does not
    /// @param removed it was there before and is no more
    public record Entry(String name, JsonNode value, int from, int to, @Nullable JsonChange change, boolean removed) {

        Entry(String name, JsonNode value, @Nullable JsonChange change) {
            this(name, value, 0, -1, change, false);
        }

        boolean piece() {
            return to >= 0;
        }
    }

    private String whole = "";
    private String words = "";

    public JsonTree() {
        getStyleClass().addAll("dense", "json-tree");
        setAccessibleText("Value as a tree");
        setCellFactory(_ -> new JsonCell(() -> words));
        setFixedCellSize(24);
        setOnKeyPressed(event -> {
            if (COPY_PATH.match(event)) {
                copyPath();
                event.consume();
            } else if (COPY_VALUE.match(event)) {
                copyValue();
                event.consume();
            }
        });
        MenuItem value = new MenuItem("Copy value");
        value.setAccelerator(COPY_VALUE);
        value.setOnAction(_ -> copyValue());
        MenuItem path = new MenuItem("Copy path");
        path.setAccelerator(COPY_PATH);
        path.setOnAction(_ -> copyPath());
        MenuItem all = new MenuItem("Copy the whole value");
        all.setOnAction(_ -> {
            if (getRoot() != null) {
                Copied.text(getRoot().getValue().value().toString());
            }
        });
        setContextMenu(new ContextMenu(value, path, new SeparatorMenuItem(), all));
    }

    /// What paths begin with: the variable's name.
    public void name(String whole) {
        this.whole = whole;
    }

    /// Takes the chosen part away, if there is one.
    public void copyValue() {
        TreeItem<Entry> chosen = getSelectionModel().getSelectedItem();
        if (chosen != null) {
            Copied.text(chosen.getValue().value().toString());
        }
    }

    /// Takes the way to the chosen part away, if there is one.
    public void copyPath() {
        TreeItem<Entry> chosen = getSelectionModel().getSelectedItem();
        if (chosen != null) {
            Copied.text(path(chosen).of(whole));
        }
    }

    /// The way from the whole value to an item of this tree.
    static JsonPath path(TreeItem<Entry> item) {
        List<Object> steps = new ArrayList<>();
        for (TreeItem<Entry> at = item; at.getParent() != null; at = at.getParent()) {
            if (!at.getValue().piece()) {
                String name = at.getValue().name();
                steps.add(at.getParent().getValue().value().isArray()
                        ? (Object) Integer.valueOf(name.substring(1, name.length() - 1)) : name);
            }
        }
        Collections.reverse(steps);
        return new JsonPath(List.copyOf(steps));
    }

    /// Shows another value. What was open and chosen stays so where the new value has the same name at the same place.
    public void show(JsonNode value) {
        show(value, null);
    }

    /// The same, with what differs from the value before.
    public void show(JsonNode value, @Nullable JsonChange change) {
        Entry entry = new Entry("", value, change);
        if (getRoot() instanceof JsonBranch root) {
            TreeItem<Entry> chosen = getSelectionModel().getSelectedItem();
            JsonPath path = chosen == null ? null : path(chosen);
            root.become(entry);
            if (path != null && getSelectionModel().getSelectedItem() != chosen) {
                getSelectionModel().clearSelection();
                TreeItem<Entry> again = item(path, false);
                if (again != null) {
                    getSelectionModel().select(again);
                }
            }
        } else {
            JsonBranch root = new JsonBranch(entry);
            setRoot(root);
            root.setExpanded(true);
        }
    }

    /// Marks the lines that have these words in them; none for no words.
    public void highlight(String words) {
        this.words = words.strip().toLowerCase(Locale.ROOT);
        refresh();
    }

    /// Opens what hides a part, chooses it and brings it into view.
    public void reveal(JsonPath path) {
        TreeItem<Entry> item = item(path, true);
        if (item != null) {
            int row = getRow(item);
            getSelectionModel().select(item);
            scrollTo(Math.max(0, row - 3));
        }
    }

    private @Nullable TreeItem<Entry> item(JsonPath path, boolean opening) {
        TreeItem<Entry> at = getRoot();
        for (Object step : path.steps()) {
            if (at == null) {
                return null;
            }
            do {
                if (opening) {
                    at.setExpanded(true);
                } else if (!at.isExpanded()) {
                    return null;
                }
                at = ((JsonBranch) at).towards(step);
            } while (at != null && at.getValue().piece());
        }
        return at;
    }
}

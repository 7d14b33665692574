package placewatch.control;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import tools.jackson.databind.JsonNode;

/// A JSON value as a tree. Branches are made when they are opened, and long lists in pieces, so that a value of
/// megabytes costs what is looked at; an object is made whole.
public final class JsonTree extends TreeView<JsonTree.Entry> {

    private static final int PIECE = 200;

    /// One line of the tree.
    ///
    /// @param name  the member's name, `[3]`, or `[200 … 399]` for a piece of a long array; empty for the whole value
    public record Entry(String name, JsonNode value, int from, int to) {

        boolean piece() {
            return to >= 0;
        }
    }

    public JsonTree() {
        getStyleClass().addAll("dense", "json-tree");
        setAccessibleText("Value as a tree");
        setCellFactory(_ -> new EntryCell());
        setFixedCellSize(24);
        KeyCombination copy = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
        setOnKeyPressed(event -> {
            TreeItem<Entry> chosen = getSelectionModel().getSelectedItem();
            if (copy.match(event) && chosen != null) {
                Copied.text(chosen.getValue().value().toString());
                event.consume();
            }
        });
    }

    /// Shows another value. What was open and chosen stays so where the new value has the same name at the same place.
    public void show(JsonNode value) {
        Entry entry = new Entry("", value, 0, -1);
        if (getRoot() instanceof Branch root) {
            root.become(entry);
        } else {
            Branch root = new Branch(entry);
            setRoot(root);
            root.setExpanded(true);
        }
    }

    /// Makes its children when they are first asked for.
    private static final class Branch extends TreeItem<Entry> {
        private boolean made;

        Branch(Entry entry) {
            super(entry);
        }

        @Override
        public boolean isLeaf() {
            return getValue().value().isEmpty() || !getValue().value().isContainer();
        }

        @Override
        public ObservableList<TreeItem<Entry>> getChildren() {
            if (!made) {
                made = true;
                super.getChildren().setAll(entries(getValue()).stream().map(Branch::new).toList());
            }
            return super.getChildren();
        }

        /// Takes another value in place; children that are there under the same name go on being there.
        void become(Entry entry) {
            setValue(entry);
            if (!made) {
                return;
            }
            List<Entry> next = entries(entry);
            ObservableList<TreeItem<Entry>> children = super.getChildren();
            for (int i = 0; i < Math.min(next.size(), children.size()); i++) {
                if (children.get(i).getValue().name().equals(next.get(i).name())) {
                    ((Branch) children.get(i)).become(next.get(i));
                } else {
                    children.set(i, new Branch(next.get(i)));
                }
            }
            if (children.size() > next.size()) {
                children.remove(next.size(), children.size());
            } else {
                next.subList(children.size(), next.size()).forEach(added -> children.add(new Branch(added)));
            }
        }

        private static List<Entry> entries(Entry entry) {
            List<Entry> children = new ArrayList<>();
            JsonNode value = entry.value();
            int from = entry.piece() ? entry.from() : 0;
            int to = entry.piece() ? entry.to() : value.size();
            if (value.isArray() && to - from > PIECE) {
                for (int start = from; start < to; start += PIECE) {
                    int end = Math.min(to, start + PIECE);
                    children.add(new Entry("[" + start + " … " + (end - 1) + "]", value, start, end));
                }
            } else if (value.isArray()) {
                for (int i = from; i < to; i++) {
                    children.add(new Entry("[" + i + "]", value.get(i), 0, -1));
                }
            } else {
                value.propertyStream().forEach(member ->
                        children.add(new Entry(member.getKey(), member.getValue(), 0, -1)));
            }
            return children;
        }
    }

    private static final class EntryCell extends TreeCell<Entry> {
        private final Label name = new Label();
        private final Label value = new Label();
        private final HBox line = new HBox(6, name, value);

        EntryCell() {
            name.getStyleClass().add("json-name");
            name.setMinWidth(USE_PREF_SIZE);
            value.getStyleClass().add("mono");
            line.getStyleClass().add("json-line");
        }

        @Override
        protected void updateItem(Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            name.setText(entry.name());
            boolean named = !entry.name().isEmpty();
            name.setVisible(named);
            name.setManaged(named);
            value.setText(entry.piece() ? "" : summary(entry.value()));
            value.getStyleClass().setAll("label", "mono", styleOf(entry.value()));
            setAccessibleText(entry.name() + " " + value.getText());
            setGraphic(line);
        }

        private static String summary(JsonNode node) {
            return switch (node.getNodeType()) {
                case OBJECT -> node.isEmpty() ? "{}" : "{ " + Texts.count(node.size(), "member") + " }";
                case ARRAY -> node.isEmpty() ? "[]" : "[ " + Texts.count(node.size(), "item") + " ]";
                case STRING, NUMBER, BOOLEAN, NULL, BINARY, MISSING, POJO -> shortened(node.toString());
            };
        }

        private static String shortened(String text) {
            return text.length() <= 400 ? text : text.substring(0, 400) + "…  " + Texts.size(text.length());
        }

        private static String styleOf(JsonNode node) {
            return switch (node.getNodeType()) {
                case STRING -> "json-string";
                case NUMBER -> "json-number";
                case BOOLEAN, NULL -> "json-word";
                case OBJECT, ARRAY, BINARY, MISSING, POJO -> "json-container";
            };
        }
    }
}

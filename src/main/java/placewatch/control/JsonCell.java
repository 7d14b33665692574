package placewatch.control;

import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A line of a [JsonTree]: name, value, and what it was before.
final class JsonCell extends TreeCell<JsonTree.Entry> {

    private static final PseudoClass MATCH = PseudoClass.getPseudoClass("match");
    private static final PseudoClass ADDED = PseudoClass.getPseudoClass("added");
    private static final PseudoClass REPLACED = PseudoClass.getPseudoClass("replaced");
    private static final PseudoClass REMOVED = PseudoClass.getPseudoClass("removed");

    /// Longest text of a line.
    private static final int LONGEST = 400;

    /// Longest text about what was before.
    private static final int LONGEST_BEFORE = 60;

    private final Supplier<String> words;
    private final Label name = new Label();
    private final Label value = new Label();
    private final Label before = new Label();
    private final HBox line = new HBox(6, name, value, before);

    /// @param words what is looked for, in small letters
    JsonCell(Supplier<String> words) {
        this.words = words;
        name.getStyleClass().add("json-name");
        name.setMinWidth(USE_PREF_SIZE);
        value.getStyleClass().add("mono");
        before.getStyleClass().add("json-before");
        line.getStyleClass().add("json-line");
    }

    @Override
    protected void updateItem(JsonTree.@Nullable Entry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (empty || entry == null) {
            setGraphic(null);
            setAccessibleText("");
            mark(MATCH, false);
            mark(ADDED, false);
            mark(REPLACED, false);
            mark(REMOVED, false);
            return;
        }
        name.setText(entry.name());
        boolean named = !entry.name().isEmpty();
        name.setVisible(named);
        name.setManaged(named);
        value.setText(entry.piece() ? "" : summary(entry.value()));
        value.getStyleClass().setAll("label", "mono", styleOf(entry.value()));
        String was = entry.removed() ? "removed" : before(entry.change());
        before.setText(was);
        before.setVisible(!was.isEmpty());
        before.setManaged(!was.isEmpty());
        mark(MATCH, !entry.piece() && JsonPath.matches(memberName(entry), entry.value(), words.get()));
        mark(ADDED, !entry.piece() && entry.change() instanceof JsonChange.Added);
        mark(REPLACED, entry.change() instanceof JsonChange.Replaced);
        mark(REMOVED, entry.removed());
        setAccessibleText((entry.name() + " " + value.getText() + " " + was).strip());
        setGraphic(line);
    }

    private void mark(PseudoClass what, boolean on) {
        pseudoClassStateChanged(what, on);
    }

    /// Items have no name that could be looked for.
    private String memberName(JsonTree.Entry entry) {
        return getTreeItem().getParent() != null && getTreeItem().getParent().getValue().value().isArray()
                ? "" : entry.name();
    }

    private static String before(@Nullable JsonChange change) {
        return switch (change) {
            case JsonChange.Added() -> "new";
            case JsonChange.Replaced(JsonNode old) -> {
                String text = summary(old);
                yield "was " + (text.length() <= LONGEST_BEFORE ? text : text.substring(0, LONGEST_BEFORE) + "…");
            }
            case JsonChange.Inside(var parts, var removed) when parts.isEmpty() ->
                Texts.grouped(removed.size()) + " removed";
            case JsonChange.Inside _ -> "changed";
            case null -> "";
        };
    }

    private static String summary(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> node.isEmpty() ? "{}" : "{ " + Texts.count(node.size(), "member") + " }";
            case ARRAY -> node.isEmpty() ? "[]" : "[ " + Texts.count(node.size(), "item") + " ]";
            case STRING, NUMBER, BOOLEAN, NULL, BINARY, MISSING, POJO -> shortened(node.toString());
        };
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…  " + Texts.size(text.length());
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

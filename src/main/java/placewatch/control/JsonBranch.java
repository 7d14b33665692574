package placewatch.control;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ObservableList;
import javafx.scene.control.TreeItem;
import org.jspecify.annotations.Nullable;
import placewatch.control.JsonTree.Entry;
import tools.jackson.databind.JsonNode;

/// An item of a [JsonTree]. Makes its children when they are first asked for.
final class JsonBranch extends TreeItem<Entry> {

    private boolean made;

    JsonBranch(Entry entry) {
        super(entry);
    }

    @Override
    public boolean isLeaf() {
        return !getValue().value().isContainer() || getValue().value().isEmpty() && removed(getValue()).isEmpty();
    }

    @Override
    public ObservableList<TreeItem<Entry>> getChildren() {
        if (!made) {
            made = true;
            super.getChildren().setAll(entries(getValue()).stream().map(JsonBranch::new).toList());
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
        int same = 0;
        while (same < Math.min(next.size(), children.size()) && key(children.get(same)).equals(key(next.get(same)))) {
            ((JsonBranch) children.get(same)).become(next.get(same));
            same++;
        }
        if (same == next.size() && same == children.size()) {
            return;
        }
        Map<String, JsonBranch> known = new HashMap<>();
        children.subList(same, children.size()).forEach(child -> known.put(key(child), (JsonBranch) child));
        List<TreeItem<Entry>> rest = new ArrayList<>();
        for (Entry each : next.subList(same, next.size())) {
            JsonBranch old = known.remove(key(each));
            if (old == null) {
                rest.add(new JsonBranch(each));
            } else {
                old.become(each);
                rest.add(old);
            }
        }
        if (same == children.size()) {
            children.addAll(rest);
        } else {
            children.remove(same, children.size());
            children.addAll(rest);
        }
    }

    private static String key(TreeItem<Entry> item) {
        return key(item.getValue());
    }

    private static String key(Entry entry) {
        return (entry.removed() ? "-" : entry.piece() ? "…" : "+") + entry.name();
    }

    /// The child that is a part, or the piece that it is in; null when there is none.
    @Nullable JsonBranch towards(Object step) {
        JsonNode value = getValue().value();
        int place = step instanceof Integer index ? index : place(value, step);
        for (TreeItem<Entry> child : getChildren()) {
            Entry entry = child.getValue();
            if (entry.piece() ? entry.from() <= place && place < entry.to()
                    : !entry.removed() && entry.name().equals(step instanceof Integer ? "[" + step + "]" : step)) {
                return (JsonBranch) child;
            }
        }
        return null;
    }

    private static int place(JsonNode object, Object name) {
        int place = 0;
        for (String each : object.propertyNames()) {
            if (each.equals(name)) {
                return place;
            }
            place++;
        }
        return -1;
    }

    private static List<JsonChange.Removed> removed(Entry entry) {
        return !entry.piece() && entry.change() instanceof JsonChange.Inside(var _, var removed) ? removed : List.of();
    }

    private static List<Entry> entries(Entry entry) {
        List<Entry> children = new ArrayList<>();
        JsonNode value = entry.value();
        int from = entry.piece() ? entry.from() : 0;
        int to = entry.piece() ? entry.to() : value.size();
        if (value.isContainer() && to - from > JsonTree.PIECE) {
            for (int start = from; start < to; start += JsonTree.PIECE) {
                int end = Math.min(to, start + JsonTree.PIECE);
                children.add(new Entry(
                        "[" + start + " … " + (end - 1) + "]", value, start, end, entry.change(), false));
            }
        } else if (value.isArray()) {
            for (int i = from; i < to; i++) {
                children.add(new Entry("[" + i + "]", value.get(i), change(entry, i)));
            }
        } else {
            value.propertyStream().skip(from).limit(to - from).forEach(member -> children.add(
                    new Entry(member.getKey(), member.getValue(), change(entry, member.getKey()))));
        }
        for (JsonChange.Removed gone : removed(entry)) {
            children.add(new Entry(gone.name(), gone.old(), 0, -1, null, true));
        }
        return children;
    }

    private static @Nullable JsonChange change(Entry entry, Object part) {
        return switch (entry.change()) {
            case JsonChange.Inside(var parts, var _) -> parts.get(part);
            case JsonChange.Added added -> added;
            case JsonChange.Replaced _ -> null;
            case null -> null;
        };
    }
}

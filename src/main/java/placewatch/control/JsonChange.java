package placewatch.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// How a JSON value differs from the one before. A value that is as it was has no change.
public sealed interface JsonChange {

    /// It was not there.
    record Added() implements JsonChange { }

    /// It was another, and still is of no parts, or of parts that can't be matched.
    record Replaced(JsonNode old) implements JsonChange { }

    /// Something in it differs.
    ///
    /// @param parts   the members (by name) or items (by index) that differ
    /// @param removed what is there no more
    record Inside(Map<Object, JsonChange> parts, List<Removed> removed) implements JsonChange { }

    /// @param name the member's name, or `[3]` by the place where it was
    record Removed(String name, JsonNode old) { }

    /// Everything that differs.
    ///
    /// @param change null when nothing does
    /// @param count  of the single differences
    /// @param whole  false when the values were so large that the comparison was given up on the way
    record Found(@Nullable JsonChange change, int count, boolean whole) { }

    /// Compares at most so many parts. Any thread; takes its time.
    static Found between(JsonNode before, JsonNode after, int most) {
        Comparison comparison = new Comparison(most);
        JsonChange change = comparison.compare(before, after);
        return new Found(change, comparison.count, comparison.left >= 0);
    }

    /// One comparison and what it may still cost.
    final class Comparison {
        private int left;
        private int count;

        private Comparison(int most) {
            left = most;
        }

        private @Nullable JsonChange compare(JsonNode before, JsonNode after) {
            if (before == after || --left < 0) {
                return null;
            }
            if (before.isObject() && after.isObject()) {
                return members(before, after);
            }
            if (before.isArray() && after.isArray()) {
                return items(before, after);
            }
            if (!before.isContainer() && !after.isContainer() && before.toString().equals(after.toString())) {
                return null;
            }
            count++;
            return new Replaced(before);
        }

        private @Nullable JsonChange members(JsonNode before, JsonNode after) {
            Map<Object, JsonChange> parts = new LinkedHashMap<>();
            List<Removed> removed = new ArrayList<>();
            for (Map.Entry<String, JsonNode> member : after.properties()) {
                JsonNode old = before.get(member.getKey());
                put(parts, member.getKey(), old == null ? added() : compare(old, member.getValue()));
            }
            for (Map.Entry<String, JsonNode> member : before.properties()) {
                if (after.get(member.getKey()) == null) {
                    count++;
                    removed.add(new Removed(member.getKey(), member.getValue()));
                }
            }
            return inside(parts, removed);
        }

        /// Items that are the same at both ends are taken off, so that one that came or went in between does not make
        /// all that follow look changed.
        private @Nullable JsonChange items(JsonNode before, JsonNode after) {
            int start = 0;
            int shorter = Math.min(before.size(), after.size());
            while (start < shorter && same(before.get(start), after.get(start))) {
                start++;
            }
            int end = 0;
            while (end < shorter - start
                    && same(before.get(before.size() - 1 - end), after.get(after.size() - 1 - end))) {
                end++;
            }
            Map<Object, JsonChange> parts = new LinkedHashMap<>();
            List<Removed> removed = new ArrayList<>();
            int oldEnd = before.size() - end;
            int newEnd = after.size() - end;
            for (int i = start; i < newEnd && left >= 0; i++) {
                put(parts, i, i < oldEnd ? compare(before.get(i), after.get(i)) : added());
            }
            for (int i = Math.max(start, newEnd); i < oldEnd; i++) {
                count++;
                removed.add(new Removed("[" + i + "]", before.get(i)));
            }
            return inside(parts, removed);
        }

        private boolean same(JsonNode before, JsonNode after) {
            left--;
            if (before == after || left < 0) {
                return true;
            }
            if (before.isContainer() != after.isContainer() || before.size() != after.size()) {
                return false;
            }
            if (!before.isContainer()) {
                return before.toString().equals(after.toString());
            }
            int counted = count;
            boolean same = compare(before, after) == null;
            count = counted;
            return same;
        }

        private JsonChange added() {
            count++;
            return new Added();
        }

        private static void put(Map<Object, JsonChange> parts, Object name, @Nullable JsonChange change) {
            if (change != null) {
                parts.put(name, change);
            }
        }

        private static @Nullable JsonChange inside(Map<Object, JsonChange> parts, List<Removed> removed) {
            return parts.isEmpty() && removed.isEmpty() ? null : new Inside(parts, removed);
        }
    }
}

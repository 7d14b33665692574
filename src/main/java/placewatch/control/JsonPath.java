package placewatch.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// The way to a part of a JSON value: names of members and indices of items, from the outside in.
public record JsonPath(List<Object> steps) {

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$-]*");

    /// What was found.
    ///
    /// @param whole false when there may be more than was looked for
    public record Matches(List<JsonPath> paths, boolean whole) { }

    /// The parts whose name, or whose text if they have no parts, has these words in it, capitals or not. Any thread;
    /// takes its time.
    public static Matches find(JsonNode value, String words, int most) {
        List<JsonPath> found = new ArrayList<>();
        search(value, words.toLowerCase(Locale.ROOT), new ArrayList<>(), found, most + 1);
        boolean whole = found.size() <= most;
        return new Matches(List.copyOf(whole ? found : found.subList(0, most)), whole);
    }

    private static void search(JsonNode value, String words, List<Object> at, List<JsonPath> found, int most) {
        if (found.size() >= most) {
            return;
        }
        String name = !at.isEmpty() && at.getLast() instanceof String member ? member : "";
        if (matches(name, value, words)) {
            found.add(new JsonPath(List.copyOf(at)));
        }
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                at.add(member.getKey());
                search(member.getValue(), words, at, found, most);
                at.removeLast();
            }
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                at.add(i);
                search(value.get(i), words, at, found, most);
                at.removeLast();
            }
        }
    }

    /// @param words in small letters
    static boolean matches(String name, JsonNode value, String words) {
        return !words.isEmpty() && (name.toLowerCase(Locale.ROOT).contains(words)
                || !value.isContainer() && value.toString().toLowerCase(Locale.ROOT).contains(words));
    }

    /// As people write it, behind the name of the whole: `schedule.on[0]`.
    public String of(String whole) {
        StringBuilder text = new StringBuilder(whole);
        for (Object step : steps) {
            if (step instanceof Integer index) {
                text.append('[').append(index).append(']');
            } else if (PLAIN.matcher(step.toString()).matches()) {
                text.append(text.isEmpty() ? "" : ".").append(step);
            } else {
                text.append('[').append(JsonNodeFactory.instance.stringNode(step.toString())).append(']');
            }
        }
        return text.toString();
    }
}

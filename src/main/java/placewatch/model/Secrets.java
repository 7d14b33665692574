package placewatch.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Which arguments of a call nobody else may see, judged by their names: they are masked before they reach the screen,
/// a copy or the disk. Any thread.
public final class Secrets {

    /// Stands in the place of a secret, as JSON text.
    public static final String MASK = "\"••••••\"";

    /// An argument as it may be shown.
    ///
    /// @param json   the argument, or what stands in its place
    /// @param masked whether something in it was replaced
    public record Shown(String json, boolean masked) { }

    private static final Set<String> WORDS = Set.of("pin", "key", "keys", "pwd", "pass", "bearer", "otp", "auth");
    private static final List<String> PARTS = List.of("password", "passwd", "passphrase", "passcode", "pincode",
            "secret", "token", "credential", "apikey");

    /// Longer texts are not looked into: it would cost the JavaFX thread. They are not shown either.
    private static final int LOOKED_INTO = 200_000;

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+|(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private Secrets() {
    }

    /// Whether what has that name looks like a secret.
    public static boolean named(String name) {
        return certainly(name) || words(name).stream().anyMatch(WORDS::contains);
    }

    /// Whether an argument of a function is one, or holds one.
    public static boolean takes(String function, String argument) {
        return certainly(function) || named(argument);
    }

    /// Whether a function of that name takes one: `set_password`, but not `press_key`.
    private static boolean certainly(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        return PARTS.stream().anyMatch(plain::contains)
                || words(name).stream().anyMatch(word -> word.equals("pin") || word.equals("pwd"));
    }

    private static List<String> words(String name) {
        return BETWEEN.splitAsStream(name).map(word -> word.toLowerCase(Locale.ROOT).replaceAll("\\d+$", "")).toList();
    }

    /// The arguments of a call as they may be shown.
    ///
    /// @param names of the arguments by position, as far as they are known
    /// @param json  the arguments by position
    public static List<Shown> arguments(String function, List<String> names, List<String> json) {
        boolean all = certainly(function);
        List<Shown> shown = new ArrayList<>();
        for (int i = 0; i < json.size(); i++) {
            shown.add(argument(all || i < names.size() && named(names.get(i)), json.get(i)));
        }
        return shown;
    }

    private static Shown argument(boolean secret, String json) {
        if (secret) {
            return plain(json) ? new Shown(json, false) : new Shown(MASK, true);
        }
        if (json.indexOf('{') < 0) {
            return new Shown(json, false);
        }
        if (json.length() > LOOKED_INTO) {
            return new Shown(MASK, true);
        }
        try {
            JsonNode tree = JSON.readTree(json);
            return mask(tree) ? new Shown(tree.toString(), true) : new Shown(json, false);
        } catch (JacksonException _) {
            // what is no JSON is never sent either
            return new Shown(MASK, true);
        }
    }

    /// These tell nothing.
    private static boolean plain(String json) {
        String text = json.strip();
        return text.equals("true") || text.equals("false") || text.equals("null") || text.equals("\"\"");
    }

    private static boolean mask(JsonNode node) {
        boolean masked = false;
        switch (node) {
            case ObjectNode object -> {
                for (String name : List.copyOf(object.propertyNames())) {
                    JsonNode value = object.get(name);
                    if (named(name) && !plain(value.toString())) {
                        object.put(name, "••••••");
                        masked = true;
                    } else {
                        masked |= mask(value);
                    }
                }
            }
            case ArrayNode array -> {
                for (JsonNode each : array) {
                    masked |= mask(each);
                }
            }
            default -> { }
        }
        return masked;
    }
}

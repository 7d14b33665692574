package placewatch.control.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The values of a choice, each in words of its own: a text as it reads, anything else, and a text that another value
/// reads like, as JSON.
final class ChoiceWords {

    private final Map<String, String> jsonByWords = new LinkedHashMap<>();

    ChoiceWords(List<JsonNode> values) {
        for (JsonNode value : values) {
            String words = value.isString() && !value.asString().isBlank() ? value.asString() : value.toString();
            jsonByWords.put(jsonByWords.containsKey(words) ? value.toString() : words, value.toString());
        }
    }

    /// In the order of the values.
    List<String> words() {
        return List.copyOf(jsonByWords.keySet());
    }

    /// The value as JSON; empty if there is none in these words.
    Optional<String> json(String words) {
        return Optional.ofNullable(jsonByWords.get(words));
    }

    Optional<String> wordsOf(String json) {
        return jsonByWords.entrySet().stream().filter(entry -> entry.getValue().equals(json)).map(Map.Entry::getKey)
                .findFirst();
    }
}

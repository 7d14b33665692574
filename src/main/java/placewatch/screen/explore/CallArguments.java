package placewatch.screen.explore;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The arguments of a call, as far as they are there.
sealed interface CallArguments {

    /// JSON texts by position, ready to be sent.
    record Ready(List<String> json) implements CallArguments { }

    /// What is lacking or wrong, in words.
    record Lacking(String words) implements CallArguments { }

    /// From a form. Arguments go by position: trailing optional ones are left out, but one in the middle has to be
    /// given, because the default that the server tells may not be the one that the driver has.
    static CallArguments of(List<ArgumentField> form) {
        List<String> args = new ArrayList<>();
        String skipped = "";
        for (ArgumentField field : form) {
            switch (field.read()) {
                case ArgumentField.Untouched() -> skipped = skipped.isEmpty() ? field.name() : skipped;
                case ArgumentField.Wrong(String why) -> {
                    return new Lacking(field.name() + ": " + why);
                }
                case ArgumentField.Given(String json) -> {
                    if (!skipped.isEmpty()) {
                        return new Lacking(skipped + ": needed, because " + field.name() + " behind it is given");
                    }
                    args.add(json);
                }
            }
        }
        return new Ready(List.copyOf(args));
    }

    /// From a JSON list that somebody typed; nothing typed is no arguments.
    static CallArguments of(String typed) {
        if (typed.isBlank()) {
            return new Ready(List.of());
        }
        JsonMapper strict = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
        try {
            JsonNode list = strict.readTree(typed);
            return list.isArray() ? new Ready(list.valueStream().map(JsonNode::toString).toList())
                    : new Lacking("The arguments must be a JSON list, such as [true, \"hdmi1\"]");
        } catch (JacksonException e) {
            return new Lacking("The arguments are not JSON: "
                    + e.getOriginalMessage().lines().findFirst().orElse("unreadable"));
        }
    }
}

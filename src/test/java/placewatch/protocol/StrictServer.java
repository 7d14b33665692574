package placewatch.protocol;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The strictest server that `protocol.md`'s *Requests* lets one think of: it says what is wrong with a frame where a
/// real one would say nothing at all. Written from the document, not from our writer.
final class StrictServer {

    private static final Set<String> FIELDS = Set.of("id", "cmd", "sys", "mod", "index", "name", "args");
    private static final Set<String> COMMANDS = Set.of("bind", "unbind", "exec", "debug", "ignore");

    /// Of PlaceOS's own JSON reader.
    private static final int DEEPEST = 512;

    private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build()).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /// Why it would not understand the frame; empty if it does.
    Optional<String> complaint(String frame) {
        return frame.equals("ping") ? Optional.empty() : complaints(frame).stream().findFirst();
    }

    /// The request as the server would see it.
    JsonNode understood(String frame) {
        Optional<String> complaint = complaint(frame);
        if (complaint.isPresent()) {
            throw new AssertionError(complaint.get() + ": " + frame);
        }
        return mapper.readTree(frame);
    }

    private List<String> complaints(String frame) {
        List<String> wrong = new ArrayList<>();
        try {
            StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(frame));
        } catch (CharacterCodingException e) {
            wrong.add("it can't be sent as UTF-8");
        }
        JsonNode json;
        try {
            json = mapper.readTree(frame);
        } catch (JacksonException e) {
            wrong.add(e.getOriginalMessage());
            return wrong;
        }
        if (!json.isObject()) {
            wrong.add("it is no object");
            return wrong;
        }
        if (saysSomethingTwice(frame)) {
            wrong.add("a field comes twice");
        }
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            if (!FIELDS.contains(field.getKey())) {
                wrong.add("the field " + field.getKey() + " is unknown");
            }
            if (field.getValue().isNull()) {
                wrong.add(field.getKey() + " is null");
            }
        }
        if (!json.path("id").isIntegralNumber() || !json.path("id").canConvertToLong()) {
            wrong.add("id is no integer of 64 bits");
        }
        if (!COMMANDS.contains(json.path("cmd").asString(""))) {
            wrong.add("cmd is none of the five");
        }
        for (String name : List.of("sys", "mod", "name")) {
            if (!json.path(name).isString() || json.path(name).stringValue().isEmpty()) {
                wrong.add(name + " is no string, or an empty one");
            }
        }
        JsonNode index = json.path("index");
        if (!index.isIntegralNumber() || !index.canConvertToInt() || index.intValue() < 1) {
            wrong.add("index is no integer of 32 bits from 1 on");
        }
        if (json.has("args") != json.path("cmd").asString("").equals("exec")
                || json.has("args") && !json.get("args").isArray()) {
            wrong.add("args, as a list, belongs to exec and to nothing else");
        }
        complain(json, wrong);
        return wrong;
    }

    private boolean saysSomethingTwice(String frame) {
        Set<String> seen = new HashSet<>();
        try (JsonParser parser = mapper.createParser(frame)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                if (!seen.add(parser.currentName())) {
                    return true;
                }
                parser.nextToken();
                parser.skipChildren();
            }
        }
        return false;
    }

    private static void complain(JsonNode node, List<String> wrong) {
        if (node.isIntegralNumber() && !node.canConvertToLong()) {
            wrong.add("an integer of more than 64 bits");
        }
        if (node.isString() && hasHalf(node.stringValue())) {
            wrong.add("half a surrogate pair");
        }
        node.propertyNames().stream().filter(StrictServer::hasHalf).forEach(name -> wrong.add("half a pair in a name"));
        node.forEach(child -> complain(child, wrong));
    }

    private static boolean hasHalf(String text) {
        return !StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}

package placewatch.simulator.socket;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import placewatch.protocol.ErrorCode;
import placewatch.simulator.JsonText;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads requests as the public page describes them: ids are numbers or strings, what can't be read is answered with
/// 0 (not JSON), 1 (a field is missing) or 4 (unknown command). Safe on any thread.
final class DocumentedRequests {

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    Parsed parse(String text) {
        JsonNode json;
        try {
            json = mapper.readTree(text);
        } catch (JacksonException e) {
            return refused(Optional.empty(), ErrorCode.PARSE_ERROR, "invalid JSON");
        }
        JsonNode id = json.path("id");
        if (!id.isNumber() && !id.isString()) {
            return refused(Optional.empty(), ErrorCode.BAD_REQUEST, "missing required field id");
        }
        Optional<String> echo = Optional.of(JsonText.of(id));
        if (!json.path("cmd").isString()) {
            return refused(echo, ErrorCode.BAD_REQUEST, "missing required field cmd");
        }
        Optional<Command> command = Command.named(json.get("cmd").stringValue());
        if (command.isEmpty()) {
            return refused(echo, ErrorCode.UNKNOWN_COMMAND, "unknown command " + json.get("cmd").stringValue());
        }
        for (String field : List.of("sys", "mod", "name")) {
            if (!json.path(field).isString() || json.get(field).stringValue().isBlank()) {
                return refused(echo, ErrorCode.BAD_REQUEST, "missing required field " + field);
            }
        }
        JsonNode index = json.path("index");
        boolean indexLeftOut = index.isMissingNode() || index.isNull();
        if (!indexLeftOut && !index.canConvertToExactIntegral()) {
            return refused(echo, ErrorCode.BAD_REQUEST, "index is not a number");
        }
        JsonNode args = json.path("args");
        if (!args.isMissingNode() && !args.isNull() && !args.isArray()) {
            return refused(echo, ErrorCode.BAD_REQUEST, "args is not a list");
        }
        List<JsonNode> list = new ArrayList<>();
        args.forEach(list::add);
        Target target = new Target(json.get("sys").stringValue(), json.get("mod").stringValue(),
                indexLeftOut || !index.canConvertToInt() ? 1 : index.intValue());
        return new Parsed.Understood(
                new Request(echo.get(), command.get(), target, json.get("name").stringValue(), List.copyOf(list)));
    }

    private static Parsed refused(Optional<String> id, ErrorCode code, String words) {
        return new Parsed.Refused(DocumentedFrames.error(id, code, words));
    }
}

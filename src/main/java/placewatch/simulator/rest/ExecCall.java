package placewatch.simulator.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import placewatch.simulator.Execution;
import placewatch.simulator.JsonText;
import placewatch.simulator.building.DemoModule;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Exec over REST: the body is the array of arguments. Safe on any thread.
final class ExecCall {

    private final Execution execution;
    private final JsonMapper mapper =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    ExecCall(Execution execution) {
        this.execution = execution;
    }

    /// @param place  what an error says of where it happened
    CompletableFuture<Answer> run(Optional<DemoModule> module, Call call, String function, ObjectNode place) {
        return execution.run(module, call.caller().role(), function, arguments(call.body()))
                .thenApply(outcome -> answer(outcome, place));
    }

    List<JsonNode> arguments(String body) {
        JsonNode json;
        try {
            json = mapper.readTree(body);
        } catch (JacksonException e) {
            throw new Declined(Answer.error(400, "the body is not JSON"));
        }
        if (!json.isArray()) {
            throw new Declined(Answer.error(400, "the body is not an array of arguments"));
        }
        List<JsonNode> arguments = new ArrayList<>(json.size());
        json.forEach(arguments::add);
        return List.copyOf(arguments);
    }

    private static Answer answer(Execution.Outcome outcome, ObjectNode place) {
        return switch (outcome) {
            case Execution.Outcome.Returned(JsonNode value) -> Answer.ok(value);
            case Execution.Outcome.NoModule(String words) -> error(404, "module not found", words, place);
            case Execution.Outcome.NoFunction(String words) -> error(400, "bad request", words, place);
            // 401, not 403: clients must not take it for a key that was signed out (protocol.md, REST).
            case Execution.Outcome.NotAllowed(String words) -> error(401, "access denied", words, place);
            case Execution.Outcome.Raised(String words) -> error(500, "request failed", words, place);
            case Execution.Outcome.Broken(String words) -> error(500, "unexpected failure", words, place);
        };
    }

    private static Answer error(int status, String kind, String words, ObjectNode place) {
        ObjectNode body = place.objectNode().put("error", kind);
        body.setAll(place);
        body.put("message", words);
        return new Answer(status, JsonText.of(body), Map.of());
    }
}

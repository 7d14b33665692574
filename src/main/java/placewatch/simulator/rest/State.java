package placewatch.simulator.rest;

import java.util.Optional;
import placewatch.simulator.JsonText;
import placewatch.simulator.building.DemoModule;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The state of a module as REST shows it: each value is JSON written into a string.
final class State {

    private State() {
    }

    /// Of a module that isn't there: nothing.
    static Answer all(Optional<DemoModule> module) {
        ObjectNode state = JsonNodeFactory.instance.objectNode();
        module.ifPresent(one -> one.state().forEach((key, value) -> state.put(key, JsonText.of(value))));
        return Answer.ok(state);
    }

    static Answer missing(String key) {
        return Answer.error(500, "Missing hash key: \"" + key + "\"");
    }
}

package placewatch.simulator.rest;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import placewatch.protocol.ModuleAddress;
import placewatch.simulator.building.Building;
import placewatch.simulator.building.DemoFunction;
import placewatch.simulator.building.DemoModule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One module of a system, addressed as `Display_1`: its functions, its state, exec. Safe on any thread.
final class SystemModulesResource {

    private final Building building;
    private final ExecCall exec;

    SystemModulesResource(Building building, ExecCall exec) {
        this.building = building;
        this.exec = exec;
    }

    /// To be routed last among `/systems`: its paths have a variable in nearly every place.
    void route(Router router) {
        router.get("systems/{}/functions/{}", Rights.SUPPORT, this::functions);
        router.get("systems/{}/{}", Rights.SUPPORT, call -> State.all(module(call)));
        router.get("systems/{}/{}/{}", Rights.SUPPORT, this::stateOf);
        router.postSlow("systems/{}/{}/{}", Rights.ANY_KEY, this::exec);
    }

    private Answer functions(Call call) {
        Optional<DemoModule> module = module(call);
        if (module.isEmpty()) {
            return Answer.error(404, "metadata not found for " + call.at(1) + " on " + call.at(0));
        }
        ObjectNode functions = JsonNodeFactory.instance.objectNode();
        module.get().functions().stream().filter(function -> call.caller().may(function.needs()))
                .forEach(function -> functions.set(function.name(), details(function)));
        return Answer.ok(functions);
    }

    private static ObjectNode details(DemoFunction function) {
        ObjectNode details = JsonNodeFactory.instance.objectNode();
        details.put("arity", function.parameters().size());
        ObjectNode params = details.putObject("params");
        ArrayNode order = details.putArray("order");
        for (DemoFunction.Parameter parameter : function.parameters()) {
            params.set(parameter.name(), stripped(parameter.schema()));
            order.add(parameter.name());
        }
        return details;
    }

    /// White space is stripped from the whole metadata, even inside default strings (protocol.md, Function metadata).
    private static JsonNode stripped(JsonNode node) {
        if (node.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(field -> copy.set(withoutSpace(field.getKey()), stripped(field.getValue())));
            return copy;
        }
        if (node.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode(node.size());
            node.forEach(item -> copy.add(stripped(item)));
            return copy;
        }
        return node.isString() ? JsonNodeFactory.instance.stringNode(withoutSpace(node.stringValue())) : node;
    }

    private static String withoutSpace(String text) {
        return text.replaceAll("\\s", "");
    }

    /// A key of a missing module is `null`; a missing key is a failure of the server (protocol.md, REST).
    private Answer stateOf(Call call) {
        Optional<DemoModule> module = module(call);
        if (module.isEmpty()) {
            return Answer.ok(JsonNodeFactory.instance.nullNode());
        }
        return module.get().status(call.at(2)).map(Answer::ok).orElseGet(() -> State.missing(call.at(2)));
    }

    private CompletableFuture<Answer> exec(Call call) {
        ModuleAddress address = ModuleAddress.ofSlug(call.at(0), call.at(1));
        ObjectNode place = JsonNodeFactory.instance.objectNode()
                .put("sys_id", call.at(0)).put("module_name", address.module()).put("index", address.index());
        return exec.run(module(call), call, call.at(2), place);
    }

    private Optional<DemoModule> module(Call call) {
        return call.at(0).isBlank() || call.at(1).isBlank()
                ? Optional.empty() : building.resolve(ModuleAddress.ofSlug(call.at(0), call.at(1)));
    }
}

package placewatch.rest;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Functions as `GET /systems/{id}/functions/{Name_index}` gives them: `{fn: {arity, params, order}}`.
final class FunctionReader {

    private FunctionReader() {
    }

    /// In the server's order.
    static List<Function> readAll(Fields all) {
        List<Function> functions = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : all.node().properties()) {
            functions.add(new Function(entry.getKey(), parameters(all.object(entry.getKey()))));
        }
        return functions;
    }

    /// By `order`; what `order` leaves out follows as `params` has it.
    private static List<Function.Parameter> parameters(Fields function) {
        JsonNode params = function.object("params").node();
        Set<String> names = new LinkedHashSet<>(function.texts("order"));
        names.addAll(params.propertyNames());
        List<Function.Parameter> parameters = new ArrayList<>();
        for (String name : names) {
            parameters.add(parameter(name, params.path(name)));
        }
        return parameters;
    }

    /// Old drivers give `{}` or only a default. Anything but an object says nothing about the argument: `{}`.
    private static Function.Parameter parameter(String name, JsonNode schema) {
        JsonNode known = schema.isObject() ? schema : JsonNodeFactory.instance.objectNode();
        return new Function.Parameter(name, known, known.has("default"));
    }
}

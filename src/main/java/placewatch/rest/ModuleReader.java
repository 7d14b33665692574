package placewatch.rest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Modules as a system's `module_data` gives them, each with its `driver`.
final class ModuleReader {

    private ModuleReader() {
    }

    /// In the order of the system's module list, which gives each its index; what the list doesn't name comes last.
    static List<Module> readAll(List<Fields> all, List<String> order) {
        Map<String, Integer> place = new HashMap<>();
        for (String id : order) {
            place.putIfAbsent(id, place.size());
        }
        List<Module> modules = new ArrayList<>();
        for (Fields fields : all) {
            modules.add(read(fields));
        }
        modules.sort(Comparator.comparingInt(module -> place.getOrDefault(module.id(), Integer.MAX_VALUE)));
        return modules;
    }

    private static Module read(Fields fields) {
        Fields driver = fields.object("driver");
        return new Module(
                fields.needed("id"),
                name(fields, driver),
                fields.text("driver_id"),
                driver.text("name"),
                kind(fields.node().path("role")),
                fields.text("ip"),
                fields.number("port"),
                fields.text("uri"),
                fields.flag("running"),
                fields.flag("connected"),
                fields.text("notes"));
    }

    private static String name(Fields fields, Fields driver) {
        for (String name : List.of(fields.text("custom_name"), fields.text("name"), driver.text("module_name"))) {
            if (!name.isBlank()) {
                return name;
            }
        }
        // nothing addresses it, but it must not hide the modules beside it
        return fields.text("id");
    }

    /// A number on the wire; the server's own description says words, so these are understood too.
    private static Module.Kind kind(JsonNode role) {
        return switch (role.asString("")) {
            case "0", "ssh" -> Module.Kind.SSH;
            case "1", "device" -> Module.Kind.DEVICE;
            case "2", "service" -> Module.Kind.SERVICE;
            case "3", "websocket" -> Module.Kind.WEBSOCKET;
            case "99", "logic" -> Module.Kind.LOGIC;
            default -> Module.Kind.UNKNOWN;
        };
    }
}

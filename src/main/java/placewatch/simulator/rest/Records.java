package placewatch.simulator.rest;

import java.util.List;
import placewatch.simulator.building.DemoDriver;
import placewatch.simulator.building.DemoModule;
import placewatch.simulator.building.DemoSystem;
import placewatch.simulator.building.DemoZone;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// PlaceOS's records with its field names. What is nil there is left out; times are Unix seconds; `role` is a number.
final class Records {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Records() {
    }

    static ObjectNode system(DemoSystem system) {
        ObjectNode record = JSON.objectNode();
        long created = system.createdAt().getEpochSecond();
        record.put("created_at", created).put("updated_at", created);
        record.put("name", system.name());
        text(record, "description", system.description());
        texts(record, "features", system.features());
        text(record, "email", system.email());
        record.put("bookable", system.bookable()).put("public", false);
        text(record, "display_name", system.displayName());
        text(record, "code", system.code());
        record.put("capacity", system.capacity()).put("approval", false);
        texts(record, "images", List.of());
        texts(record, "security_groups", List.of());
        text(record, "timezone", system.timezone());
        text(record, "support_url", system.supportUrl());
        record.put("version", 1).put("installed_ui_devices", 0);
        texts(record, "zones", system.zones());
        texts(record, "modules", system.modules());
        record.put("orientation", "unspecified");
        texts(record, "playlists", List.of());
        record.put("signage", false);
        record.put("id", system.id());
        record.put("update_triggers", false);
        return record;
    }

    static ObjectNode zone(DemoZone zone) {
        ObjectNode record = JSON.objectNode();
        long created = zone.createdAt().getEpochSecond();
        record.put("created_at", created).put("updated_at", created);
        record.put("name", zone.name());
        text(record, "description", zone.description());
        texts(record, "tags", zone.tags());
        text(record, "location", zone.location());
        text(record, "display_name", zone.displayName());
        record.put("count", 0).put("capacity", zone.capacity());
        text(record, "timezone", zone.timezone());
        texts(record, "triggers", List.of());
        texts(record, "images", List.of());
        texts(record, "playlists", List.of());
        text(record, "parent_id", zone.parentId());
        record.put("id", zone.id());
        record.put("update_systems", false);
        return record;
    }

    /// Only a logic module names its system: any other may be in several.
    static ObjectNode module(DemoModule module) {
        ObjectNode record = JSON.objectNode();
        DemoDriver driver = module.driver();
        long created = module.createdAt().getEpochSecond();
        record.put("created_at", created).put("updated_at", created);
        text(record, "ip", module.ip());
        if (module.port() > 0) {
            record.put("port", module.port());
        }
        record.put("tls", false).put("udp", false).put("makebreak", false);
        text(record, "uri", module.uri());
        record.put("name", driver.moduleName());
        text(record, "custom_name", module.customName());
        record.put("role", driver.kind());
        record.put("connected", module.connected()).put("running", module.running());
        text(record, "notes", module.notes());
        record.put("ignore_connected", false).put("ignore_startstop", false);
        record.put("has_runtime_error", false).put("launch_on_execute", false);
        if (isLogic(module)) {
            record.put("control_system_id", module.systemId());
        }
        record.put("driver_id", driver.id());
        record.put("id", module.id());
        return record;
    }

    static ObjectNode moduleWithDriver(DemoModule module) {
        ObjectNode record = module(module);
        DemoDriver driver = module.driver();
        ObjectNode details = record.putObject("driver").put("name", driver.name());
        text(details, "description", driver.description());
        details.put("module_name", driver.moduleName());
        return record;
    }

    static boolean isLogic(DemoModule module) {
        return module.driver().kind() == 99;
    }

    static void text(ObjectNode record, String field, String value) {
        if (!value.isBlank()) {
            record.put(field, value);
        }
    }

    private static void texts(ObjectNode record, String field, List<String> values) {
        values.forEach(record.putArray(field)::add);
    }
}

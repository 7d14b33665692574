package placewatch.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The connections' settings as JSON and back, by server. Whatever can't be read in there is as usual: a lost setting
/// is told by the connection, and must not cost the other preferences.
final class ConnectionSettingsJson {

    private ConnectionSettingsJson() { }

    static void write(ObjectNode into, Map<String, ConnectionSettings> connections) {
        connections.forEach((server, settings) -> {
            ObjectNode one = into.putObject(server)
                    .put("values", settings.values().name())
                    .put("execDeadlineSeconds", settings.execDeadline().toNanos() / 1e9);
            ArrayNode files = one.putArray("authorities");
            settings.authorities().forEach(file -> files.add(file.toString()));
        });
    }

    static Map<String, ConnectionSettings> read(JsonNode all) {
        Map<String, ConnectionSettings> connections = new TreeMap<>();
        all.properties().forEach(entry -> connections.put(entry.getKey(), readOne(entry.getValue())));
        connections.values().removeIf(ConnectionSettings.usual()::equals);
        return connections;
    }

    private static ConnectionSettings readOne(JsonNode one) {
        return new ConnectionSettings(
                values(one.path("values")), execDeadline(one.path("execDeadlineSeconds")),
                authorities(one.path("authorities")));
    }

    private static ConnectionSettings.Values values(JsonNode name) {
        for (ConnectionSettings.Values values : ConnectionSettings.Values.values()) {
            if (name.isString() && values.name().equals(name.stringValue())) {
                return values;
            }
        }
        return ConnectionSettings.usual().values();
    }

    private static Duration execDeadline(JsonNode seconds) {
        double number = seconds.isNumber() ? seconds.doubleValue() : 0;
        boolean possible = number >= ConnectionSettings.SHORTEST_EXEC.toSeconds()
                && number <= ConnectionSettings.LONGEST_EXEC.toSeconds();
        return possible ? Duration.ofMillis(Math.round(number * 1000)) : ConnectionSettings.usual().execDeadline();
    }

    private static List<Path> authorities(JsonNode files) {
        List<Path> paths = new ArrayList<>();
        for (JsonNode file : files) {
            try {
                if (file.isString()) {
                    paths.add(Path.of(file.stringValue()));
                }
            } catch (InvalidPathException _) {
                // written on another system
            }
        }
        return paths;
    }
}

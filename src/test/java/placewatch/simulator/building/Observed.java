package placewatch.simulator.building;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Writes down everything that happens in a building, one line each.
final class Observed implements BuildingListener {
    private final Building building;
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

    Observed(Building building) {
        this.building = building;
        building.observe(this);
    }

    @Override
    public void statusChanged(DemoModule module, String key, JsonNode value) {
        lines.add(building.now() + " " + module.name() + " " + module.id() + " " + key + "=" + value);
    }

    @Override
    public void logged(DemoModule module, String level, String text) {
        lines.add(building.now() + " " + module.name() + " " + module.id() + " [" + level + "] " + text);
    }

    @Override
    public void modulesChanged(DemoSystem system) {
        lines.add(building.now() + " modules of " + system.name());
    }

    /// In order.
    List<String> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    /// What a module did, without its times and name.
    List<String> of(DemoModule module) {
        String mark = " " + module.id() + " ";
        return lines().stream()
                .filter(line -> line.contains(mark))
                .map(line -> line.substring(line.indexOf(mark) + mark.length()))
                .toList();
    }

    /// The values that a variable of a module took.
    List<String> values(DemoModule module, String key) {
        return of(module).stream()
                .filter(line -> line.startsWith(key + "="))
                .map(line -> line.substring(key.length() + 1))
                .toList();
    }

    void forget() {
        lines.clear();
    }
}

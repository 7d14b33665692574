package placewatch.simulator.building.driver;

import static placewatch.simulator.building.driver.Parameter.optional;
import static placewatch.simulator.building.driver.Parameter.required;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/// Dynalite lighting: scenes over three areas.
final class Lighting implements Behaviour {
    private static final List<String> AREAS = List.of("front", "table", "wall");
    private static final Map<String, List<Integer>> SCENES = scenes();
    private final Device device;
    private final Map<String, Integer> levels = new LinkedHashMap<>();
    private final Walk energy = new Walk(0.4, 0, 4, 0.01);

    Lighting(Device device) {
        this.device = device;
    }

    private static Map<String, List<Integer>> scenes() {
        Map<String, List<Integer>> scenes = new LinkedHashMap<>();
        scenes.put("full", List.of(100, 100, 100));
        scenes.put("presentation", List.of(20, 60, 40));
        scenes.put("video_call", List.of(80, 90, 60));
        scenes.put("off", List.of(0, 0, 0));
        return scenes;
    }

    static Driver<Lighting> driver() {
        return new Driver<>("driver-PhilipsDynet", "Philips Dynalite Lighting", "Philips::DyNet", "Lighting",
                Kind.DEVICE, 50000, "", "Philips Dynalite lighting over DyNet", new Commands<Lighting>()
                .user("scene", (d, a) -> d.scene(a.text(0), a.number(1)),
                        required("name", Schemas.enumeration("Philips::DyNet::Scene",
                                SCENES.keySet().toArray(String[]::new))),
                        optional("fade_ms", Schemas.integer("UInt32"), 1000))
                .user("scene?", (d, a) -> d.device.status("scene").orElse(Json.of(null)))
                .user("level", (d, a) -> d.level(a.text(0), a.number(1)),
                        required("area", Schemas.enumeration("Philips::DyNet::Area", AREAS.toArray(String[]::new))),
                        required("percent", Schemas.int32()))
                .user("raise_all", (d, a) -> d.step(a.number(0)), optional("by", Schemas.int32(), 10))
                .user("lower_all", (d, a) -> d.step(-a.number(0)), optional("by", Schemas.int32(), 10))
                .user("power", (d, a) -> d.scene(a.bool(0) ? "full" : "off", 0), required("state", Schemas.bool()))
                .support("save_scene", (d, a) -> d.save(a.text(0)), required("name", Schemas.string()))
                .admin("factory_reset", (d, a) -> d.scene("off", 0))
                .list(), Lighting::new);
    }

    @Override
    public void begin() {
        apply(SCENES.get("off"));
        device.publish("scene", "off");
        device.publish("power", false);
        device.publish("scenes", List.copyOf(SCENES.keySet()));
        device.publish("energy_kwh", energy.value());
        device.publish("firmware", "3.8.12");
        device.publish("emergency", false);
        device.every(Duration.ofSeconds(5), this::poll);
    }

    private String scene(String name, int fadeMillis) {
        device.debug("-> 1C 02 %02X 65 00 00 FF 7E".formatted(List.copyOf(SCENES.keySet()).indexOf(name)));
        device.info("scene " + name + " within " + fadeMillis + " ms");
        device.publish("scene", name);
        device.publish("power", !name.equals("off"));
        if (fadeMillis == 0) {
            apply(SCENES.get(name));
        } else {
            List<Integer> from = List.copyOf(levels.values());
            device.after(Duration.ofMillis(fadeMillis / 2), () -> {
                if (from.equals(List.copyOf(levels.values()))) {
                    apply(between(from, SCENES.get(name)));
                }
            });
            device.after(Duration.ofMillis(fadeMillis), () -> {
                if (device.status("scene").filter(Json.of(name)::equals).isPresent()) {
                    apply(SCENES.get(name));
                }
            });
        }
        return name;
    }

    private static List<Integer> between(List<Integer> from, List<Integer> to) {
        return IntStream.range(0, AREAS.size())
                .mapToObj(i -> (from.get(i) + to.get(i)) / 2).toList();
    }

    private int level(String area, int percent) {
        if (percent < 0 || percent > 100) {
            throw DriverError.argument("percent " + percent + " is not within 0 and 100");
        }
        levels.put(area, percent);
        device.publish("scene", null);
        publishLevels();
        return percent;
    }

    private JsonNode step(int by) {
        apply(levels.values().stream().map(level -> Math.clamp(level + by, 0, 100)).toList());
        device.publish("scene", null);
        return device.status("levels").orElseThrow();
    }

    private String save(String name) {
        if (!SCENES.containsKey(name)) {
            throw DriverError.argument("scene \"" + name + "\" is not one of " + String.join(", ", SCENES.keySet()));
        }
        device.log(Level.NOTICE, "scene " + name + " saved");
        return name;
    }

    private void apply(List<Integer> next) {
        for (int i = 0; i < AREAS.size(); i++) {
            levels.put(AREAS.get(i), next.get(i));
        }
        publishLevels();
    }

    private void publishLevels() {
        device.publish("levels", levels);
        device.publish("level", (int) levels.values().stream().mapToInt(Integer::intValue).average().orElse(0));
    }

    private void poll() {
        device.debug("-> 1C 02 00 63 00 00 FF 80");
        double lit = device.status("level").map(JsonNode::asDouble).orElse(0.0);
        if (lit > 0 && device.random().nextInt(3) == 0) {
            device.publish("energy_kwh", energy.next(device.random(), 4));
        }
    }
}

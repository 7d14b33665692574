package placewatch.simulator.building.driver;

import static placewatch.simulator.building.driver.Parameter.optional;
import static placewatch.simulator.building.driver.Parameter.required;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A camera over VISCA: moves to positions over some seconds, and turns to people.
final class Camera implements Behaviour {
    private static final Duration STEP = Duration.ofMillis(500);
    private static final int STRIDE = 10;
    private final Device device;
    private final Map<String, Position> presets = new LinkedHashMap<>();
    private Position now = new Position(0, 0, 1);
    private Position target = now;
    private boolean moving;

    private record Position(int pan, int tilt, int zoom) {

        JsonNode json() {
            return Json.object("pan", pan, "tilt", tilt, "zoom", zoom);
        }

        Position towards(Position goal) {
            return new Position(near(pan, goal.pan), near(tilt, goal.tilt), near(zoom, goal.zoom));
        }

        private static int near(int from, int goal) {
            return from + Math.clamp(goal - from, -STRIDE, STRIDE);
        }
    }

    Camera(Device device) {
        this.device = device;
        presets.put("wide", new Position(0, 0, 1));
        presets.put("head_of_table", new Position(0, -5, 6));
        presets.put("whiteboard", new Position(-45, 3, 8));
    }

    static Driver<Camera> driver() {
        return new Driver<>("driver-CiscoVISCA", "Cisco VISCA Camera", "Cisco::Camera::VISCA", "Camera",
                Kind.DEVICE, 52381, "", "Cisco cameras over VISCA", new Commands<Camera>()
                .user("power", (d, a) -> d.power(a.bool(0)), required("state", Schemas.bool()))
                .user("power?", (d, a) -> d.device.status("power").orElseThrow())
                .user("move", (d, a) -> d.nudge(a.text(0), a.number(1)), required("direction", direction()),
                        optional("speed", Schemas.integer("UInt8"), 5))
                .user("pan_tilt", (d, a) -> d.go(new Position(a.number(0), a.number(1), d.now.zoom)),
                        required("pan", Schemas.int32()), required("tilt", Schemas.int32()))
                .user("zoom", (d, a) -> d.go(new Position(d.now.pan, d.now.tilt, a.number(0))),
                        required("level", Schemas.int32()))
                .user("home", (d, a) -> d.go(new Position(0, 0, 1)))
                .user("recall", (d, a) -> d.recall(a.text(0)), required("preset", Schemas.string()))
                .user("save_position", (d, a) -> d.save(a.text(0)), required("preset", Schemas.string()))
                .user("tracking", (d, a) -> d.tracking(a.bool(0)), optional("state", Schemas.bool(), true))
                .support("reboot", (d, a) -> d.go(new Position(0, 0, 1)))
                .list(), Camera::new);
    }

    private static ObjectNode direction() {
        return Schemas.enumeration("PlaceOS::Driver::Interface::Moveable::MoveablePosition",
                "up", "down", "left", "right", "in", "out");
    }

    @Override
    public void begin() {
        device.publish("power", true);
        device.publish("moving", false);
        publishPosition();
        device.publish("preset", "wide");
        device.publish("presets", List.copyOf(presets.keySet()));
        device.publish("tracking", true);
        device.publish("presence", false);
        device.publish("serial", "FTT%08X".formatted((int) device.identity()));
        device.publish("firmware", "ce11.9.2.4");
        device.watch("PeopleCount", "people_count", (sensor, count) -> people(count.asInt(0)));
        device.every(Duration.ofMillis(4500), () -> {
            device.debug("-> 81 09 06 12 FF");
            device.debug("<- 90 50 %04X %04X FF".formatted(now.pan & 0xFFFF, now.tilt & 0xFFFF));
        });
    }

    private void people(int count) {
        device.publish("presence", count > 0);
        boolean follows = device.status("tracking").map(JsonNode::asBoolean).orElse(false);
        if (follows && count > 0 && device.random().nextInt(3) == 0) {
            go(new Position(device.random().nextInt(-40, 41), device.random().nextInt(-6, 7), now.zoom));
        }
    }

    private boolean power(boolean state) {
        device.debug(state ? "-> 81 01 04 00 02 FF" : "-> 81 01 04 00 03 FF");
        device.publish("power", state);
        return state;
    }

    private JsonNode nudge(String direction, int speed) {
        return go(switch (direction) {
            case "up" -> new Position(now.pan, now.tilt + speed, now.zoom);
            case "down" -> new Position(now.pan, now.tilt - speed, now.zoom);
            case "left" -> new Position(now.pan - speed, now.tilt, now.zoom);
            case "right" -> new Position(now.pan + speed, now.tilt, now.zoom);
            case "in" -> new Position(now.pan, now.tilt, now.zoom + 1);
            default -> new Position(now.pan, now.tilt, now.zoom - 1);
        });
    }

    private JsonNode go(Position goal) {
        target = new Position(Math.clamp(goal.pan, -170, 170), Math.clamp(goal.tilt, -20, 90),
                Math.clamp(goal.zoom, 1, 20));
        if (!moving && !target.equals(now)) {
            moving = true;
            device.publish("moving", true);
            device.publish("preset", null);
            device.debug("-> 81 01 06 02 18 14 %04X %04X FF".formatted(target.pan & 0xFFFF, target.tilt & 0xFFFF));
            device.after(STEP, this::step);
        }
        return target.json();
    }

    private void step() {
        now = now.towards(target);
        publishPosition();
        if (now.equals(target)) {
            moving = false;
            device.publish("moving", false);
            device.info("in position " + now.json());
        } else {
            device.after(STEP, this::step);
        }
    }

    private void publishPosition() {
        device.publish("pan", now.pan);
        device.publish("tilt", now.tilt);
        device.publish("zoom", now.zoom);
    }

    private JsonNode recall(String preset) {
        Position position = presets.get(preset);
        if (position == null) {
            throw DriverError.argument(
                    "preset \"" + preset + "\" is not one of " + String.join(", ", presets.keySet()));
        }
        JsonNode goal = go(position);
        device.publish("preset", preset);
        return goal;
    }

    private JsonNode save(String preset) {
        presets.put(preset, now);
        device.publish("presets", List.copyOf(presets.keySet()));
        return now.json();
    }

    private boolean tracking(boolean state) {
        device.publish("tracking", state);
        return state;
    }
}

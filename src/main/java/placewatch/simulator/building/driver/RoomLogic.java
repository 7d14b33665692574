package placewatch.simulator.building.driver;

import static placewatch.simulator.building.driver.Parameter.optional;
import static placewatch.simulator.building.driver.Parameter.required;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What makes a room one thing: its power, input, scene and volume reach every device in it.
final class RoomLogic implements Behaviour {
    private static final Duration SHUT_DOWN = Duration.ofSeconds(4);
    private static final Duration SETTLE = Duration.ofSeconds(5);
    private static final List<String> INPUTS = List.of("hdmi1", "hdmi2", "display_port", "ops");
    private final Device device;
    private int powerChanges;

    RoomLogic(Device device) {
        this.device = device;
    }

    static Driver<RoomLogic> driver() {
        return new Driver<>("driver-MeetingRoom", "PlaceOS Meeting Room Logic", "Place::Meet", "System",
                Kind.LOGIC, 0, "", "Meeting room logic", new Commands<RoomLogic>()
                .user("power", (d, a) -> d.power(a.bool(0)), required("state", Schemas.bool()))
                .user("power?", (d, a) -> d.device.status("power").orElseThrow())
                .user("route", (d, a) -> d.route(a.text(0), a.json(1)),
                        required("input", Schemas.enumeration("Place::Meet::Input", INPUTS.toArray(String[]::new))),
                        optional("output", Schemas.nullable(Schemas.string()), null))
                .user("volume", (d, a) -> d.volume(a.decimal(0)), required("level", Schemas.float64()))
                .user("mute", (d, a) -> d.mute(a.bool(0)), optional("state", Schemas.bool(), true))
                .user("scene", (d, a) -> d.scene(a.text(0)), required("name", Schemas.string()))
                .user("recall", (d, a) -> d.recall(a.json(0)), required("preset", Schemas.tuple(
                        "input", Schemas.string(), "scene", Schemas.string(), "volume", Schemas.float64())))
                .user("state?", (d, a) -> d.device.status("state").orElseThrow())
                .support("resync", (d, a) -> d.poll())
                .admin("reload_settings", (d, a) -> d.reload(a.json(0)),
                        optional("overrides", Schemas.anyJson(), Json.object()))
                .list(), RoomLogic::new);
    }

    @Override
    public void begin() {
        boolean busy = device.peers("Bookings").stream().anyMatch(RoomLogic::busy);
        device.publish("name", device.roomName());
        device.publish("power", busy);
        device.publish("state", busy ? "on" : "off");
        device.publish("input", device.peers("Display").stream()
                .flatMap(display -> display.status("input").stream())
                .findFirst().orElse(Json.of(INPUTS.getFirst())));
        device.publish("inputs", INPUTS);
        device.publish("outputs", device.peers("Display").stream().map(Peer::slug).toList());
        device.publish("scene", busy ? "video_call" : "off");
        device.publish("volume", 40.0);
        device.publish("mute", !busy);
        device.publish("people", 0);
        device.publish("in_use", busy);
        device.publish("help", Json.object("title", "Need a hand?", "phone", "+49 30 555 0142",
                "hours", Json.object("from", 7, "to", 19)));
        if (busy) {
            call("Lighting", "scene", "video_call", 0);
        }
        device.watch("PeopleCount", "people_count", (sensor, count) -> {
            device.publish("people", count.asInt(0));
            use();
        });
        device.watch("Bookings", "status", (bookings, status) -> bookingChanged(status.asString("")));
        device.watch("Display", "connected", (display, answers) -> {
            if (answers.asBoolean(false)) {
                // whatever it missed while it was away
                device.status("power").ifPresent(on -> display.call("power", List.of(on)));
            } else {
                device.warn(display.slug() + " does not answer");
            }
        });
        device.watch("Display", "power", (display, on) ->
                device.debug("%s power is %s".formatted(display.slug(), on)));
        device.every(Duration.ofSeconds(4), this::poll);
    }

    private static boolean busy(Peer bookings) {
        return bookings.status("status").filter(Json.of("busy")::equals).isPresent();
    }

    private void bookingChanged(String status) {
        use();
        boolean on = device.status("power").map(JsonNode::asBoolean).orElse(false);
        if (status.equals("busy") && !on) {
            device.info("a booking begins, switching the room on");
            power(true);
        } else if (status.equals("free") && on) {
            device.info("the booking is over, switching the room off");
            power(false);
        }
    }

    private void use() {
        boolean people = device.status("people").map(count -> count.asInt(0) > 0).orElse(false);
        device.publish("in_use", people || device.peers("Bookings").stream().anyMatch(RoomLogic::busy));
    }

    private boolean power(boolean on) {
        String aim = on ? "starting" : "stopping";
        int change = ++powerChanges;
        device.log(Level.NOTICE, "power " + (on ? "on" : "off"));
        device.debug("calling Display.power(%s), Lighting.scene, Blinds, Mixer, Camera".formatted(on));
        device.publish("power", on);
        device.publish("state", aim);
        call("Display", "power", on);
        if (on) {
            route(device.status("input").map(JsonNode::asString).orElse(INPUTS.getFirst()), Json.of(null));
        }
        scene(on ? "video_call" : "off");
        call("Blinds", "position", on ? 60 : 0);
        mute(!on);
        call("Camera", "recall", "wide");
        device.after(on ? Display.WARM_UP : SHUT_DOWN, () -> {
            if (change == powerChanges) {
                device.publish("state", on ? "on" : "off");
                device.info("room is " + (on ? "ready" : "off"));
            }
        });
        device.after(Display.WARM_UP.plus(SETTLE), () -> {
            if (change == powerChanges) {
                checkDisplays(on);
            }
        });
        return on;
    }

    private void checkDisplays(boolean on) {
        for (Peer display : device.peers("Display")) {
            boolean answers = display.status("connected").equals(Optional.of(Json.of(true)));
            if (!answers || !display.status("power").equals(Optional.of(Json.of(on)))) {
                device.log(Level.ERROR, "%s should be %s\n  power: %s\n  connected: %s".formatted(display.slug(),
                        on ? "on" : "off", display.status("power").orElse(Json.of(null)),
                        display.status("connected").orElse(Json.of(null))));
            }
        }
    }

    private String route(String input, JsonNode output) {
        device.info("input " + input + " to " + (output.isNull() ? "all outputs" : output.asString()));
        device.peers("Display").stream()
                .filter(display -> output.isNull() || display.slug().equals(output.asString()))
                .forEach(display -> display.call("switch_to", List.of(input)));
        device.publish("input", input);
        return input;
    }

    private double volume(double level) {
        if (level < 0 || level > 100) {
            throw DriverError.argument("volume " + level + " is not within 0 and 100");
        }
        call("Display", "volume", level);
        call("Mixer", "fader", "main", Math.round(level * 0.6 - 48) / 1.0);
        device.publish("volume", level);
        return level;
    }

    private boolean mute(boolean state) {
        call("Mixer", "mute", state);
        device.publish("mute", state);
        return state;
    }

    private String scene(String name) {
        call("Lighting", "scene", name);
        device.publish("scene", name);
        return name;
    }

    private boolean recall(JsonNode preset) {
        route(preset.path("input").asString(), Json.of(null));
        scene(preset.path("scene").asString());
        volume(preset.path("volume").asDouble());
        return true;
    }

    private boolean reload(JsonNode overrides) {
        device.log(Level.NOTICE, "settings reloaded with " + overrides);
        return true;
    }

    private boolean poll() {
        device.debug("state %s, input %s, %d people".formatted(
                device.status("state").map(JsonNode::asString).orElse("unknown"),
                device.status("input").map(JsonNode::asString).orElse("none"),
                device.status("people").map(JsonNode::asInt).orElse(0)));
        return true;
    }

    private void call(String module, String function, @Nullable Object... args) {
        device.peers(module).forEach(peer -> peer.call(function, List.of(args)));
    }
}

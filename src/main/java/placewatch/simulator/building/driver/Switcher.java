package placewatch.simulator.building.driver;

import static placewatch.simulator.building.driver.Parameter.optional;
import static placewatch.simulator.building.driver.Parameter.required;

import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// An Extron matrix: follows the inputs that the room's displays show.
final class Switcher implements Behaviour {
    private static final int INPUTS = 8;
    private static final int OUTPUTS = 4;
    private static final List<String> SOURCES = List.of(
            "Lectern PC", "Table HDMI", "Table USB-C", "Wireless", "Camera", "Codec", "Signage", "Spare");
    private static final List<String> DISPLAY_INPUTS = List.of("hdmi1", "hdmi2", "display_port", "ops");
    private final Device device;
    private final int[] routes = {1, 1, 2, 0};
    private final Walk temperature = new Walk(38, 30, 60, 0.5);
    private final Walk fan = new Walk(2400, 1800, 4200, 30);

    Switcher(Device device) {
        this.device = device;
    }

    static Driver<Switcher> driver() {
        return new Driver<>("driver-ExtronSIS", "Extron SIS Switcher", "Extron::Matrix", "Switcher",
                Kind.DEVICE, 23, "", "Extron matrix switchers over the Simple Instruction Set", new Commands<Switcher>()
                .user("switch_to", (d, a) -> d.switchTo(a.number(0)), required("input", Schemas.int32()))
                .user("switch", (d, a) -> d.switchMap(a.json(0)), required("map", Json.object(
                        "type", "object", "title", "Hash(Int32, Array(Int32))",
                        "additionalProperties", Schemas.array(Schemas.int32()))))
                .user("mute", (d, a) -> d.mute(a.bool(0), a.json(1)), optional("state", Schemas.bool(), true),
                        optional("output", Schemas.nullable(Schemas.int32()), null))
                .user("unmute", (d, a) -> d.mute(false, a.json(0)),
                        optional("output", Schemas.nullable(Schemas.int32()), null))
                .user("routes?", (d, a) -> d.device.status("outputs").orElseThrow())
                .user("query_signals", (d, a) -> d.device.status("signals").orElseThrow())
                .support("reboot", (d, a) -> d.reboot())
                .admin("factory_reset", (d, a) -> d.switchTo(1))
                .list(), Switcher::new);
    }

    @Override
    public void begin() {
        for (int output = 1; output <= OUTPUTS; output++) {
            device.publish("output_" + output, routes[output - 1]);
        }
        publishRoutes();
        device.publish("inputs", SOURCES);
        publishSignals(3);
        device.publish("video_mute", false);
        device.publish("firmware", "2.07.0001-b003");
        device.publish("part_number", "60-1493-01");
        device.publish("temperature", temperature.value());
        device.publish("fan_rpm", (int) fan.value());
        device.watch("Display", "input", (display, input) -> follow(display.index(), input));
        device.every(Duration.ofSeconds(3), this::poll);
        device.every(Duration.ofSeconds(8), this::measure);
    }

    private void follow(int display, JsonNode input) {
        int source = DISPLAY_INPUTS.indexOf(input.asString("")) + 1;
        if (display <= OUTPUTS && source > 0 && routes[display - 1] != source) {
            device.info("Display_%d shows %s: input %d to output %d".formatted(
                    display, input.asString(), source, display));
            route(source, display);
            publishRoutes();
        }
    }

    private int switchTo(int input) {
        for (int output = 1; output <= OUTPUTS; output++) {
            route(input, output);
        }
        publishRoutes();
        return input;
    }

    private boolean switchMap(JsonNode map) {
        if (!map.isObject()) {
            throw DriverError.argument("map must be an object of inputs to lists of outputs, got " + map);
        }
        map.forEachEntry((input, outputs) -> {
            if (!input.matches("\\d{1,3}")) {
                throw DriverError.argument("Invalid Int32: \"" + input + "\"");
            }
            outputs.forEach(output -> route(Integer.parseInt(input), output.asInt(0)));
        });
        publishRoutes();
        return true;
    }

    private void route(int input, int output) {
        if (input < 0 || input > INPUTS || output < 1 || output > OUTPUTS) {
            throw DriverError.argument("no route from input %d to output %d".formatted(input, output));
        }
        device.debug("-> %d*%d!".formatted(input, output));
        device.debug("<- Out%d In%d All".formatted(output, input));
        routes[output - 1] = input;
        device.publish("output_" + output, input);
    }

    private void publishRoutes() {
        device.publish("outputs", Json.object("1", routes[0], "2", routes[1], "3", routes[2], "4", routes[3]));
    }

    private boolean mute(boolean state, JsonNode output) {
        device.debug("-> " + (output.isNull() ? "" : output + "*") + (state ? "1B" : "0B"));
        device.publish("video_mute", state);
        return state;
    }

    private String reboot() {
        device.log(Level.NOTICE, "rebooting");
        device.connected(false);
        device.after(Duration.ofSeconds(15), () -> {
            device.connected(true);
            device.info("connected: (c) Copyright 2023, Extron Electronics, DXP 84 HD 4K PLUS, V2.07");
        });
        return "rebooting";
    }

    private void publishSignals(int live) {
        device.publish("signals", Json.object("1", live > 0, "2", live > 1, "3", live > 2, "4", live > 3));
    }

    private void poll() {
        if (device.connected()) {
            device.debug("-> 0LS");
            device.debug("<- In00*1*1*0*0*0*0*0*0");
            if (device.random().nextInt(12) == 0) {
                publishSignals(device.random().nextInt(1, 5));
            }
        }
    }

    private void measure() {
        if (device.connected()) {
            device.publish("temperature", temperature.next(device.random(), 40));
            device.publish("fan_rpm", (int) fan.next(device.random(), 2600));
        }
    }
}

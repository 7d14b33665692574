package placewatch.simulator.building.driver;

import static placewatch.simulator.building.driver.Parameter.optional;
import static placewatch.simulator.building.driver.Parameter.required;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/// A Biamp audio processor with faders, meters and, in one room, an amplifier that is too hot.
final class Mixer implements Behaviour {
    private static final Duration REPAIR = Duration.ofMinutes(20);
    private static final int MICROPHONES = 4;
    private final Device device;
    private final Map<String, Double> faders = new LinkedHashMap<>();
    private final Walk meter = new Walk(-38, -60, -6, 1.5);
    private final Walk temperature;
    private final Walk load = new Walk(31.5, 20, 80, 0.5);

    Mixer(Device device) {
        this.device = device;
        this.temperature = new Walk(device.condition() == Condition.FAULTY ? 88.5 : 44, 35, 92, 0.5);
        faders.put("main", -12.0);
        faders.put("program", -18.0);
        faders.put("mics", -6.0);
    }

    static Driver<Mixer> driver() {
        return new Driver<>("driver-BiampTesira", "Biamp Tesira Mixer", "Biamp::Tesira", "Mixer",
                Kind.DEVICE, 23, "", "Biamp Tesira over the Tesira Text Protocol", new Commands<Mixer>()
                .user("fader", (d, a) -> d.fader(a.json(0), a.decimal(1)),
                        required("fader_id", Schemas.union(Schemas.string(), Schemas.int32())),
                        required("level", Schemas.float64()))
                .user("mute", (d, a) -> d.mute(a.bool(0)), optional("state", Schemas.bool(), true))
                .user("unmute", (d, a) -> d.mute(false))
                .user("preset", (d, a) -> d.preset(a.number(0)), required("number", Schemas.integer("UInt16")))
                .user("mute_microphones", (d, a) -> d.muteMicrophones(a.json(0), a.bool(1)),
                        required("numbers", Schemas.array(Schemas.int32())), optional("state", Schemas.bool(), true))
                .user("query_faders", (d, a) -> d.device.status("faders").orElseThrow())
                .user("fault?", (d, a) -> d.device.status("fault").isPresent())
                .support("clear_fault", (d, a) -> d.clearFault())
                .support("reboot", (d, a) -> d.clearFault())
                .admin("send_command", (d, a) -> d.raw(a.text(0)), required("command", Schemas.string()))
                .list(), Mixer::new);
    }

    @Override
    public void begin() {
        publishFaders();
        device.publish("mute_main", false);
        publishMicrophones(List.of());
        device.publish("preset", 1001);
        device.publish("level_db", meter.value());
        device.publish("dsp_load", load.value());
        device.publish("temperature", temperature.value());
        device.publish("firmware", "4.11.0.18");
        device.publish("serial", "0%07d".formatted(Math.floorMod(device.identity(), 10_000_000)));
        if (device.condition() == Condition.FAULTY) {
            device.publish("fault", "amp overheat");
            device.after(REPAIR, this::clearFault);
        }
        device.every(Duration.ofSeconds(2), this::meter);
        device.every(Duration.ofSeconds(7), this::measure);
        device.every(Duration.ofSeconds(4), this::poll);
    }

    private JsonNode fader(JsonNode id, double level) {
        String name = id.isNumber() ? nth(id.asInt()) : id.asString();
        if (!faders.containsKey(name)) {
            throw DriverError.argument("no fader " + id);
        }
        if (level < -100 || level > 12) {
            throw DriverError.argument("level " + level + " is not within -100 and 12 dB");
        }
        faders.put(name, level);
        device.debug("-> Fader_" + name + " set level 1 " + level);
        device.debug("<- +OK");
        publishFaders();
        return Json.of(level);
    }

    private String nth(int number) {
        return faders.keySet().stream().skip(Math.max(0, number - 1L)).findFirst().orElse("");
    }

    private void publishFaders() {
        device.publish("fader_main", faders.get("main"));
        device.publish("faders", faders);
    }

    private boolean mute(boolean state) {
        device.debug("-> Mute_main set mute 1 " + state);
        device.publish("mute_main", state);
        device.info(state ? "muted" : "unmuted");
        return state;
    }

    private int preset(int number) {
        device.info("preset " + number + " recalled");
        device.publish("preset", number);
        return number;
    }

    private boolean muteMicrophones(JsonNode numbers, boolean state) {
        List<Integer> muted = state ? numbers.values().stream().map(JsonNode::asInt).toList() : List.of();
        publishMicrophones(muted);
        return state;
    }

    private void publishMicrophones(List<Integer> muted) {
        device.publish("microphones", IntStream.rangeClosed(1, MICROPHONES)
                .mapToObj(n -> Json.object(
                        "id", n, "name", "Ceiling " + n, "muted", muted.contains(n), "gain_db", 24.0))
                .toList());
    }

    private boolean clearFault() {
        if (device.status("fault").isPresent()) {
            device.publish("fault", null);
            device.log(Level.NOTICE, "fault cleared");
        }
        return true;
    }

    private String raw(String command) {
        device.debug("-> " + command);
        device.debug("<- +OK");
        return "+OK";
    }

    private void meter() {
        boolean muted = device.status("mute_main").map(JsonNode::asBoolean).orElse(false);
        device.publish("level_db", muted ? -60.0 : meter.next(device.random(), -34));
    }

    private void measure() {
        boolean hot = device.status("fault").isPresent();
        device.publish("temperature", temperature.next(device.random(), hot ? 88 : 44));
        device.publish("dsp_load", load.next(device.random(), 32));
        if (hot) {
            device.log(Level.ERROR, "amp overheat\n  channel 3: 88 °C, limit 85 °C\n  output reduced by 6 dB");
        }
    }

    private void poll() {
        device.debug("-> Level1 get levels");
        device.debug("<- +OK \"value\":[%s -60.0 -60.0 -41.5]".formatted(
                device.status("level_db").map(JsonNode::toString).orElse("")));
    }
}

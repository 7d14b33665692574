package placewatch.simulator.building.driver;

import static placewatch.simulator.building.driver.Parameter.optional;
import static placewatch.simulator.building.driver.Parameter.required;

import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A Samsung display: warms up in six seconds, cools down in four.
final class Display implements Behaviour {
    static final Duration WARM_UP = Duration.ofSeconds(6);
    private static final Duration COOL_DOWN = Duration.ofSeconds(4);
    private static final List<String> INPUTS = List.of("hdmi1", "hdmi2", "display_port", "ops");
    private static final int[] INPUT_CODES = {0x21, 0x23, 0x25, 0x61};
    private static final double IDLE_DEGREES = 27;
    private static final double WORKING_DEGREES = 42;
    private final Device device;
    private final Timetable timetable;
    private final DisplayLink link;
    private final Walk temperature;
    private boolean wanted;
    private int powerChanges;
    private int inputChanges;

    Display(Device device, Timetable timetable) {
        this.device = device;
        this.timetable = timetable;
        this.wanted = device.peers("Bookings").stream()
                .anyMatch(bookings -> bookings.status("status").filter(Json.of("busy")::equals).isPresent());
        this.link = new DisplayLink(device, this::poll);
        this.temperature = new Walk(wanted ? WORKING_DEGREES : IDLE_DEGREES, 22, 68, 0.5);
    }

    static Driver<Display> driver() {
        Timetable timetable = new Timetable();
        return new Driver<>("driver-SamsungMDC", "Samsung MDC Display", "Samsung::Displays::MDCProtocol", "Display",
                Kind.DEVICE, 1515, "", "Samsung large format displays over MDC", new Commands<Display>()
                .user("power", (d, a) -> d.power(a.bool(0)), required("state", Schemas.bool()))
                .user("power?", (d, a) -> d.query("power", MdcFrame.POWER))
                .user("switch_to", (d, a) -> d.switchTo(a.text(0), a.number(1)),
                        required("input", inputs()), optional("ramp_seconds", Schemas.int32(), 0))
                .user("input?", (d, a) -> d.query("input", MdcFrame.INPUT))
                .user("volume", (d, a) -> d.volume(a.decimal(0)), required("level", Schemas.float64()))
                .user("volume?", (d, a) -> d.query("volume", MdcFrame.VOLUME))
                .user("mute", (d, a) -> d.mute(a.bool(0)), optional("state", Schemas.bool(), true))
                .user("unmute", (d, a) -> d.mute(false))
                .user("mute?", (d, a) -> d.query("mute", MdcFrame.MUTE))
                .user("brightness", (d, a) -> d.brightness(a.number(0)), required("percent", Schemas.int32()))
                .user("do_poll", (d, a) -> d.poll())
                .support("reboot", (d, a) -> d.reboot())
                .support("firmware_update", (d, a) -> d.updateFirmware(a.json(0)),
                        optional("version", Schemas.nullable(Schemas.string()), null))
                .admin("factory_reset", (d, a) -> d.factoryReset(), required("sure", Schemas.bool()))
                .list(), device -> new Display(device, timetable));
    }

    private static ObjectNode inputs() {
        return Schemas.enumeration("Samsung::Displays::MDCProtocol::Input", INPUTS.toArray(String[]::new));
    }

    @Override
    public void begin() {
        device.publish("power", wanted);
        device.publish("warming", false);
        device.publish("volume", 30.0 + device.random().nextInt(6) * 4);
        device.publish("mute", false);
        device.publish("input", INPUTS.get(device.random().nextInt(2)));
        device.publish("inputs", INPUTS);
        device.publish("brightness", 70);
        device.publish("temperature", temperature.value());
        device.publish("model", "QM75C");
        device.publish("serial", "0Z9KHNAW%06d".formatted(Math.floorMod(device.identity(), 1_000_000)));
        device.publish("firmware", "T-GFSLE2AKUC-2120.6");
        device.publish("edid", "00FFFFFFFFFFFF004C2D" + "%016X".formatted(device.identity()) + "01030E8047287800");
        device.publish("schedule", timetable.at(device.now(), device.timezone()));
        device.every(Duration.ofSeconds(5), this::measure);
        device.every(Duration.ofSeconds(4), this::poll);
        link.begin();
    }

    private boolean power(boolean on) {
        send(MdcFrame.POWER, on ? 1 : 0);
        if (on == wanted) {
            return on;
        }
        wanted = on;
        int change = ++powerChanges;
        if (on) {
            device.info("power on, warming up (%d s)".formatted(WARM_UP.toSeconds()));
            device.publish("warming", true);
            if (device.random().nextInt(4) == 0) {
                device.after(Duration.ofMillis(1200), this::sendPowerAgain);
            }
            device.after(WARM_UP, () -> settlePower(change));
        } else {
            device.info("power off, cooling down (%d s)".formatted(COOL_DOWN.toSeconds()));
            device.publish("warming", false);
            device.publish("power", false);
            device.after(COOL_DOWN, () -> settlePower(change));
        }
        return on;
    }

    private void sendPowerAgain() {
        device.warn("no ack after 1200 ms, sending again");
        send(MdcFrame.POWER, 1);
    }

    private void settlePower(int change) {
        if (change != powerChanges) {
            return;
        }
        if (wanted) {
            device.publish("warming", false);
            device.publish("power", true);
            device.publish("lamp_hours", lampHours());
            device.info("power is on, input is " + device.status("input").map(JsonNode::asString).orElse("unknown"));
        } else {
            device.info("panel is off");
        }
    }

    private long lampHours() {
        return device.status("lamp_hours").map(hours -> hours.asLong() + 1)
                .orElse(1000 + Math.floorMod(device.identity(), 4000L));
    }

    private String switchTo(String input, int rampSeconds) {
        if (rampSeconds < 0 || rampSeconds > 60) {
            throw DriverError.argument("ramp_seconds " + rampSeconds + " is not within 0 and 60");
        }
        send(MdcFrame.INPUT, INPUT_CODES[INPUTS.indexOf(input)]);
        device.info("input → " + input);
        int change = ++inputChanges;
        if (rampSeconds == 0) {
            device.publish("input", input);
        } else {
            device.after(Duration.ofSeconds(rampSeconds), () -> {
                if (change == inputChanges) {
                    device.publish("input", input);
                    device.info("input is " + input);
                }
            });
        }
        return input;
    }

    private double volume(double level) {
        String shown = level == Math.rint(level) ? String.valueOf((long) level) : String.valueOf(level);
        if (level > 100) {
            throw DriverError.argument("volume " + shown + " is above 100");
        }
        if (level < 0) {
            throw DriverError.argument("volume " + shown + " is below 0");
        }
        send(MdcFrame.VOLUME, (int) level);
        device.publish("volume", level);
        return level;
    }

    private boolean mute(boolean state) {
        send(MdcFrame.MUTE, state ? 1 : 0);
        device.publish("mute", state);
        return state;
    }

    private int brightness(int percent) {
        if (percent < 0 || percent > 100) {
            throw DriverError.argument("brightness " + percent + " is not within 0 and 100");
        }
        send(MdcFrame.BRIGHTNESS, percent);
        device.publish("brightness", percent);
        return percent;
    }

    private JsonNode query(String key, int command) {
        device.debug("-> " + MdcFrame.command(command));
        return device.status(key).orElse(Json.of(null));
    }

    private String reboot() {
        device.log(Level.NOTICE, "rebooting");
        link.drop(Duration.ofSeconds(20));
        return "rebooting";
    }

    private String updateFirmware(JsonNode version) {
        String wished = version.isNull() ? "T-GFSLE2AKUC-2130.1" : version.asString();
        device.log(Level.NOTICE, "firmware update to " + wished + ", this takes a minute");
        device.after(Duration.ofSeconds(60), () -> {
            device.publish("firmware", wished);
            device.info("firmware is " + wished);
        });
        return wished;
    }

    private boolean factoryReset() {
        device.log(Level.NOTICE, "factory reset");
        device.publish("volume", 20.0);
        device.publish("mute", false);
        device.publish("brightness", 100);
        device.publish("input", INPUTS.getFirst());
        return true;
    }

    private void measure() {
        if (device.connected()) {
            device.publish("temperature",
                    temperature.next(device.random(), wanted ? WORKING_DEGREES : IDLE_DEGREES));
        }
    }

    private boolean poll() {
        if (!device.connected()) {
            return false;
        }
        device.debug("-> " + MdcFrame.command(MdcFrame.STATUS));
        int on = wanted ? 1 : 0;
        String answer = MdcFrame.acknowledgement(MdcFrame.STATUS, on, 0x1E, 0, 0x21, 1, 0, 0);
        if (device.random().nextInt(120) == 0) {
            device.log(Level.ERROR, "checksum mismatch: expected 56, got 5E\n  frame " + answer
                    + "\n  16 bytes left in buffer\n  asking again");
        } else {
            device.debug("<- " + answer);
        }
        return true;
    }

    private void send(int command, int data) {
        device.debug("-> " + MdcFrame.command(command, data));
        device.debug("<- " + MdcFrame.acknowledgement(command, data));
    }
}

package placewatch.simulator.building.driver;

import static placewatch.simulator.building.driver.Parameter.optional;
import static placewatch.simulator.building.driver.Parameter.required;

import java.time.Duration;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/// Somfy blinds: 0 % is open, 100 % closed; they take a second for ten percent.
final class Blinds implements Behaviour {
    private static final Duration STEP = Duration.ofMillis(500);
    private static final int STRIDE = 5;
    private final Device device;
    private int position;
    private int target;
    private boolean moving;

    Blinds(Device device) {
        this.device = device;
    }

    static Driver<Blinds> driver() {
        return new Driver<>("driver-SomfySDN", "Somfy Blinds", "Somfy::SDN", "Blinds",
                Kind.DEVICE, 4999, "", "Somfy motors over the Digital Network", new Commands<Blinds>()
                .user("open", (d, a) -> d.move(0))
                .user("close", (d, a) -> d.move(100))
                .user("stop", (d, a) -> d.move(d.position))
                .user("position", (d, a) -> d.move(a.number(0)), required("percent", Schemas.int32()))
                .user("position?", (d, a) -> d.position)
                .user("tilt", (d, a) -> d.tilt(a.number(0)), required("degrees", Schemas.integer("Int16")))
                .user("sun_protection", (d, a) -> d.protect(a.bool(0)), optional("state", Schemas.bool(), true))
                .support("calibrate", (d, a) -> d.calibrate())
                .admin("factory_reset", (d, a) -> d.calibrate())
                .list(), Blinds::new);
    }

    @Override
    public void begin() {
        position = 20 * device.random().nextInt(3);
        target = position;
        publishPosition();
        device.publish("moving", false);
        device.publish("target", target);
        device.publish("tilt", 0);
        device.publish("sun_protection", false);
        device.publish("wind_alarm", false);
        device.publish("motors", IntStream.rangeClosed(1, 3)
                .mapToObj(n -> Json.object("id", n, "node", "06.%02X.A4".formatted(n * 17), "ok", true))
                .toList());
        device.every(Duration.ofSeconds(5), () -> {
            device.debug("-> F3 F0 A4 51 06 FF FF FF 04 DB");
            device.debug("<- position %d %%".formatted(position));
        });
    }

    private int move(int percent) {
        if (percent < 0 || percent > 100) {
            throw DriverError.argument("percent " + percent + " is not within 0 and 100");
        }
        target = percent;
        device.publish("target", target);
        if (!moving && position != target) {
            moving = true;
            device.info("moving from %d %% to %d %%".formatted(position, target));
            device.publish("moving", true);
            device.after(STEP, this::step);
        }
        return percent;
    }

    private void step() {
        position += Math.clamp(target - position, -STRIDE, STRIDE);
        publishPosition();
        if (position == target) {
            moving = false;
            device.publish("moving", false);
            device.info("stopped at %d %%".formatted(position));
        } else {
            device.after(STEP, this::step);
        }
    }

    private void publishPosition() {
        device.publish("position", position);
        device.publish("state", position == 0 ? "open" : position == 100 ? "closed" : "partly");
    }

    private JsonNode tilt(int degrees) {
        device.publish("tilt", Math.clamp(degrees, -90, 90));
        return device.status("tilt").orElseThrow();
    }

    private boolean protect(boolean state) {
        device.publish("sun_protection", state);
        move(state ? 80 : 0);
        return state;
    }

    private boolean calibrate() {
        device.log(Level.NOTICE, "calibrating");
        move(0);
        return true;
    }
}

package placewatch.simulator.building.driver;

import static placewatch.simulator.building.driver.Parameter.optional;

import java.time.Duration;
import tools.jackson.databind.JsonNode;

/// Measures the air: CO₂ follows the people in the room.
final class EnvironmentSensor implements Behaviour {
    private final Device device;
    private final Walk temperature;
    private final Walk humidity;
    private final Walk co2 = new Walk(560, 400, 2400, 4);
    private final Walk tvoc = new Walk(110, 10, 900, 2);
    private final Walk dust = new Walk(6.5, 0, 80, 0.1);
    private int people;

    EnvironmentSensor(Device device) {
        this.device = device;
        this.temperature = new Walk(20.5 + device.random().nextInt(30) / 10.0, 17, 29, 0.1);
        this.humidity = new Walk(38 + device.random().nextInt(12), 20, 70, 0.5);
    }

    static Driver<EnvironmentSensor> driver() {
        return new Driver<>("driver-KaiterraSE", "Kaiterra Environment Sensor", "Kaiterra::SensedgeMini",
                "Environment", Kind.DEVICE, 443, "", "Air quality sensors", new Commands<EnvironmentSensor>()
                .user("temperature?", (d, a) -> d.temperature.value())
                .user("co2?", (d, a) -> (int) d.co2.value())
                .user("refresh", (d, a) -> d.measure())
                .support("calibrate", (d, a) -> d.calibrate(a.number(0)),
                        optional("co2_ppm", Schemas.integer("UInt16"), 400))
                .admin("factory_reset", (d, a) -> d.calibrate(400))
                .list(), EnvironmentSensor::new);
    }

    @Override
    public void begin() {
        device.publish("temperature", temperature.value());
        device.publish("humidity", humidity.value());
        publishAir();
        device.publish("unit", "°C");
        device.publish("battery", 100 - device.random().nextInt(30));
        device.publish("firmware", "2.4.0");
        device.watch("PeopleCount", "people_count", (sensor, count) -> people = count.asInt(0));
        device.every(Duration.ofSeconds(6), this::measure);
    }

    private boolean measure() {
        device.debug("GET /v1/devices/%06x/top".formatted(device.identity() & 0xFFFFFF));
        temperature.next(device.random(), 21.5 + Math.min(people, 10) * 0.2);
        humidity.next(device.random(), 42);
        co2.next(device.random(), 450 + Math.min(people, 20) * 55.0);
        tvoc.next(device.random(), 120);
        dust.next(device.random(), 7);
        device.publish("temperature", temperature.value());
        device.publish("humidity", humidity.value());
        publishAir();
        return true;
    }

    private void publishAir() {
        int ppm = (int) co2.value();
        device.publish("co2", ppm);
        device.publish("tvoc", (int) tvoc.value());
        device.publish("pm25", dust.value());
        String quality = ppm < 800 ? "good" : ppm < 1200 ? "fair" : "poor";
        if (!device.status("air_quality").map(JsonNode::asString).orElse(quality).equals(quality)) {
            device.log(Level.NOTICE, "air is " + quality + ", CO₂ " + ppm + " ppm");
        }
        device.publish("air_quality", quality);
    }

    private int calibrate(int ppm) {
        device.log(Level.NOTICE, "calibrating to " + ppm + " ppm");
        return ppm;
    }
}

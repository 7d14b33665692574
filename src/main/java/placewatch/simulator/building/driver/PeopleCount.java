package placewatch.simulator.building.driver;

import static placewatch.simulator.building.driver.Parameter.optional;

import java.time.Duration;

/// Counts people: they gather while a booking runs, and leave when it is over; a lobby or a phone booth has a
/// coming and going of its own.
final class PeopleCount implements Behaviour {
    private final Device device;
    private final boolean booked;
    private int people;
    private int expected;
    private int most;

    PeopleCount(Device device) {
        this.device = device;
        this.booked = !device.peers("Bookings").isEmpty();
    }

    static Driver<PeopleCount> driver() {
        return new Driver<>("driver-VergeSense", "VergeSense People Count", "VergeSense::RoomSensor", "PeopleCount",
                Kind.DEVICE, 443, "", "Ceiling sensors that count people", new Commands<PeopleCount>()
                .user("people_count?", (d, a) -> d.people)
                .user("presence?", (d, a) -> d.people > 0)
                .user("refresh", (d, a) -> d.refresh())
                .support("reset_count", (d, a) -> d.reset(a.number(0)), optional("to", Schemas.integer("UInt16"), 0))
                .admin("factory_reset", (d, a) -> d.reset(0))
                .list(), PeopleCount::new);
    }

    @Override
    public void begin() {
        device.publish("capacity", device.capacity());
        device.publish("battery", 100 - device.random().nextInt(40));
        device.publish("signal_dbm", -52 - device.random().nextInt(20));
        device.publish("firmware", "1.9.4");
        device.publish("mac", "70:b3:d5:%02x:%02x:%02x".formatted(device.identity() & 0xFF,
                device.identity() >> 8 & 0xFF, device.identity() >> 16 & 0xFF));
        if (booked) {
            expected = attending();
        } else {
            wander();
        }
        people = expected;
        publishCount();
        device.watch("Bookings", "current_booking", (bookings, booking) -> expected = attending());
        device.every(Duration.ofSeconds(8), this::refresh);
    }

    private int attending() {
        return device.peers("Bookings").stream()
                .flatMap(bookings -> bookings.status("current_booking").stream())
                .mapToInt(booking -> Math.min(booking.path("expected").asInt(0), device.capacity()))
                .findFirst().orElse(0);
    }

    private void wander() {
        expected = device.random().nextInt(0, Math.max(2, device.capacity() / 2));
    }

    private boolean refresh() {
        device.debug("GET /spaces/people → " + people);
        if (!booked && device.random().nextInt(10) == 0) {
            wander();
        }
        if (people != expected) {
            people += Integer.signum(expected - people) * Math.min(Math.abs(expected - people),
                    device.random().nextInt(1, 4));
        } else if (booked && expected > 2 && device.random().nextInt(6) == 0) {
            people += device.random().nextBoolean() && people < device.capacity() ? 1 : -1;
        }
        publishCount();
        return true;
    }

    private void publishCount() {
        most = Math.max(most, people);
        device.publish("people_count", people);
        device.publish("presence", people > 0);
        device.publish("max_today", most);
        device.publish("areas", Json.object("table", people - people / 4, "standing", people / 4));
        if (people > 0) {
            device.publish("last_motion", device.now().getEpochSecond());
        }
    }

    private int reset(int to) {
        device.log(Level.NOTICE, "count set to " + to);
        people = to;
        most = to;
        publishCount();
        return to;
    }
}

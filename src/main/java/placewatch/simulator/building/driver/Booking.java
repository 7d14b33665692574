package placewatch.simulator.building.driver;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/// A booking of a room.
///
/// @param expected  people
record Booking(String id, String title, String host, int expected, Instant starting, Instant ending) {

    boolean runsAt(Instant moment) {
        return !starting.isAfter(moment) && ending.isAfter(moment);
    }

    Booking endingAt(Instant moment) {
        return new Booking(id, title, host, expected, starting, moment);
    }

    /// Times are Unix seconds.
    JsonNode json() {
        String handle = host.toLowerCase(Locale.ROOT).replace(' ', '.');
        return Json.object(
                "id", id,
                "title", title,
                "host", host,
                "host_email", handle + "@demo.placewatch.example",
                "starting", starting.getEpochSecond(),
                "ending", ending.getEpochSecond(),
                "expected", expected,
                "private", title.isEmpty(),
                "tags", List.of());
    }
}

package placewatch.simulator.building;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static placewatch.simulator.building.FrozenHouse.answer;
import static placewatch.simulator.building.FrozenHouse.exec;
import static placewatch.simulator.building.FrozenHouse.value;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BookingsTest {
    private final FrozenHouse house = new FrozenHouse();
    private final DemoModule bookings = house.boardroom("Bookings_1");

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void statusAndCurrentBookingRollWithTheClockForADayAndANight() {
        Observed observed = new Observed(house.building());
        for (int quarter = 0; quarter < 30 * 4; quarter++) {
            long now = house.building().now().getEpochSecond();
            Optional<JsonNode> running = all().stream()
                    .filter(booking -> booking.path("starting").asLong() <= now
                            && now < booking.path("ending").asLong())
                    .findFirst();
            assertThat(bookings.status("current_booking")).isEqualTo(running);
            assertThat(value(bookings, "status")).isEqualTo(running.isPresent() ? "\"busy\"" : "\"free\"");
            bookings.status("next_booking").ifPresent(next ->
                    assertThat(next.path("starting").asLong()).isGreaterThan(now));
            house.advance(Duration.ofMinutes(15));
        }
        assertThat(observed.values(bookings, "status")).contains("\"busy\"", "\"free\"").hasSizeGreaterThan(6);
        assertThat(observed.values(bookings, "current_booking")).contains("null");
    }

    @Test
    void peopleGatherWhileABookingRunsAndLeaveAfterIt() {
        DemoModule count = house.boardroom("PeopleCount_1");
        goTo("starting");
        long expected = bookings.status("current_booking").orElseThrow().path("expected").asLong();
        house.seconds(150);
        assertThat(Long.parseLong(value(count, "people_count"))).isBetween(1L, expected + 3);
        assertThat(value(house.boardroom("System_1"), "in_use")).isEqualTo("true");
        assertThat(value(house.boardroom("Camera_1"), "presence")).isEqualTo("true");
        answer(bookings, "end_meeting");
        house.seconds(150);
        assertThat(value(count, "people_count")).isEqualTo("0");
        assertThat(value(house.boardroom("System_1"), "in_use")).isEqualTo("false");
    }

    @Test
    void aBookingThatBeginsSwitchesTheRoomOnAndItsEndOff() {
        DemoModule system = house.boardroom("System_1");
        answer(bookings, "end_meeting");
        house.seconds(10);
        answer(bookings, "book_now", 5, "Quick one");
        house.seconds(10);
        assertThat(value(system, "state")).isEqualTo("\"on\"");
        house.advance(Duration.ofMinutes(5));
        assertThat(value(system, "state")).isEqualTo("\"off\"");
    }

    @Test
    void aRoomIsNotBookedTwice() {
        answer(bookings, "end_meeting");
        JsonNode booked = answer(bookings, "book_now", 2);
        assertThat(booked.path("title").asString()).isEqualTo("Ad-hoc");
        assertThat(bookings.status("current_booking")).contains(booked);
        assertThatThrownBy(() -> exec(bookings, "book_now", 2).join())
                .hasRootCauseMessage(
                        "module raised: the room is booked for \"Ad-hoc\" (PlaceCalendar::Conflict)");
        answer(bookings, "cancel", booked.path("id").asString());
        assertThat(value(bookings, "status")).isEqualTo("\"free\"");
    }

    /// Moves the clock to the moment at which the next booking starts.
    private void goTo(String edge) {
        Instant moment = Instant.ofEpochSecond(
                bookings.status("next_booking").orElseThrow().path(edge).asLong());
        house.advance(Duration.between(house.building().now(), moment));
    }

    private List<JsonNode> all() {
        return List.copyOf(bookings.status("bookings").orElseThrow().values());
    }
}

package placewatch.simulator.building.driver;

import static placewatch.simulator.building.driver.Parameter.optional;
import static placewatch.simulator.building.driver.Parameter.required;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A room's calendar, which rolls with the clock.
final class Bookings implements Behaviour {
    private final Device device;
    private final Diary diary;
    private final List<Booking> bookings = new ArrayList<>();
    private LocalDate day = LocalDate.MIN;
    private Optional<Booking> current = Optional.empty();
    private int plans;
    private int made;

    Bookings(Device device) {
        this.device = device;
        this.diary = new Diary(device.identity(), device.capacity(), device.timezone());
    }

    static Driver<Bookings> driver() {
        return new Driver<>("driver-GoogleCal", "Google Calendar Bookings", "Place::Bookings", "Bookings",
                Kind.SERVICE, 0, "https://www.googleapis.com/calendar/v3", "Room calendars", new Commands<Bookings>()
                .user("book_now", (d, a) -> d.bookNow(a.number(0), a.text(1)),
                        optional("minutes", Schemas.int32(), 30), optional("title", Schemas.string(), "Ad-hoc"))
                .user("make_booking", (d, a) -> d.make(a.json(0).asLong(), a.json(1).asLong(), a.text(2), a.json(3)),
                        required("starting", Schemas.integer("Int64")), required("ending", Schemas.integer("Int64")),
                        optional("title", Schemas.string(), "Meeting"),
                        optional("host", Schemas.nullable(Schemas.string()), null))
                .user("end_meeting", (d, a) -> d.endMeeting())
                .user("extend", (d, a) -> d.extend(a.number(0)), optional("minutes", Schemas.int32(), 15))
                .user("cancel", (d, a) -> d.cancel(a.text(0)), required("id", Schemas.string()))
                .user("checkin", (d, a) -> d.checkIn(), optional("state", Schemas.bool(), true))
                .user("booked?", (d, a) -> d.current.isPresent())
                .user("poll_events", (d, a) -> d.poll())
                .support("reset_cache", (d, a) -> d.reset())
                .list(), Bookings::new);
    }

    @Override
    public void begin() {
        device.publish("room_name", device.roomName());
        device.publish("calendar", "room-%x@resource.demo.placewatch.example".formatted(device.identity()));
        device.publish("timezone", device.timezone().getId());
        device.publish("default_title", "Ad-hoc");
        device.publish("checked_in", false);
        roll();
        device.every(Duration.ofSeconds(5), this::poll);
    }

    /// Brings what is published up to the clock, and comes back at the next start, end or midnight.
    private void roll() {
        Instant now = device.now();
        LocalDate today = LocalDate.ofInstant(now, device.timezone());
        if (!today.equals(day)) {
            day = today;
            bookings.removeIf(booking -> !booking.ending().isAfter(now));
            bookings.addAll(diary.on(today));
        }
        bookings.sort(Comparator.comparing(Booking::starting));
        Optional<Booking> before = current;
        current = bookings.stream().filter(booking -> booking.runsAt(now)).findFirst();
        publish(now);
        if (!current.map(Booking::id).equals(before.map(Booking::id))) {
            device.publish("checked_in", false);
            before.ifPresent(booking -> device.info("\"" + booking.title() + "\" is over"));
            current.ifPresent(booking -> device.info(
                    "\"%s\" by %s, until %s".formatted(booking.title(), booking.host(),
                            booking.ending().atZone(device.timezone()).toLocalTime())));
        }
        int plan = ++plans;
        device.after(Duration.between(now, nextBoundary(now)), () -> {
            if (plan == plans) {
                roll();
            }
        });
    }

    private void publish(Instant now) {
        device.publish("bookings", bookings.stream().map(Booking::json).toList());
        device.publish("current_booking", current.map(Booking::json).orElse(null));
        device.publish("next_booking", bookings.stream().filter(booking -> booking.starting().isAfter(now))
                .findFirst().map(Booking::json).orElse(null));
        device.publish("booked", current.isPresent());
        device.publish("status", current.isPresent() ? "busy" : "free");
    }

    private Instant nextBoundary(Instant now) {
        Instant midnight = day.plusDays(1).atStartOfDay(device.timezone()).toInstant();
        return bookings.stream()
                .flatMap(booking -> List.of(booking.starting(), booking.ending()).stream())
                .filter(moment -> moment.isAfter(now))
                .min(Comparator.naturalOrder())
                .filter(moment -> moment.isBefore(midnight))
                .orElse(midnight);
    }

    private JsonNode bookNow(int minutes, String title) {
        long now = device.now().getEpochSecond();
        return make(now, now + minutes * 60L, title, Json.of(null));
    }

    private JsonNode make(long starting, long ending, String title, JsonNode host) {
        if (ending <= starting) {
            throw DriverError.argument("a booking ends after it starts");
        }
        Booking booking = new Booking("evt-made" + ++made, title, host.isNull() ? "Front Desk" : host.asString(), 2,
                Instant.ofEpochSecond(starting), Instant.ofEpochSecond(ending));
        bookings.stream()
                .filter(other -> other.starting().isBefore(booking.ending())
                        && booking.starting().isBefore(other.ending()))
                .findFirst()
                .ifPresent(other -> {
                    throw DriverError.of("PlaceCalendar::Conflict", "the room is booked for \"" + other.title() + "\"");
                });
        bookings.add(booking);
        roll();
        return booking.json();
    }

    private boolean endMeeting() {
        return change(device.now());
    }

    private boolean extend(int minutes) {
        return current.map(booking -> change(booking.ending().plusSeconds(minutes * 60L))).orElse(false);
    }

    private boolean change(Instant ending) {
        current.ifPresent(booking -> {
            bookings.replaceAll(other -> other.equals(booking) ? booking.endingAt(ending) : other);
            roll();
        });
        return true;
    }

    private boolean cancel(String id) {
        if (!bookings.removeIf(booking -> booking.id().equals(id))) {
            throw DriverError.argument("no booking " + id);
        }
        roll();
        return true;
    }

    private boolean checkIn() {
        device.publish("checked_in", current.isPresent());
        return current.isPresent();
    }

    private JsonNode poll() {
        device.debug("GET /calendars/primary/events?timeMin=%d".formatted(device.now().getEpochSecond()));
        if (device.random().nextInt(60) == 0) {
            device.warn("429 from calendar service, asking again in 5 s");
        } else {
            device.debug("200, %d events".formatted(bookings.size()));
        }
        return device.status("bookings").orElseThrow();
    }

    private boolean reset() {
        device.log(Level.NOTICE, "cache dropped");
        bookings.clear();
        day = LocalDate.MIN;
        roll();
        return true;
    }
}

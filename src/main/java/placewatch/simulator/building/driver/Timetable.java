package placewatch.simulator.building.driver;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/// When the displays of a house are to be on: an object of some four kilobytes, which they share.
final class Timetable {
    private static final int EXCEPTIONS = 36;

    private LocalDate day = LocalDate.MIN;
    private JsonNode timetable = Json.of(null);

    /// That of the day, in the house's timezone. Every room asks for it, each under its own lock.
    synchronized JsonNode at(Instant now, ZoneId timezone) {
        LocalDate today = LocalDate.ofInstant(now, timezone);
        if (!today.equals(day)) {
            day = today;
            timetable = from(today, timezone);
        }
        return timetable;
    }

    private static JsonNode from(LocalDate today, ZoneId timezone) {
        return Json.object(
                "on", "07:30",
                "off", "19:00",
                "days", Json.array("mon", "tue", "wed", "thu", "fri"),
                "timezone", timezone.getId(),
                "enabled", true,
                "exceptions", Json.of(IntStream.range(0, EXCEPTIONS)
                        .mapToObj(i -> Json.object(
                                "date", today.plusDays(9L * i).toString(),
                                "on", i % 3 == 0 ? null : "08:%02d".formatted(i),
                                "off", i % 3 == 0 ? null : "21:00",
                                "reason", i % 3 == 0 ? "Public holiday, house closed" : "Evening event in the house",
                                "by", "facilities"))
                        .toList()));
    }
}

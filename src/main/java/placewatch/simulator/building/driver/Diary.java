package placewatch.simulator.building.driver;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// What people book in a room on a day: busy by day, sparse by night. The same for the same room and day, whenever
/// it is asked for.
///
/// @param identity  of the calendar
/// @param capacity  of the room
record Diary(long identity, int capacity, ZoneId timezone) {
    private static final int DAY_MINUTES = 24 * 60;
    private static final int[] LENGTHS = {30, 30, 45, 60, 60, 90};
    private static final int[] GAPS = {0, 15, 15, 30, 30, 60, 75};
    private static final List<String> TITLES = List.of("Quarterly review", "Design sync", "Stand-up", "Budget round",
            "Interview", "Vendor demo", "Sprint planning", "One to one", "Safety briefing", "Roadmap", "Onboarding",
            "Customer call", "Retrospective", "Press prep", "Board papers", "Café über alles – Menüplanung");
    private static final List<String> HOSTS = List.of("Ada Keller", "Bruno Sato", "Chiara Novak", "Dayo Mensah",
            "Elif Aydin", "Farid Haddad", "Greta Lind", "Hugo Martin", "Imani Otieno", "Jonas Berg");

    List<Booking> on(LocalDate day) {
        SplittableRandom random = new SplittableRandom(identity ^ day.toEpochDay() * 0x9e3779b97f4a7c15L);
        Instant midnight = day.atStartOfDay(timezone).toInstant();
        List<Booking> bookings = new ArrayList<>();
        int minute = gap(random, 0);
        while (minute < DAY_MINUTES - 60) {
            int length = Math.min(LENGTHS[random.nextInt(LENGTHS.length)], DAY_MINUTES - minute);
            bookings.add(new Booking(
                    "evt-%06x-%x".formatted(random.nextInt(1 << 24), bookings.size()),
                    TITLES.get(random.nextInt(TITLES.size())),
                    HOSTS.get(random.nextInt(HOSTS.size())),
                    random.nextInt(Math.min(2, capacity), Math.max(2, capacity) + 1),
                    midnight.plusSeconds(minute * 60L),
                    midnight.plusSeconds((minute + length) * 60L)));
            minute += length;
            minute += gap(random, minute);
        }
        return bookings;
    }

    private static int gap(SplittableRandom random, int minute) {
        int gap = GAPS[random.nextInt(GAPS.length)];
        boolean night = minute < 7 * 60 || minute >= 20 * 60;
        return night ? gap + 15 * random.nextInt(2, 9) : gap;
    }
}

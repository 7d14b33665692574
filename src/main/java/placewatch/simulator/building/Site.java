package placewatch.simulator.building;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A building and its rooms.
///
/// @param code    short for it, in room codes and addresses of devices
/// @param number  tells its network from others'
record Site(String name, String code, int number, String address, List<Space> spaces) {
    private static final String ROOMS = """
            1 LOBBY Reception
            1 HUDDLE Huddle 1.02
            1 MEETING Meeting 1.03
            1 MEETING Meeting 1.04
            1 TRAINING Training 1.05
            1 PHONE Phone 1.06
            1 MEETING Meeting 1.07
            1 HUDDLE Huddle 1.08
            2 BOARDROOM Boardroom 2.01
            2 MEETING Meeting 2.02
            2 MEETING Meeting 2.03
            2 FOCUS Focus 2.04
            2 STUDIO Studio 2.05
            2 MEETING Meeting 2.06
            2 PHONE Phone 2.07
            2 HUDDLE Huddle 2.08
            3 AUDITORIUM Auditorium 3.01
            3 MEETING Meeting 3.02
            3 MEETING Meeting 3.03
            3 FOCUS Focus 3.04
            3 HUDDLE Huddle 3.05
            3 TRAINING Training 3.06
            3 PHONE Phone 3.07
            3 LAB Lab 3.08
            """;
    private static final String STATION_ROOMS = """
            1 LOBBY Foyer S1.01
            1 MEETING Meeting S1.02
            1 TRAINING Workshop S1.03
            1 PHONE Phone S1.04
            2 BOARDROOM Boardroom S2.01
            2 MEETING Meeting S2.02
            2 FOCUS Focus S2.03
            2 HUDDLE Huddle S2.04
            3 MEETING Meeting S3.01
            3 STUDIO Studio S3.02
            3 HUDDLE Huddle S3.03
            3 FOCUS Focus S3.04
            """;
    private static final int TOWER_LEVELS = 20;
    private static final int ROOMS_A_LEVEL = 25;
    private static final List<RoomKind> TOWER_MIX = List.of(RoomKind.MEETING, RoomKind.HUDDLE, RoomKind.FOCUS,
            RoomKind.MEETING, RoomKind.PHONE, RoomKind.MEETING, RoomKind.HUDDLE, RoomKind.FOCUS, RoomKind.TRAINING,
            RoomKind.PHONE, RoomKind.MEETING, RoomKind.BOARDROOM);

    /// One room.
    ///
    /// @param ordinal  place among the rooms of its level, from 1
    record Space(String name, RoomKind kind, int level, int ordinal) { }

    /// The two buildings of the demo, and as many towers as it takes to hold that many rooms.
    static List<Site> holding(int rooms) {
        List<Site> sites = new ArrayList<>();
        sites.add(new Site("Harbour House", "HH", 1, "1 Harbour Quay", listed(ROOMS)));
        sites.add(new Site("Station Street 12", "SS", 2, "12 Station Street", listed(STATION_ROOMS)));
        int left = rooms - sites.stream().mapToInt(site -> site.spaces().size()).sum();
        for (int number = 3; left > 0; number++) {
            List<Space> spaces = tower(number, Math.min(left, TOWER_LEVELS * ROOMS_A_LEVEL));
            sites.add(new Site("Tower " + number, "T" + number, number, number + " Dock Road", spaces));
            left -= spaces.size();
        }
        return sites;
    }

    private static List<Space> listed(String rooms) {
        List<Space> spaces = new ArrayList<>();
        for (String line : rooms.lines().toList()) {
            String[] parts = line.split(" ", 3);
            int level = Integer.parseInt(parts[0]);
            int ordinal = (int) spaces.stream().filter(space -> space.level() == level).count() + 1;
            spaces.add(new Space(parts[2], RoomKind.valueOf(parts[1]), level, ordinal));
        }
        return spaces;
    }

    private static List<Space> tower(int number, int rooms) {
        List<Space> spaces = new ArrayList<>(rooms);
        for (int i = 0; i < rooms; i++) {
            int level = i / ROOMS_A_LEVEL + 1;
            int ordinal = i % ROOMS_A_LEVEL + 1;
            RoomKind kind = TOWER_MIX.get((i + level) % TOWER_MIX.size());
            String title = kind.name().charAt(0) + kind.name().substring(1).toLowerCase(Locale.ROOT);
            String name = title + " T" + number + "-" + twoDigits(level) + "." + twoDigits(ordinal);
            spaces.add(new Space(name, kind, level, ordinal));
        }
        return spaces;
    }

    /// From 0 to 99. Without a format, whose first use costs a start some milliseconds.
    static String twoDigits(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }

    int levels() {
        return spaces.stream().mapToInt(Space::level).max().orElse(0);
    }
}

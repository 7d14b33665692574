package placewatch.simulator.building;

import java.util.List;

/// What sort of room it is, and so what is in it, in the order of its module list.
enum RoomKind {
    BOARDROOM("Board", 14, true, "Caterers use the side door.",
            "Display Display Switcher Camera Mixer Lighting Blinds Bookings System PeopleCount Environment",
            "video call", "whiteboard", "catering"),
    MEETING("Meet", 8, true, "Blinds: panel by the door.",
            "Display Camera Lighting Blinds Bookings System PeopleCount Environment",
            "video call", "whiteboard"),
    TRAINING("Train", 24, true, "Lectern key: ask the porter.",
            "Display Display Switcher Camera Mixer Lighting Blinds Bookings System PeopleCount Environment",
            "video call", "lectern", "recording"),
    AUDITORIUM("Audit", 120, true, "A technician attends events.",
            "Display Display Display Switcher Camera Camera Mixer Lighting Blinds Bookings"
            + " System PeopleCount Environment", "video call", "lectern", "recording", "hearing loop"),
    STUDIO("Studio", 6, true, "Red light on: do not enter.",
            "Display Display Switcher Camera Camera Mixer Lighting Bookings System PeopleCount"
            + " Environment", "recording", "green screen"),
    HUDDLE("Huddle", 4, true, "No camera in here.",
            "Display Lighting Bookings System PeopleCount", "screen sharing"),
    FOCUS("Focus", 1, true, "Quiet work for one person.", "Display Lighting Bookings System PeopleCount", "quiet"),
    PHONE("Phone", 1, false, "First come, first served.", "Lighting PeopleCount", "quiet"),
    LOBBY("Lobby", 20, false, "Signage runs from 7 to 19 h.",
            "Display Display Lighting Blinds System PeopleCount Environment", "signage"),
    LAB("Lab", 6, true, "AV team's bench, odd values.",
            "Display Lighting Bookings System Lab Environment", "test bench");

    private final String shortName;
    private final int seats;
    private final boolean bookable;
    private final String description;
    private final List<String> moduleNames;
    private final List<String> features;

    RoomKind(String shortName, int seats, boolean bookable, String description, String moduleNames,
            String... features) {
        this.shortName = shortName;
        this.seats = seats;
        this.bookable = bookable;
        this.description = description;
        this.moduleNames = List.of(moduleNames.split(" "));
        this.features = List.of(features);
    }

    /// As system ids hold it.
    String shortName() {
        return shortName;
    }

    int seats() {
        return seats;
    }

    boolean bookable() {
        return bookable;
    }

    /// What whoever looks after it wrote about it.
    String description() {
        return description;
    }

    /// Module names, as often as there are modules of that name.
    List<String> moduleNames() {
        return moduleNames;
    }

    List<String> features() {
        return features;
    }
}

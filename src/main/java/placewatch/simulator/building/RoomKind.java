package placewatch.simulator.building;

import java.util.List;

/// What sort of room it is, and so what is in it, in the order of its module list.
enum RoomKind {
    BOARDROOM("Board", 14, true, "Display Display Switcher Camera Mixer Lighting Blinds Bookings System"
            + " PeopleCount Environment", "video call", "whiteboard", "catering"),
    MEETING("Meet", 8, true, "Display Camera Lighting Blinds Bookings System PeopleCount Environment",
            "video call", "whiteboard"),
    TRAINING("Train", 24, true, "Display Display Switcher Camera Mixer Lighting Blinds Bookings System"
            + " PeopleCount Environment", "video call", "lectern", "recording"),
    AUDITORIUM("Audit", 120, true, "Display Display Display Switcher Camera Camera Mixer Lighting Blinds Bookings"
            + " System PeopleCount Environment", "video call", "lectern", "recording", "hearing loop"),
    STUDIO("Studio", 6, true, "Display Display Switcher Camera Camera Mixer Lighting Bookings System PeopleCount"
            + " Environment", "recording", "green screen"),
    HUDDLE("Huddle", 4, true, "Display Lighting Bookings System PeopleCount", "screen sharing"),
    FOCUS("Focus", 1, true, "Display Lighting Bookings System PeopleCount", "quiet"),
    PHONE("Phone", 1, false, "Lighting PeopleCount", "quiet"),
    LOBBY("Lobby", 20, false, "Display Display Lighting Blinds System PeopleCount Environment", "signage"),
    LAB("Lab", 6, true, "Display Lighting Bookings System Lab Environment", "test bench");

    private final String shortName;
    private final int seats;
    private final boolean bookable;
    private final List<String> moduleNames;
    private final List<String> features;

    RoomKind(String shortName, int seats, boolean bookable, String moduleNames, String... features) {
        this.shortName = shortName;
        this.seats = seats;
        this.bookable = bookable;
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

    /// Module names, as often as there are modules of that name.
    List<String> moduleNames() {
        return moduleNames;
    }

    List<String> features() {
        return features;
    }
}

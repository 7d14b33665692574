package placewatch.simulator.building.driver;

/// What a driver talks to, with PlaceOS's number for it.
public enum Kind {
    DEVICE(1),
    SERVICE(2),
    LOGIC(99);

    private final int number;

    Kind(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}

package placewatch.chaos;

import java.util.Locale;

/// What can go wrong in the chaos run, and how often it is chosen among the others.
enum Fault {
    RESET(14),
    END_WITHOUT_GOODBYE(10),
    CLOSE_FRAME(10),
    HALF_OPEN(8),
    STALL(12),
    BLACK_HOLE(4),
    SLAMMED_DOOR(8),
    DELAY(8),
    ANY_ORDER(10),
    TRICKLE(6),
    GARBAGE(20),
    BROKEN_BYTES(8),
    BUSY(8),
    KEY_REFUSED(6),
    RESTART(10),
    LATE_VALUE(12);

    private final int weight;

    Fault(int weight) {
        this.weight = weight;
    }

    int weight() {
        return weight;
    }

    /// `half open`, for the table.
    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

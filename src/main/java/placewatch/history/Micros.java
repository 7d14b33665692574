package placewatch.history;

import java.time.Instant;

/// Microseconds since 1970, half the room of an [Instant] and no object.
final class Micros {

    private Micros() { }

    static long of(Instant at) {
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L);
    }
}

package placewatch.export;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// A moment as ISO 8601 with offset and milliseconds.
final class IsoTime {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT);

    private IsoTime() {
    }

    static String of(Instant at, ZoneId zone) {
        return FORMAT.format(at.atZone(zone));
    }
}

package placewatch.export;

import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What a file is proposed to be called: `Boardroom-2.01_Display_1_status_2026-11-26T02-15.csv`. Only what every file
/// system takes.
public final class ExportName {

    /// Characters of one part; file systems take 255 bytes for all of it.
    private static final int LONGEST = 40;

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm", Locale.ROOT);

    private ExportName() {
    }

    /// @param parts what it is about, from the large to the small: system, module, table
    public static String of(List<String> parts, Instant at, ZoneId zone, ExportFormat format) {
        return named(parts, at, zone, format.extension());
    }

    /// The same for lines of the log.
    public static String of(List<String> parts, Instant at, ZoneId zone, LogFormat format) {
        return named(parts, at, zone, format.extension());
    }

    private static String named(List<String> parts, Instant at, ZoneId zone, String extension) {
        return parts.stream().map(ExportName::safe).filter(part -> !part.isEmpty())
                .collect(Collectors.joining("_", "", "_")).replaceFirst("^_", "export_")
                + MINUTE.format(at.atZone(zone)) + "." + extension;
    }

    private static String safe(String part) {
        String name = Normalizer.normalize(part, Normalizer.Form.NFC)
                .replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceAll("^[.-]+|[.-]+$", "");
        int points = name.codePointCount(0, name.length());
        return points <= LONGEST ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST)).replaceAll("[.-]+$", "");
    }
}

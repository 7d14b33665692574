package placewatch.control.form;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// How a moment is written as an argument.
enum MomentText {
    ISO {
        @Override
        Optional<Instant> read(String text) {
            try {
                return Optional.of(OffsetDateTime.parse(text.strip()).toInstant());
            } catch (DateTimeException _) {
                return Optional.empty();
            }
        }

        @Override
        String write(Instant moment, ZoneId zone) {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
        }
    },
    UNIX {
        @Override
        Optional<Instant> read(String text) {
            try {
                long seconds = Long.parseLong(text.strip());
                return Math.abs(seconds) <= FARTHEST ? Optional.of(Instant.ofEpochSecond(seconds)) : Optional.empty();
            } catch (NumberFormatException _) {
                return Optional.empty();
            }
        }

        @Override
        String write(Instant moment, ZoneId zone) {
            return Long.toString(moment.getEpochSecond());
        }
    };

    /// The year 9999; beyond it no date can be picked.
    private static final long FARTHEST = 253_402_300_799L;

    /// Empty if it is none.
    abstract Optional<Instant> read(String text);

    abstract String write(Instant moment, ZoneId zone);
}

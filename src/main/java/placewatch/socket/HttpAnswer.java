package placewatch.socket;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/// What a server answered to the upgrade in plain HTTP.
///
/// @param headers by lower-case name
/// @param body    as far as it has arrived
/// @param whole   whether that is all of it
record HttpAnswer(int status, Map<String, String> headers, String body, boolean whole) {

    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final int BODY_LIMIT = 16_384;

    /// Whether bytes can't be the beginning of an HTTP answer.
    static boolean isForeign(String received) {
        String expected = "HTTP/";
        int length = Math.min(received.length(), expected.length());
        return !received.regionMatches(0, expected, 0, length);
    }

    /// The status; empty while the status line is not complete or if there is none.
    static OptionalInt status(String received) {
        int end = received.indexOf("\r\n");
        String[] parts = end < 0 ? new String[0] : received.substring(0, end).split(" ", 3);
        return parts.length >= 2 && parts[1].matches("[1-5]\\d\\d")
                ? OptionalInt.of(Integer.parseInt(parts[1])) : OptionalInt.empty();
    }

    /// Reads it from the bytes received so far, one character a byte; empty while its head is not complete.
    static Optional<HttpAnswer> read(String received) {
        int end = received.indexOf(END_OF_HEAD);
        OptionalInt status = status(received);
        if (end < 0 || status.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> headers = new TreeMap<>();
        received.substring(0, end).lines().skip(1).forEach(line -> {
            int colon = line.indexOf(':');
            if (colon > 0) {
                String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                headers.put(name, line.substring(colon + 1).strip());
            }
        });
        String raw = received.substring(end + END_OF_HEAD.length());
        boolean whole = raw.length() >= Math.min(BODY_LIMIT, length(headers));
        String body = new String(raw.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8).strip();
        return Optional.of(new HttpAnswer(status.getAsInt(), headers, body, whole));
    }

    private static int length(Map<String, String> headers) {
        String length = headers.getOrDefault("content-length", "0");
        return length.matches("\\d{1,9}") ? Integer.parseInt(length) : 0;
    }
}

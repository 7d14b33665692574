package placewatch.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/// Lines as drivers write them: words and numbers, 40 to 300 bytes, one in fifty with letters beyond ASCII.
final class LogLines {

    private static final List<String> WORDS = List.of("power", "state", "Received", "hdmi1", "hdmi2", "response", "0x41",
            "queue", "sending", "command", "volume", "after", "ms", "connected", "socket", "display", "retry", "success",
            "timeout", "input");

    private static final List<String> LEVELS =
            List.of("debug", "debug", "debug", "debug", "info", "info", "info", "notice", "warn", "error");

    private final Random random;

    LogLines(long seed) {
        random = new Random(seed);
    }

    String level() {
        return LEVELS.get(random.nextInt(LEVELS.size()));
    }

    /// @param least of its bytes
    String text(int least) {
        StringBuilder text = new StringBuilder(least + 16);
        if (random.nextInt(50) == 0) {
            text.append("Größe ");
        }
        while (text.length() < least) {
            text.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ').append(random.nextInt(1_000)).append(' ');
        }
        return text.toString();
    }

    String text() {
        return text(40 + random.nextInt(245));
    }

    static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}

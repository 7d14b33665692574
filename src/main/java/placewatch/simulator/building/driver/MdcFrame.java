package placewatch.simulator.building.driver;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Frames of Samsung's MDC protocol in hex: `AA command id length data… checksum`, where the checksum is the low byte
/// of the sum of all but the first.
final class MdcFrame {
    static final int POWER = 0x11;
    static final int VOLUME = 0x12;
    static final int MUTE = 0x13;
    static final int INPUT = 0x14;
    static final int STATUS = 0x00;
    static final int BRIGHTNESS = 0x25;
    private static final int HEADER = 0xAA;
    private static final int REPLY = 0xFF;
    private static final int DISPLAY_ID = 1;
    private static final int ACKNOWLEDGED = 'A';

    private MdcFrame() {
    }

    /// What is sent: `AA 11 01 01 01 14` turns a display on.
    static String command(int command, int... data) {
        return hex(IntStream.concat(IntStream.of(command, DISPLAY_ID, data.length), IntStream.of(data)).toArray());
    }

    /// What comes back: `AA FF 01 03 41 11 01 56`.
    static String acknowledgement(int command, int... data) {
        return hex(IntStream.concat(
                IntStream.of(REPLY, DISPLAY_ID, data.length + 2, ACKNOWLEDGED, command),
                IntStream.of(data)).toArray());
    }

    private static String hex(int... body) {
        return IntStream.concat(IntStream.concat(IntStream.of(HEADER), IntStream.of(body)),
                        IntStream.of(IntStream.of(body).sum() & 0xFF))
                .mapToObj("%02X"::formatted)
                .collect(Collectors.joining(" "));
    }
}

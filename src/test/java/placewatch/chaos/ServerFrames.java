package placewatch.chaos;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// A server's WebSocket frames as bytes: never masked, so they are easy to cut apart and to make (RFC 6455, section 5).
final class ServerFrames {

    private static final int FINAL = 0x80;
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;

    private ServerFrames() { }

    static byte[] text(String text) {
        return frame(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] binary(byte[] payload) {
        return frame(BINARY, payload);
    }

    static byte[] close(int code, String words) {
        byte[] reason = words.getBytes(StandardCharsets.UTF_8);
        return frame(CLOSE, ByteBuffer.allocate(reason.length + 2).putShort((short) code).put(reason).array());
    }

    /// The next frame, header and all; empty at the stream's end.
    static Optional<byte[]> read(InputStream from) throws IOException {
        DataInputStream in = new DataInputStream(from);
        int first = in.read();
        if (first < 0) {
            return Optional.empty();
        }
        try {
            int second = in.readUnsignedByte();
            int shortLength = second & 0x7f;
            int extra = shortLength == 127 ? 8 : shortLength == 126 ? 2 : 0;
            byte[] lengthBytes = in.readNBytes(extra);
            long length = extra == 0 ? shortLength : 0;
            for (byte next : lengthBytes) {
                length = length << 8 | next & 0xff;
            }
            byte[] frame = new byte[Math.toIntExact(2 + extra + length)];
            frame[0] = (byte) first;
            frame[1] = (byte) second;
            System.arraycopy(lengthBytes, 0, frame, 2, extra);
            in.readFully(frame, 2 + extra, (int) length);
            return Optional.of(frame);
        } catch (EOFException e) {
            return Optional.empty();
        }
    }

    /// What a whole text frame says; empty for any other.
    static Optional<String> textOf(byte[] frame) {
        if ((frame[0] & 0xff) != (FINAL | TEXT)) {
            return Optional.empty();
        }
        int head = switch (frame[1]) {
            case 127 -> 10;
            case 126 -> 4;
            default -> 2;
        };
        return Optional.of(new String(frame, head, frame.length - head, StandardCharsets.UTF_8));
    }

    /// Whether it answers a request: those may come in any order.
    static boolean isAnswer(byte[] frame) {
        String beginning = new String(frame, 0, Math.min(frame.length, 60), StandardCharsets.ISO_8859_1);
        return beginning.contains("\"type\":\"success\"") || beginning.contains("\"type\":\"error\"");
    }

    private static byte[] frame(int opcode, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 10);
        frame.put((byte) (FINAL | opcode));
        if (payload.length < 126) {
            frame.put((byte) payload.length);
        } else if (payload.length < 65_536) {
            frame.put((byte) 126).putShort((short) payload.length);
        } else {
            frame.put((byte) 127).putLong(payload.length);
        }
        frame.put(payload);
        return Arrays.copyOf(frame.array(), frame.position());
    }
}

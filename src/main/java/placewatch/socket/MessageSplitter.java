package placewatch.socket;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.java_websocket.enums.Opcode;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.exceptions.InvalidFrameException;
import org.java_websocket.exceptions.LimitExceededException;

/// Splits what a connection receives into whole WebSocket messages (RFC 6455, section 5), in order; what lies whole in
/// what was received is neither copied nor decoded. One thread.
///
/// Why not the library's own splitting: it checks each text byte by byte before it decodes it, ends the connection
/// over one broken character, and drops the whole messages that came in one piece with a broken one.
final class MessageSplitter {

    /// Hears of each message before the next is looked at. The bytes stay as they are until [#take] returns.
    interface Sink {
        void text(byte[] bytes, int start, int end);

        void binary(byte[] bytes, int start, int end);

        /// One ping, pong or close frame as it came.
        void control(ByteBuffer frame) throws InvalidDataException;
    }

    /// Far more than any value a driver can hold; a server gone wild must not fill the memory.
    static final int LIMIT = 256 << 20;

    private static final int FIN = 0x80;
    private static final int RESERVED = 0x70;
    private static final int MASKED = 0x80;

    private final Sink sink;
    private byte[] held = new byte[1024];
    private int heldLength;
    private byte[] message = new byte[0];
    private int messageLength;
    private Opcode messageKind = Opcode.CONTINUOUS;

    MessageSplitter(Sink sink) {
        this.sink = sink;
    }

    /// Takes what was received next.
    ///
    /// @throws InvalidDataException when the server breaks the protocol: then the connection is over
    void take(byte[] bytes, int start, int end) throws InvalidDataException {
        int at = start;
        while (heldLength > 0 && at < end) {
            at += complete(bytes, at, end);
        }
        while (at < end) {
            long size = frameSize(bytes, at, end);
            if (size > end - at) {
                hold(bytes, at, end, size);
                return;
            }
            frame(bytes, at, (int) (at + size));
            at += (int) size;
        }
    }

    /// Adds to the frame whose beginning is held as much as it lacks, and passes it on when it is whole.
    private int complete(byte[] bytes, int at, int end) throws InvalidDataException {
        long size = frameSize(held, 0, heldLength);
        int more = (int) Math.min(size - heldLength, end - at);
        hold(bytes, at, at + more, size);
        if (frameSize(held, 0, heldLength) == heldLength) {
            byte[] whole = held;
            int length = heldLength;
            held = new byte[1024];
            heldLength = 0;
            frame(whole, 0, length);
        }
        return more;
    }

    /// Room is made as the bytes come, as a size that is only announced may be a lie.
    private void hold(byte[] bytes, int start, int end, long size) {
        int needed = heldLength + end - start;
        if (needed > held.length) {
            held = Arrays.copyOf(held, (int) Math.max(needed, Math.min(size, 2L * held.length)));
        }
        System.arraycopy(bytes, start, held, heldLength, end - start);
        heldLength = needed;
    }

    /// The size of the frame that begins there, head included; while that isn't known yet, one byte more than there is.
    private static long frameSize(byte[] bytes, int start, int end) throws InvalidDataException {
        int there = end - start;
        if (there < 2) {
            return there + 1;
        }
        int head = headSize(bytes[start + 1]);
        if (there < head) {
            return head;
        }
        long payload = payloadSize(bytes, start);
        if (payload < 0 || payload > LIMIT) {
            throw new LimitExceededException("A frame of the server is too long", LIMIT);
        }
        return head + payload;
    }

    private static int headSize(byte second) {
        int length = second & 0x7F;
        return 2 + (length == 126 ? 2 : length == 127 ? 8 : 0) + ((second & MASKED) != 0 ? 4 : 0);
    }

    private static long payloadSize(byte[] bytes, int start) {
        int length = bytes[start + 1] & 0x7F;
        if (length < 126) {
            return length;
        }
        long size = 0;
        for (int i = 0; i < (length == 126 ? 2 : 8); i++) {
            size = size << 8 | bytes[start + 2 + i] & 0xFF;
        }
        return size;
    }

    private void frame(byte[] bytes, int start, int end) throws InvalidDataException {
        if ((bytes[start] & RESERVED) != 0) {
            throw new InvalidFrameException("The server uses an extension that was not agreed");
        }
        int payload = start + headSize(bytes[start + 1]);
        boolean last = (bytes[start] & FIN) != 0;
        switch (bytes[start] & 0x0F) {
            case 0 -> more(bytes, unmasked(bytes, start, payload, end), end, last);
            case 1 -> begin(Opcode.TEXT, bytes, unmasked(bytes, start, payload, end), end, last);
            case 2 -> begin(Opcode.BINARY, bytes, unmasked(bytes, start, payload, end), end, last);
            case 8, 9, 10 -> sink.control(ByteBuffer.wrap(bytes, start, end - start));
            default -> throw new InvalidFrameException("The server sent a frame of a kind that does not exist");
        }
    }

    /// A server must not mask what it sends, but what it means is plain.
    private static int unmasked(byte[] bytes, int start, int payload, int end) {
        if ((bytes[start + 1] & MASKED) != 0) {
            for (int i = 0; payload + i < end; i++) {
                bytes[payload + i] ^= bytes[payload - 4 + i % 4];
            }
        }
        return payload;
    }

    private void begin(Opcode kind, byte[] bytes, int start, int end, boolean last) throws InvalidDataException {
        if (messageKind != Opcode.CONTINUOUS) {
            throw new InvalidFrameException("The server began a message within another");
        }
        if (last) {
            tell(kind, bytes, start, end);
        } else {
            messageKind = kind;
            add(bytes, start, end);
        }
    }

    private void more(byte[] bytes, int start, int end, boolean last) throws InvalidDataException {
        if (messageKind == Opcode.CONTINUOUS) {
            throw new InvalidFrameException("The server went on with a message that it had not begun");
        }
        add(bytes, start, end);
        if (last) {
            Opcode kind = messageKind;
            byte[] whole = message;
            int length = messageLength;
            messageKind = Opcode.CONTINUOUS;
            message = new byte[0];
            messageLength = 0;
            tell(kind, whole, 0, length);
        }
    }

    private void add(byte[] bytes, int start, int end) throws LimitExceededException {
        long needed = (long) messageLength + end - start;
        if (needed > LIMIT) {
            throw new LimitExceededException("A message of the server is too long", LIMIT);
        }
        if (needed > message.length) {
            message = Arrays.copyOf(message, (int) Math.max(needed, Math.min(LIMIT, 2L * message.length)));
        }
        System.arraycopy(bytes, start, message, messageLength, end - start);
        messageLength = (int) needed;
    }

    private void tell(Opcode kind, byte[] bytes, int start, int end) {
        if (kind == Opcode.TEXT) {
            sink.text(bytes, start, end);
        } else {
            sink.binary(bytes, start, end);
        }
    }
}

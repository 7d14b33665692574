package placewatch.chaos;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a server should never say.
final class Garbage {

    private static final int MEGABYTE = 1 << 20;

    private Garbage() { }

    /// Frames that can't be read, by what is wrong with them. They must harm nobody.
    static Map<String, byte[]> frames() {
        Map<String, byte[]> frames = new LinkedHashMap<>();
        text(frames, "broken JSON", "{\"id\":1,\"type\":\"notify\",\"value\":[1,");
        text(frames, "no JSON", "<html><body>Bad gateway</body></html>");
        text(frames, "empty", "");
        text(frames, "unknown type", "{\"id\":1,\"type\":\"gossip\",\"value\":1}");
        text(frames, "no type", "{\"id\":1}");
        text(frames, "a type that is no text", "{\"id\":1,\"type\":7}");
        text(frames, "a key that is none",
                "{\"id\":1,\"type\":\"notify\",\"value\":1,"
                        + "\"meta\":{\"sys\":7,\"mod\":null,\"index\":[],\"name\":{}}}");
        text(frames, "meta that is no object", "{\"id\":1,\"type\":\"notify\",\"value\":1,\"meta\":\"Display_1\"}");
        text(frames, "an array", "[{\"id\":1,\"type\":\"success\"}]");
        text(frames, "two objects", "{\"type\":\"success\"}{\"type\":\"success\"}");
        text(frames, "nested too deep", "[".repeat(100_000));
        text(frames, "2 MB of junk", "x".repeat(2 * MEGABYTE));
        text(frames, "2 MB of broken JSON", "{\"type\":\"notify\",\"value\":\"" + "y".repeat(2 * MEGABYTE));
        return frames;
    }

    /// Frames that are well-formed and mean nothing to anybody: neither unreadable nor of use.
    static Map<String, byte[]> strays() {
        Map<String, byte[]> frames = new LinkedHashMap<>();
        text(frames, "an answer that nobody waits for", "{\"id\":999999999,\"type\":\"success\",\"value\":1}");
        text(frames, "an answer with a strange id", "{\"id\":{\"a\":[]},\"type\":\"error\",\"msg\":5,\"code\":\"x\"}");
        text(frames, "a variable that nobody watches", "{\"id\":1,\"type\":\"notify\",\"value\":1,\"meta\":"
                + "{\"sys\":\"sys-nobody\",\"mod\":\"Nothing\",\"index\":1,\"name\":\"nil\"}}");
        text(frames, "a line of a module that nobody debugs",
                "{\"type\":\"debug\",\"mod\":\"mod-nobody\",\"level\":\"loud\",\"msg\":\"boo\"}");
        text(frames, "an unasked pong", "pong");
        return frames;
    }

    /// Bytes that are no WebSocket frame, by what is wrong with them. No client can find its way again after these.
    static Map<String, byte[]> bytes() {
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        bytes.put("reserved bits and an unknown opcode", new byte[] {(byte) 0xff, 0x05, 'a', 'b', 'c', 'd', 'e'});
        // long enough for what its first bytes announce when taken for a frame: 84 more
        String answer = "HTTP/1.1 502 Bad Gateway\r\n\r\n" + "<p>Bad gateway</p>".repeat(10);
        bytes.put("plain HTTP", answer.getBytes(StandardCharsets.US_ASCII));
        bytes.put("a ping longer than allowed",
                ByteBuffer.allocate(260).put(new byte[] {(byte) 0x89, 0x7e, 0x01, 0x00}).array());
        return bytes;
    }

    /// A whole text frame that holds no UTF-8.
    static byte[] brokenText() {
        return new byte[] {(byte) 0x81, 0x04, (byte) 0xc3, 0x28, (byte) 0xa0, (byte) 0xa1};
    }

    private static void text(Map<String, byte[]> frames, String what, String text) {
        frames.put(what, ServerFrames.text(text));
    }
}

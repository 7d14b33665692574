package placewatch.protocol;

import java.nio.charset.StandardCharsets;

/// Frames as texts, for tests.
public final class Utf8 {

    private Utf8() { }

    static Inbound read(FrameReader reader, String frame) {
        byte[] bytes = bytes(frame);
        return reader.read(bytes, 0, bytes.length);
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// What is left of a text on its way through UTF-8.
    static String travelled(String text) {
        return new String(bytes(text), StandardCharsets.UTF_8);
    }
}

package placewatch.chaos;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// The head of an HTTP request or answer, as bytes.
final class HttpHead {

    private HttpHead() { }

    /// Up to the empty line, and not a byte further; what there is if the stream ends before.
    static byte[] read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int lineEnds = 0;
        while (lineEnds < 4) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            head.write(next);
            lineEnds = next == (lineEnds % 2 == 0 ? '\r' : '\n') ? lineEnds + 1 : next == '\r' ? 1 : 0;
        }
        return head.toByteArray();
    }

    static boolean asksForSocket(byte[] request) {
        return text(request).contains("\r\nupgrade: websocket\r\n");
    }

    static boolean isUpgraded(byte[] answer) {
        return text(answer).startsWith("http/1.1 101 ");
    }

    private static String text(byte[] head) {
        return new String(head, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    }
}

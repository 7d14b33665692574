package placewatch.network;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import placewatch.protocol.Failure;

/// Asks an HTTP proxy for a way to a target (`CONNECT`, RFC 9110, section 9.3.6). The target's name is left for the
/// proxy to look up.
///
/// Not `new Socket(Proxy)`: the JDK asks over a second socket of its own, which nobody can cut while the proxy thinks.
final class Tunnel {

    private static final int HEAD_LIMIT = 65_536;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.\\d ([1-5]\\d\\d) ?(.*)");

    private final Socket line;
    private final String proxy;
    private final String target;

    /// @param line   connected to the proxy
    /// @param proxy  its host and port, as shown to people
    /// @param target host and port
    Tunnel(Socket line, String proxy, String target) {
        this.line = line;
        this.proxy = proxy;
        this.target = target;
    }

    /// Empty when the line leads to the target now.
    Optional<Failure> open() throws IOException {
        String request = "CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\nUser-Agent: Placewatch\r\n\r\n";
        line.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        line.getOutputStream().flush();
        Optional<String> head = head(line.getInputStream());
        if (head.isEmpty()) {
            return refused("It hung up without an answer");
        }
        Matcher status = STATUS.matcher(head.get().lines().findFirst().orElse(""));
        if (!status.matches()) {
            return refused("It does not speak HTTP");
        }
        int number = Integer.parseInt(status.group(1));
        if (number == 407) {
            return Optional.of(new Failure.ProxyWantsSignIn(proxy));
        }
        return number / 100 == 2 ? Optional.empty() : refused((number + " " + status.group(2)).strip());
    }

    private Optional<Failure> refused(String detail) {
        return Optional.of(new Failure.ProxyRefused(proxy, target, detail));
    }

    /// Byte by byte, as what follows the empty line is the target's already. Empty when it ends before.
    private static Optional<String> head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < HEAD_LIMIT) {
            int next = in.read();
            if (next < 0) {
                return head.isEmpty() ? Optional.empty() : Optional.of(head.toString());
            }
            head.append((char) next);
            if (next == '\n' && head.toString().endsWith("\r\n\r\n")) {
                return Optional.of(head.toString());
            }
        }
        return Optional.of(head.toString());
    }
}

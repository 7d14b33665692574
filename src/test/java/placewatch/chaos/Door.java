package placewatch.chaos;

import java.nio.charset.StandardCharsets;

/// What a control socket meets that comes to a [FaultyLink].
sealed interface Door {

    /// It is let through to the server.
    record Open() implements Door { }

    /// It is accepted and never answered.
    record BlackHole() implements Door { }

    /// It is accepted and reset at once.
    record Slammed() implements Door { }

    /// It is answered in plain HTTP.
    record Answering(String http) implements Door {

        /// @param headers each with its line's end
        static Answering with(String status, String headers, String body) {
            int length = body.getBytes(StandardCharsets.UTF_8).length;
            return new Answering("HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + length
                    + "\r\n\r\n" + body);
        }
    }
}

package placewatch.protocol;

import java.util.Optional;
import java.util.OptionalLong;

/// One frame from the server, as far as it could be understood. `id` is empty where the frame carried none that could
/// be one of ours (we send integers; a server may echo them as text).
public sealed interface Inbound {

    /// A request was done.
    ///
    /// @param value    an exec's value, as the JSON text that stood in the frame
    /// @param moduleId `mod_id`, which documented servers send with a debug's answer
    record Success(OptionalLong id, Optional<String> value, Optional<String> moduleId) implements Inbound { }

    /// A request was not done.
    record Error(OptionalLong id, ServerError error) implements Inbound { }

    /// A bound variable has a value. It is matched by its key: the `id` differs between servers.
    ///
    /// @param value the JSON text exactly as it stood in the frame, so numbers keep their digits; in the documented
    ///              dialect that is a JSON string with the real value inside. `null` if the frame had no value.
    record Notify(OptionalLong id, StatusKey key, String value) implements Inbound { }

    /// A debug line.
    ///
    /// @param module what the line calls its module: the module id, or whatever the stream was asked by
    /// @param level  the server's word, empty if it said none
    /// @param klass  the driver's class, sent by documented servers only
    record Debug(OptionalLong id, String module, String level, String text, Optional<String> klass)
            implements Inbound { }

    /// The answer to a ping, which may also come unasked.
    record Pong() implements Inbound { }

    /// A frame that is none of the above.
    ///
    /// @param reason    a sentence for the log
    /// @param length    of the whole frame, in bytes
    /// @param beginning the first characters of it, at most 200
    record Unreadable(String reason, int length, String beginning) implements Inbound { }
}

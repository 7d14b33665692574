package placewatch.socket;

import java.util.Optional;
import placewatch.protocol.JsonText;
import placewatch.socket.SocketOptions.Dialect;

/// Finds out for one connection whether values come as raw JSON or as JSON inside a JSON string, and reads them.
/// Decides once; until then a string is read as raw text. Confined to turns.
final class DialectDetector {

    /// A value as JSON text; `doubtful` if it might turn out to have been stringified.
    record Reading(String json, boolean doubtful) { }

    private final JsonText json = new JsonText();
    private Dialect dialect;

    DialectDetector(Dialect dialect) {
        this.dialect = dialect;
    }

    /// `DETECT` until something proved the one or the other.
    Dialect dialect() {
        return dialect;
    }

    /// Reads a notify's value, and learns from it.
    Reading read(String raw) {
        if (dialect == Dialect.DETECT) {
            dialect = proof(raw);
        }
        return switch (dialect) {
            case RAW -> new Reading(raw, false);
            case STRINGIFIED -> new Reading(unwrapped(raw), false);
            case DETECT -> new Reading(raw, !raw.equals("null"));
        };
    }

    /// Reads what an exec returned. Learns nothing from it: the public page shows raw values there.
    String readReturned(String raw) {
        return dialect == Dialect.STRINGIFIED ? unwrapped(raw) : raw;
    }

    /// The JSON inside of a JSON string; what is no string, or holds no JSON, stays as it is.
    String unwrapped(String raw) {
        return json.contentOfString(raw).filter(json::isValue).orElse(raw);
    }

    /// A bare null proves nothing, as either server may write a removed variable so.
    private Dialect proof(String raw) {
        if (raw.equals("null")) {
            return Dialect.DETECT;
        }
        Optional<String> content = json.contentOfString(raw);
        if (content.isEmpty() || !json.isValue(content.get())) {
            return Dialect.RAW;
        }
        return json.contentOfString(content.get()).isPresent() ? Dialect.STRINGIFIED : Dialect.DETECT;
    }
}

package placewatch.socket;

import java.time.Instant;
import placewatch.protocol.StatusKey;

/// Hears of one binding. Called on the socket's threads, one call at a time per variable, in the order of arrival;
/// must return at once.
public interface BindListener {

    /// The binding moved on.
    void onPhase(StatusKey key, BindPhase phase);

    /// A value arrived: `json` is the value itself as JSON text, whichever dialect the server speaks (`null` when the
    /// variable was removed), stamped when its frame was read.
    void onValue(StatusKey key, String json, Instant at);
}

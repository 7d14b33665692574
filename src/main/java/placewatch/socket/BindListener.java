package placewatch.socket;

import java.time.Instant;
import java.util.Optional;
import placewatch.history.Track;
import placewatch.protocol.StatusKey;

/// Hears of one binding. Called on the socket's threads, one call at a time per variable, in the order of arrival;
/// must return at once.
public interface BindListener {

    /// The binding moved on.
    void onPhase(StatusKey key, BindPhase phase);

    /// A value arrived: `json` is the value itself as JSON text, whichever dialect the server speaks (`null` when the
    /// variable was removed), stamped when its frame was read.
    void onValue(StatusKey key, String json, Instant at);

    /// The address means another module from now on: what was told before was of a module that is not there any more,
    /// and the variable is bound anew.
    void onRemapped(StatusKey key, Instant at);

    /// The latest value was misread, as it could be read in two ways before the server's dialect was known: `json` is
    /// what it is. Nothing new arrived.
    default void onReread(StatusKey key, String json, Instant at) {
        onValue(key, json, at);
    }

    /// Where plain values may be written instead of being told one by one, as long as nobody else listens to the
    /// variable. Everything else is told, in order with what was written. The same each time it is asked; it must stay
    /// open until [#onLeft].
    default Optional<Track> track() {
        return Optional.empty();
    }

    /// Its subscription is closed, and nothing is told or written any more. Not called when the socket is closed first.
    default void onLeft() { }
}

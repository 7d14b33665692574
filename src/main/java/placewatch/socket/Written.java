package placewatch.socket;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import placewatch.history.Tape;
import placewatch.history.Track;
import placewatch.protocol.Notifies;

/// Which variables' plain values are written to a tape as they come, instead of being told: the way through system,
/// module and name to whoever listens takes longer than all the rest. Confined to turns.
final class Written {

    private @Nullable Tape tape;
    // by the notifies' number
    private int[] tracks = new int[0];
    private int generation;
    private final Map<Binding, Integer> numbers = new HashMap<>();

    /// Writes as many as can be, beginning with that one; the next is to be told.
    int write(Notifies notifies, int from, Instant at) {
        if (generation != notifies.generation()) {
            clear();
            generation = notifies.generation();
        }
        Tape to = tape;
        return to == null || from >= notifies.size() ? from : to.write(notifies, from, tracks, at);
    }

    /// What comes with that number may be written from now on, if the binding agrees.
    void begin(int number, Binding binding) {
        binding.write().filter(track -> tape == null || tape == track.tape()).ifPresent(track -> {
            tape = track.tape();
            if (number >= tracks.length) {
                int before = tracks.length;
                tracks = Arrays.copyOf(tracks, Math.max(number + 1, 2 * before));
                Arrays.fill(tracks, before, tracks.length, Track.NONE);
            }
            tracks[number] = track.number();
            numbers.put(binding, number);
        });
    }

    /// What the binding's variable says is to be told again.
    void end(Binding binding) {
        Integer number = numbers.remove(binding);
        if (number != null) {
            tracks[number] = Track.NONE;
        }
    }

    /// All is to be told again: numbers mean other variables now.
    void clear() {
        Arrays.fill(tracks, Track.NONE);
        numbers.clear();
    }
}

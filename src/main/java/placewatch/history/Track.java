package placewatch.history;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One variable's values on a [Tape]. Any thread.
public final class Track implements AutoCloseable {

    /// No track's number.
    public static final int NONE = -1;

    private final Tape tape;
    private final int number;
    private final RecentChanges recent;
    // the latest value once it has left the tape; under the tape's lock
    private @Nullable Latest kept;

    Track(Tape tape, int number, RecentChanges recent) {
        this.tape = tape;
        this.number = number;
        this.recent = recent;
    }

    public Tape tape() {
        return tape;
    }

    /// Small, and its own while it is open.
    public int number() {
        return number;
    }

    RecentChanges recent() {
        return recent;
    }

    /// The latest value that was written to it, if any was.
    public Optional<Latest> latest() {
        return tape.latest(this);
    }

    /// How many values were written to it so far.
    public long told() {
        return tape.told(this);
    }

    /// How many values were written since this was asked last.
    public long take() {
        return tape.take(this);
    }

    boolean isUnsettled() {
        return tape.isUnsettled(this);
    }

    void keep(Latest latest) {
        kept = latest;
    }

    Optional<Latest> kept() {
        return Optional.ofNullable(kept);
    }

    /// Nobody writes to it any more: its number may become another's. What was written and not read yet goes.
    @Override
    public void close() {
        tape.close(this);
    }
}

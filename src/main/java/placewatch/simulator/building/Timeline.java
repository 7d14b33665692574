package placewatch.simulator.building;

import java.time.Duration;
import java.time.Instant;

/// The building's clock, and what is to happen when. Every method may be called on any thread.
sealed interface Timeline extends AutoCloseable permits FrozenTimeline, FlowingTimeline {

    Instant now();

    /// Runs work once its time has come; what falls due together runs in the order in which it was asked for. Does
    /// nothing once closed.
    void at(Instant due, Runnable work);

    /// How long a device takes that usually takes this long: no time at all where the clock stands still.
    Duration lag(Duration usual);

    @Override
    void close();
}

package placewatch.bridge;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import placewatch.log.LogEntry;
import placewatch.log.LogSource;
import placewatch.log.LogStore;
import placewatch.log.Severity;
import placewatch.model.log.LogStream;
import placewatch.model.log.StreamTally;
import placewatch.socket.DebugLine;
import placewatch.socket.DebugListener;
import placewatch.socket.DebugPhase;

/// Between a debug stream and the log: each line goes into the ring on the thread that it came on, so that none waits
/// where it could be lost; a gap is marked in its place among them. How the stream stands follows in a pulse.
final class LogFeed implements DebugListener {

    private final LogStore store;
    private final LogSource source;
    private final InstantSource clock;
    private final StreamTally tally;
    private final Inbox.Lane lane;
    private final Queue<DebugPhase> phases = new ArrayDeque<>();
    private boolean left;

    /// Socket's threads only.
    private Optional<Instant> lost = Optional.empty();
    private boolean flowing;

    LogFeed(LogStream stream, LogStore store, InstantSource clock, Inbox inbox) {
        this.store = store;
        this.clock = clock;
        source = stream.source();
        tally = stream.tally();
        lane = inbox.lane(_ -> {
            drain(stream);
            return true;
        });
    }

    @Override
    public void onPhase(DebugPhase phase) {
        switch (phase) {
            case DebugPhase.Streaming() -> {
                if (!flowing) {
                    flowing = true;
                    mark("debug on: " + source.slug() + lost.map(since -> ", after a gap of "
                            + span(Duration.between(since, clock.instant()))).orElse(""));
                    lost = Optional.empty();
                }
            }
            case DebugPhase.Disconnected() -> {
                if (flowing) {
                    flowing = false;
                    lost = Optional.of(clock.instant());
                    mark("connection lost: what the module wrote meanwhile is missing here");
                }
            }
            case DebugPhase.Refused(var error) -> {
                flowing = false;
                mark("debug refused: " + source.slug() + ": " + error.text());
            }
            case DebugPhase.Unanswered(var waited) -> {
                flowing = false;
                mark("debug not answered within " + span(waited) + ": " + source.slug());
            }
            case DebugPhase.Asking() -> { }
        }
        synchronized (this) {
            phases.add(phase);
        }
        lane.touched();
    }

    private static String span(Duration gap) {
        return gap.toSeconds() < 60 ? "%d.%d s".formatted(gap.toSeconds(), gap.toMillisPart() / 100)
                : "%d min %02d s".formatted(gap.toMinutes(), gap.toSecondsPart());
    }

    private void mark(String words) {
        store.append(clock.instant(), source, LogEntry.Kind.STREAM, "", words);
    }

    @Override
    public void onLine(DebugLine line) {
        store.append(line.at(), source, LogEntry.Kind.DEBUG, line.level(), line.text());
        tally.count(Severity.of(line.level()));
    }

    /// The stream is left: how it stood is not told any more. Draining thread.
    void leave() {
        synchronized (this) {
            left = true;
            phases.clear();
        }
    }

    private void drain(LogStream stream) {
        while (true) {
            DebugPhase phase;
            synchronized (this) {
                phase = left ? null : phases.poll();
            }
            if (phase == null) {
                return;
            }
            stream.phase(phase);
        }
    }
}

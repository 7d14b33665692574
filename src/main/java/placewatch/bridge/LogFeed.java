package placewatch.bridge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import placewatch.model.LogLine;
import placewatch.model.LogLines;
import placewatch.socket.DebugLine;
import placewatch.socket.DebugListener;
import placewatch.socket.DebugPhase;

/// Between a debug stream and its console: lines in order, bounded, what does not fit until the next pulse is counted.
final class LogFeed implements DebugListener {

    /// Lines that may wait for one pulse: seconds of the busiest stream.
    static final int WAITING = 50_000;
    private static final int BATCH = 2_000;

    private sealed interface Arrival { }

    private record Phase(DebugPhase phase) implements Arrival { }

    private record Line(DebugLine line) implements Arrival { }

    private final LogLines console;
    private final Inbox.Lane lane;
    private final Queue<Arrival> arrivals = new ArrayDeque<>();
    private long dropped;
    private boolean left;

    LogFeed(LogLines console, Inbox inbox) {
        this.console = console;
        lane = inbox.lane(this::drain);
    }

    @Override
    public void onPhase(DebugPhase phase) {
        synchronized (this) {
            arrivals.add(new Phase(phase));
        }
        lane.touched();
    }

    @Override
    public void onLine(DebugLine line) {
        synchronized (this) {
            if (arrivals.size() < WAITING) {
                arrivals.add(new Line(line));
            } else {
                dropped++;
            }
        }
        lane.touched();
    }

    /// The stream is left: what has arrived is still shown, what comes from now on is not. Draining thread.
    void leave() {
        drain(Long.MAX_VALUE);
        synchronized (this) {
            left = true;
            arrivals.clear();
        }
    }

    private boolean drain(long until) {
        boolean empty = false;
        do {
            List<Arrival> batch = new ArrayList<>();
            long lost;
            synchronized (this) {
                while (batch.size() < BATCH && !left && !arrivals.isEmpty()) {
                    batch.add(arrivals.remove());
                }
                empty = arrivals.isEmpty();
                lost = dropped;
                dropped = 0;
            }
            show(batch);
            console.dropped(lost);
        } while (!empty && (until == Long.MAX_VALUE || System.nanoTime() - until < 0));
        return empty;
    }

    private void show(List<Arrival> batch) {
        List<LogLine> lines = new ArrayList<>(batch.size());
        for (Arrival arrival : batch) {
            switch (arrival) {
                case Phase(DebugPhase phase) -> {
                    console.append(lines);
                    lines.clear();
                    console.phase(phase);
                }
                case Line(DebugLine line) -> split(line, lines);
            }
        }
        if (!lines.isEmpty()) {
            console.append(lines);
        }
    }

    private static void split(DebugLine line, List<LogLine> into) {
        LogLine.Kind kind = LogLine.Kind.DEBUG;
        for (String physical : line.text().split("\\R", -1)) {
            if (kind == LogLine.Kind.CONTINUED && physical.isEmpty()) {
                continue;
            }
            into.add(new LogLine(line.at(), line.level(), physical, kind));
            kind = LogLine.Kind.CONTINUED;
        }
    }
}

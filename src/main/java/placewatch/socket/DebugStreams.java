package placewatch.socket;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;
import placewatch.protocol.Inbound;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.Outbound;

/// All debug streams, one a module however many listen and in however many systems the module is: a line names only
/// its module, so two streams of one would deliver each line twice. Confined to turns.
final class DebugStreams {

    private record Flowing(DebugStream stream, Lease lease) { }

    private final Requests requests;
    private final Pacer pacer;
    private final Duration deadline;
    private final AtomicInteger held = new AtomicInteger();
    private final Map<String, Flowing> streams = new LinkedHashMap<>();
    private boolean up;

    DebugStreams(Requests requests, Pacer pacer, Duration deadline) {
        this.requests = requests;
        this.pacer = pacer;
        this.deadline = deadline;
    }

    /// Open, or being opened, on the wire. Any thread.
    int held() {
        return held.get();
    }

    void join(ModuleAddress module, String moduleId, Seat<DebugListener> seat) {
        Flowing entry = streams.computeIfAbsent(moduleId, id -> dry(module, id));
        if (!entry.stream.wanted()) {
            // it may still be being left at the address that the module had before
            entry.stream.isNow(module);
        }
        entry.stream.join(seat);
        entry.lease.look();
    }

    void leave(String moduleId, Seat<DebugListener> seat) {
        Flowing entry = streams.get(moduleId);
        if (entry != null) {
            entry.stream.leave(seat);
            entry.lease.look();
        }
    }

    void lineUp() {
        up = true;
        for (Flowing entry : List.copyOf(streams.values())) {
            entry.stream.askAfresh();
            entry.stream.enter(new DebugPhase.Asking());
            entry.lease.look();
        }
    }

    void lineDown() {
        up = false;
        for (Flowing entry : List.copyOf(streams.values())) {
            entry.lease.dropped();
            entry.stream.enter(new DebugPhase.Disconnected());
            if (!entry.stream.wanted()) {
                streams.remove(entry.stream.moduleId());
            }
        }
    }

    /// Hands a line to its stream. False if nobody here asked for that module.
    boolean line(Inbound.Debug line, Instant at) {
        Optional<Flowing> entry = Optional.ofNullable(streams.get(line.module()))
                .or(() -> streams.values().stream()
                        .filter(flowing -> flowing.stream.hasSaid(line))
                        .findFirst());
        entry.ifPresent(flowing -> {
            flowing.lease.proven();
            flowing.stream.line(line, at);
        });
        return entry.isPresent();
    }

    /// The frames that leave everything that is held.
    List<LongFunction<Outbound>> farewells() {
        List<LongFunction<Outbound>> frames = new ArrayList<>();
        streams.values().stream().filter(entry -> entry.lease.isHeld())
                .forEach(entry -> frames.add(entry.stream::leaving));
        return frames;
    }

    private Flowing dry(ModuleAddress module, String moduleId) {
        DebugPhase phase = up ? new DebugPhase.Asking() : new DebugPhase.Disconnected();
        DebugStream stream = new DebugStream(module, moduleId, phase, over -> streams.remove(over.moduleId()));
        return new Flowing(stream, new Lease(stream, requests, pacer, deadline, held));
    }
}

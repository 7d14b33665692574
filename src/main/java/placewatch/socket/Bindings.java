package placewatch.socket;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;
import placewatch.protocol.Inbound;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.Outbound;
import placewatch.protocol.StatusKey;
import placewatch.socket.SocketOptions.Dialect;

/// All watched variables, each bound once however many watch it. Confined to turns.
final class Bindings {

    private record Bound(Binding binding, Lease lease) { }

    private final Requests requests;
    private final Pacer pacer;
    private final Duration deadline;
    private final AtomicInteger held = new AtomicInteger();
    private final Map<StatusKey, Bound> bound = new LinkedHashMap<>();
    private DialectDetector dialect = new DialectDetector(Dialect.DETECT);
    private boolean up;

    Bindings(Requests requests, Pacer pacer, Duration deadline) {
        this.requests = requests;
        this.pacer = pacer;
        this.deadline = deadline;
    }

    /// Bound, or being bound, on the wire. Any thread.
    int held() {
        return held.get();
    }

    void join(StatusKey key, Seat<BindListener> seat) {
        Bound entry = bound.computeIfAbsent(key, this::unbound);
        entry.binding.join(seat);
        entry.lease.look();
    }

    void leave(StatusKey key, Seat<BindListener> seat) {
        Bound entry = bound.get(key);
        if (entry != null) {
            entry.binding.leave(seat);
            entry.lease.look();
        }
    }

    /// A new connection: binds all again, in the order in which they were first asked for.
    void lineUp(DialectDetector detector) {
        up = true;
        dialect = detector;
        for (Bound entry : List.copyOf(bound.values())) {
            entry.binding.enter(new BindPhase.Binding());
            entry.lease.look();
        }
    }

    void lineDown() {
        up = false;
        for (Bound entry : List.copyOf(bound.values())) {
            entry.lease.dropped();
            entry.binding.enter(new BindPhase.Disconnected());
            if (!entry.binding.wanted()) {
                bound.remove(entry.binding.key());
            }
        }
    }

    /// The module at that address is another one now.
    void remapped(ModuleAddress module, Instant at) {
        for (Bound entry : List.copyOf(bound.values())) {
            if (entry.binding.key().module().equals(module)) {
                entry.binding.remapped(at, up);
                entry.lease.renew();
            }
        }
    }

    /// Hands a value to its binding, whatever the frame's id. False if nobody here knows the variable.
    boolean notified(Inbound.Notify notify, Instant at) {
        boolean unknown = dialect.dialect() == Dialect.DETECT;
        DialectDetector.Reading value = dialect.read(notify.value());
        if (unknown && dialect.dialect() != Dialect.DETECT) {
            List.copyOf(bound.values()).forEach(entry -> entry.binding.dialectKnown(dialect));
        }
        Bound entry = bound.get(notify.key());
        if (entry == null) {
            return false;
        }
        entry.lease.proven();
        entry.binding.value(value, at, entry.lease.isOut());
        return true;
    }

    /// The frames that leave everything that is held.
    List<LongFunction<Outbound>> farewells() {
        List<LongFunction<Outbound>> frames = new ArrayList<>();
        bound.values().stream().filter(entry -> entry.lease.isHeld())
                .forEach(entry -> frames.add(entry.binding::leaving));
        return frames;
    }

    private Bound unbound(StatusKey key) {
        BindPhase phase = up ? new BindPhase.Binding() : new BindPhase.Disconnected();
        Binding binding = new Binding(key, phase, over -> bound.remove(over.key()));
        return new Bound(binding, new Lease(binding, requests, pacer, deadline, held));
    }
}

package placewatch.socket;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import placewatch.protocol.Inbound;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.Notifies;
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

    private final Written written = new Written();
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
        written.clear();
        for (Bound entry : List.copyOf(bound.values())) {
            entry.binding.enter(new BindPhase.Binding());
            entry.lease.look();
        }
    }

    /// @param heardUntil when the last frame came
    void lineDown(Instant heardUntil) {
        up = false;
        for (Bound entry : List.copyOf(bound.values())) {
            entry.lease.dropped();
            entry.binding.enter(new BindPhase.Disconnected(Optional.of(heardUntil)));
            if (!entry.binding.wanted()) {
                forget(entry.binding);
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

    /// What is bound to a module is bound anew.
    void renew(ModuleAddress module) {
        for (Bound entry : List.copyOf(bound.values())) {
            if (entry.binding.key().module().equals(module)) {
                entry.lease.renew();
            }
        }
    }

    /// Hands a value to its binding, whatever the frame's id. False if nobody here knows the variable.
    boolean notified(Inbound.Notify notify, Instant at) {
        Bound entry = bound.get(notify.key());
        return notified(entry == null ? null : entry.binding, notify.value(), at);
    }

    /// Hands values to their bindings, in order.
    ///
    /// @param strays hears of those that nobody here knows
    void notified(Notifies notifies, Instant at, Consumer<Inbound> strays) {
        for (int i = written.write(notifies, 0, at); i < notifies.size(); i = written.write(notifies, i + 1, at)) {
            Bound entry = bound.get(notifies.key(i));
            if (!notified(entry == null ? null : entry.binding, notifies.value(i), at)) {
                strays.accept(new Inbound.Notify(OptionalLong.empty(), notifies.key(i), notifies.value(i)));
            } else if (entry != null && dialect.dialect() == Dialect.RAW) {
                written.begin(notifies.number(i), entry.binding);
            }
        }
    }

    private boolean notified(@Nullable Binding binding, String raw, Instant at) {
        boolean unknown = dialect.dialect() == Dialect.DETECT;
        DialectDetector.Reading value = dialect.read(raw);
        if (unknown && dialect.dialect() != Dialect.DETECT) {
            List.copyOf(bound.values()).forEach(entry -> entry.binding.dialectKnown(dialect));
        }
        if (binding == null) {
            return false;
        }
        if (binding.isUnproven()) {
            bound.get(binding.key()).lease.proven();
        }
        binding.value(value, at);
        return true;
    }

    private void forget(Binding binding) {
        bound.remove(binding.key());
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
        Binding binding = new Binding(key, phase, written::end, this::forget);
        return new Bound(binding, new Lease(binding, requests, pacer, deadline, held));
    }
}

package placewatch.socket;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import placewatch.protocol.Inbound;
import placewatch.protocol.Outbound;

/// Numbers requests, sends them and brings the answers back. Numbers go up over the socket's whole life, so that an
/// answer can't be taken for that of an earlier connection. Confined to turns.
final class Requests {

    private final Line line;
    private final Turns turns;
    private final PendingCalls pending = new PendingCalls();
    private final AtomicLong next = new AtomicLong(1);

    Requests(Line line, Turns turns) {
        this.line = line;
        this.turns = turns;
    }

    /// The number that the next request will have. Any thread.
    long nextId() {
        return next.get();
    }

    /// Sends on an open line. If it fails in this moment, the answer hears `lost` with the rest.
    void send(LongFunction<Outbound> frame, Duration deadline, PendingCalls.Answer answer) {
        long id = next.getAndIncrement();
        pending.add(id, turns.nanoTime(), deadline, answer);
        line.send(frame.apply(id));
    }

    /// False if it answers nothing that was asked.
    boolean answered(Inbound.Success success) {
        return success.id().isPresent() && pending.success(success.id().getAsLong(), success);
    }

    /// False if it answers nothing that was asked.
    boolean failed(Inbound.Error error) {
        return error.id().isPresent() && pending.error(error.id().getAsLong(), error.error());
    }

    void expire(long now) {
        pending.expire(now);
    }

    void lost() {
        pending.lost();
    }
}

package placewatch.socket;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import placewatch.protocol.ErrorCode;
import placewatch.protocol.Inbound;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.Outbound;
import placewatch.protocol.ServerError;

/// One module's debug stream: who listens, and how it was asked for. Today's servers want the module's id where the
/// public page shows its name: it is asked for by id, and by name if there is no such module. Confined to turns.
final class DebugStream implements Lease.Holder {

    private ModuleAddress module;
    private final String moduleId;
    private final Consumer<DebugStream> onOver;
    private final List<Seat<DebugListener>> seats = new ArrayList<>();
    private DebugPhase phase;
    private boolean byName;
    private boolean current;
    private ModuleAddress asked;
    private OptionalLong askedWith = OptionalLong.empty();
    private Optional<String> answeredId = Optional.empty();

    DebugStream(ModuleAddress module, String moduleId, DebugPhase phase, Consumer<DebugStream> onOver) {
        this.module = module;
        this.moduleId = moduleId;
        this.phase = phase;
        this.onOver = onOver;
        asked = named(moduleId);
    }

    String moduleId() {
        return moduleId;
    }

    /// Whether a line is of this stream. A line may repeat the name that was asked by, which modules of other systems
    /// have too: then its id, which is that of the request, must agree.
    boolean hasSaid(Inbound.Debug line) {
        String name = line.module();
        return name.equals(moduleId) || answeredId.filter(name::equals).isPresent()
                || byName && name.equals(asked.module()) && line.id().equals(askedWith);
    }

    /// Where it is asked for from now on.
    void isNow(ModuleAddress address) {
        module = address;
    }

    void join(Seat<DebugListener> seat) {
        seats.add(seat);
        seat.tell(listener -> listener.onPhase(phase));
    }

    void leave(Seat<DebugListener> seat) {
        seats.remove(seat);
    }

    void enter(DebugPhase next) {
        if (!next.equals(phase)) {
            phase = next;
            tell(listener -> listener.onPhase(next));
        }
    }

    /// The line is new: what another server or version wanted means nothing now.
    void askAfresh() {
        byName = false;
        answeredId = Optional.empty();
        asked = named(moduleId);
    }

    void line(Inbound.Debug line, Instant at) {
        if (current) {
            enter(new DebugPhase.Streaming());
        }
        DebugLine told = new DebugLine(moduleId, line.level(), line.text(), at);
        tell(listener -> listener.onLine(told));
    }

    @Override
    public void current(boolean now) {
        current = now;
    }

    @Override
    public boolean wanted() {
        return !seats.isEmpty();
    }

    @Override
    public Outbound asking(long id) {
        asked = byName ? module : named(moduleId);
        askedWith = OptionalLong.of(id);
        return new Outbound.Debug(id, asked);
    }

    /// Today's server matches system, module and index with what was asked for; the documented one goes by the id.
    @Override
    public Outbound leaving(long id) {
        return new Outbound.Ignore(id, byName ? answeredId.map(this::named).orElse(asked) : asked);
    }

    @Override
    public void letGo() {
        enter(new DebugPhase.Asking());
    }

    @Override
    public void granted(Inbound.Success success) {
        answeredId = success.moduleId();
        enter(new DebugPhase.Streaming());
    }

    @Override
    public boolean refused(ServerError error) {
        if (!byName && error.code().filter(ErrorCode.MODULE_NOT_FOUND::equals).isPresent()) {
            byName = true;
            return true;
        }
        enter(new DebugPhase.Refused(error));
        return false;
    }

    @Override
    public void unanswered(Duration waited) {
        if (!(phase instanceof DebugPhase.Streaming)) {
            enter(new DebugPhase.Unanswered(waited));
        }
    }

    @Override
    public void over() {
        onOver.accept(this);
    }

    private ModuleAddress named(String name) {
        return new ModuleAddress(module.system(), name, module.index());
    }

    private void tell(Consumer<DebugListener> news) {
        List.copyOf(seats).forEach(seat -> seat.tell(news));
    }
}

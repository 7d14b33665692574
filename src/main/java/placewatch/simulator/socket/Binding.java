package placewatch.simulator.socket;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import placewatch.simulator.building.DemoModule;
import tools.jackson.databind.JsonNode;

/// One client's binding of one status variable. It follows its address: [StatusBindings] moves it when the address
/// comes to mean another module. Safe on any thread.
final class Binding {

    private final BoundName bound;
    private final Consumer<ChangedValue> deliver;
    private @Nullable List<ChangedValue> early = new ArrayList<>();
    private @Nullable String moduleId;
    private long move;
    private boolean ended;

    /// @param deliver  takes each value in order; must return at once
    Binding(BoundName bound, Consumer<ChangedValue> deliver) {
        this.bound = bound;
        this.deliver = deliver;
    }

    Target target() {
        return bound.target();
    }

    String name() {
        return bound.name();
    }

    /// A change arrives. Before the first value went out it waits, lest the client sees an old value last.
    synchronized void changed(ChangedValue value) {
        if (ended) {
            return;
        }
        if (early == null) {
            deliver.accept(value);
        } else {
            early.add(value);
        }
    }

    /// Sends the value that the module held, then what changed since it was read.
    synchronized void begin(Optional<JsonNode> held) {
        List<ChangedValue> since = early == null ? List.of() : early;
        early = null;
        if (ended) {
            return;
        }
        int seen = 0;
        if (held.isPresent()) {
            deliver.accept(new ChangedValue(held.get()));
            for (int i = 0; i < since.size(); i++) {
                seen = since.get(i).isThe(held.get()) ? i + 1 : seen;
            }
        }
        since.subList(seen, since.size()).forEach(deliver);
    }

    /// A number that must be shown to [#moveTo]; only the newest counts.
    synchronized long nextMove() {
        return ++move;
    }

    /// Changes the module that it listens to, unless a newer move has begun or it has ended.
    synchronized void moveTo(long number, Optional<DemoModule> module, Consumer<String> leave, Consumer<String> join) {
        String next = module.map(DemoModule::id).orElse(null);
        if (ended || number != move || (next == null ? moduleId == null : next.equals(moduleId))) {
            return;
        }
        if (moduleId != null) {
            leave.accept(moduleId);
        }
        moduleId = next;
        if (next != null) {
            join.accept(next);
        }
    }

    synchronized boolean hasEnded() {
        return ended;
    }

    synchronized void end(Consumer<String> leave) {
        ended = true;
        if (moduleId != null) {
            leave.accept(moduleId);
            moduleId = null;
        }
    }
}

package placewatch.screen.watch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import placewatch.bridge.Connection;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.Subscription;
import placewatch.rest.ApiResult;
import placewatch.rest.SystemDetail;

/// What people call the systems in the tables, and which of their modules run. Each is asked for once, one at a time;
/// after that the connection hears of it while it has watched variables. JavaFX thread.
final class SystemNames implements AutoCloseable {

    private final Connection connection;
    private final BiConsumer<String, String> onTitle;
    private final Consumer<ModuleAddress> onRunning;
    private final Map<String, ReadOnlyStringWrapper> titles = new HashMap<>();
    private final Map<ModuleAddress, Boolean> running = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private final Deque<String> waiting = new ArrayDeque<>();
    private final Subscription hearing;
    private final Subscription returning;
    private Subscription asking = () -> { };
    private boolean busy;

    /// @param kept      titles by id, as last heard
    /// @param onTitle   hears a system's id and its title, when that is new
    /// @param onRunning hears of a module that was started or stopped
    SystemNames(Connection connection, Map<String, String> kept, BiConsumer<String, String> onTitle,
            Consumer<ModuleAddress> onRunning) {
        this.connection = connection;
        this.onTitle = onTitle;
        this.onRunning = onRunning;
        kept.forEach((id, title) -> titles.put(id, new ReadOnlyStringWrapper(title)));
        hearing = connection.onDetail(this::heard);
        returning = connection.onReturn(this::next);
    }

    /// A system's title; its id while it is not known.
    ReadOnlyStringProperty title(String system) {
        return titles.computeIfAbsent(system, ReadOnlyStringWrapper::new).getReadOnlyProperty();
    }

    /// Whether a module runs, as far as was told.
    boolean running(ModuleAddress module) {
        return running.getOrDefault(module, true);
    }

    /// These systems are looked at now.
    void want(Set<String> systems) {
        for (String system : systems) {
            if (!known.contains(system) && !waiting.contains(system)) {
                waiting.add(system);
            }
        }
        next();
    }

    private void next() {
        String system = waiting.peek();
        if (busy || system == null) {
            return;
        }
        busy = true;
        asking = connection.system(system, result -> {
            busy = false;
            waiting.remove(system);
            if (!(result instanceof ApiResult.Ok<SystemDetail>)) {
                // asked again when the table is opened again; its rows say what the server says of it
                known.remove(system);
            }
            next();
        });
    }

    private void heard(SystemDetail detail) {
        String id = detail.system().id();
        known.add(id);
        waiting.remove(id);
        String title = detail.system().title();
        ReadOnlyStringWrapper shown = titles.computeIfAbsent(id, ReadOnlyStringWrapper::new);
        if (!title.isBlank() && !title.equals(shown.get())) {
            shown.set(title);
            onTitle.accept(id, title);
        }
        for (SystemDetail.Addressed addressed : detail.addressed()) {
            Boolean before = running.put(addressed.address(), addressed.module().running());
            if (before == null || before != addressed.module().running()) {
                onRunning.accept(addressed.address());
            }
        }
    }

    @Override
    public void close() {
        hearing.close();
        returning.close();
        asking.close();
    }
}

package placewatch.simulator.building;

import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import placewatch.simulator.building.driver.Device.PeerListener;
import tools.jackson.databind.JsonNode;

/// The modules of one system, and the lock under which their drivers' code runs.
///
/// Nothing happens in a room until it is woken; then it stays awake. What happens while it wakes is told to nobody:
/// it counts as what was there before.
final class Room {
    private final Supplier<DemoSystem> system;
    private final Timeline timeline;
    private final Listeners listeners;
    private final Outbox outbox = new Outbox();
    private final ReentrantLock lock = new ReentrantLock();
    private final List<LiveModule> modules;
    private final List<Watch> watches = new ArrayList<>();
    private final Deque<Runnable> followUps = new ArrayDeque<>();
    private volatile boolean awake;
    private boolean waking;

    private record Watch(ModuleRun owner, String moduleName, String key, PeerListener listener) { }

    Room(Supplier<DemoSystem> system, List<Fitting> fittings, Timeline timeline, Listeners listeners) {
        this.system = system;
        this.timeline = timeline;
        this.listeners = listeners;
        this.modules = fittings.stream().map(fitting -> new LiveModule(fitting, this)).toList();
    }

    List<LiveModule> modules() {
        return modules;
    }

    Timeline timeline() {
        return timeline;
    }

    DemoSystem system() {
        return system.get();
    }

    ZoneId timezone() {
        return ZoneId.of(system().timezone());
    }

    /// The modules of that name that the system lists now, in its order.
    List<LiveModule> named(String name) {
        return system().modules().stream()
                .flatMap(id -> modules.stream().filter(module -> module.id().equals(id)))
                .filter(module -> module.name().equals(name))
                .toList();
    }

    String slug(LiveModule module) {
        return module.name() + "_" + Math.max(1, named(module.name()).indexOf(module) + 1);
    }

    void wake() {
        if (awake) {
            return;
        }
        lock.lock();
        try {
            if (!awake && !waking) {
                waking = true;
                // what others go by comes first, what goes by the others comes last
                modules.stream()
                        .sorted(Comparator.comparing(module -> switch (module.kind()) {
                            case SERVICE -> 0;
                            case DEVICE -> 1;
                            case LOGIC -> 2;
                        }))
                        .forEach(LiveModule::bringToLife);
                followUp();
                waking = false;
                awake = true;
                modules.forEach(LiveModule::settle);
            }
        } finally {
            lock.unlock();
        }
    }

    /// Does something in the room, under its lock, and then tells what came of it, without the lock.
    void act(Runnable work) {
        lock.lock();
        try {
            work.run();
            followUp();
        } finally {
            lock.unlock();
            outbox.deliver();
        }
    }

    private void followUp() {
        for (Runnable next = followUps.poll(); next != null; next = followUps.poll()) {
            next.run();
        }
    }

    void tell(Consumer<BuildingListener> news) {
        if (!waking) {
            outbox.post(() -> listeners.tell(news));
        }
    }

    /// To be done after what was told so far was heard.
    void afterNews(Runnable work) {
        outbox.post(work);
    }

    void changed(LiveModule module, String key, JsonNode value) {
        tell(listener -> listener.statusChanged(module, key, value));
        for (Watch watch : watches) {
            if (watch.key.equals(key) && watch.moduleName.equals(module.name())) {
                followUps.add(() -> hear(watch, module, value));
            }
        }
    }

    void watch(ModuleRun owner, String moduleName, String key, PeerListener listener) {
        watches.removeIf(watch -> watch.owner.ended());
        Watch watch = new Watch(owner, moduleName, key, listener);
        watches.add(watch);
        named(moduleName).forEach(module -> module.published(key)
                .ifPresent(value -> followUps.add(() -> hear(watch, module, value))));
    }

    private void hear(Watch watch, LiveModule module, JsonNode value) {
        if (!watch.owner.ended()) {
            watch.listener.changed(watch.owner.peer(module), value);
        }
    }
}

package placewatch.bridge;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import placewatch.model.StatusRow;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.StatusKey;
import placewatch.protocol.Subscription;

/// Which variables are kept live, and for how long after the last one who looked has left: so that going back and forth
/// between pages neither unbinds nor binds, and finds each row as it went on meanwhile. One thread.
final class Watches {

    /// How long a variable that nobody looks at any more stays bound, at least.
    static final Duration GRACE = Duration.ofSeconds(5);

    private static final class Watch {
        private final StatusRow row;
        private final Subscription binding;
        private int uses;
        private Instant until = Instant.MIN;
        private boolean leaving;

        private Watch(StatusRow row, Subscription binding) {
            this.row = row;
            this.binding = binding;
        }
    }

    private final Function<StatusRow, Subscription> bind;
    private final InstantSource clock;
    private final Map<StatusKey, Watch> kept = new HashMap<>();
    private final Deque<Watch> leaving = new ArrayDeque<>();

    /// @param bind keeps a row live until its subscription is closed
    Watches(Function<StatusRow, Subscription> bind, InstantSource clock) {
        this.bind = bind;
        this.clock = clock;
    }

    /// The row of a variable that is kept live already, else a new one that is not live yet.
    StatusRow row(StatusKey key) {
        Watch known = kept.get(key);
        return known == null ? new StatusRow(key) : known.row;
    }

    /// Keeps a row live until the subscription is closed, and a little longer.
    Subscription watch(StatusRow row) {
        Watch known = kept.get(row.key());
        Watch watch = known != null && known.row == row ? known : new Watch(row, bind.apply(row));
        kept.putIfAbsent(row.key(), watch);
        watch.uses++;
        boolean[] over = {false};
        return () -> {
            if (!over[0]) {
                over[0] = true;
                watch.uses--;
                if (watch.uses == 0) {
                    watch.until = clock.instant().plus(GRACE);
                    if (!watch.leaving) {
                        watch.leaving = true;
                        leaving.add(watch);
                    }
                }
            }
        };
    }

    /// These are the addresses that mean a module in a system now.
    void listed(String system, Set<ModuleAddress> addresses) {
        Instant now = clock.instant();
        for (Watch watch : kept.values()) {
            ModuleAddress address = watch.row.key().module();
            if (address.system().equals(system)) {
                watch.row.listed(addresses.contains(address), now);
            }
        }
    }

    /// Lets go of those whose grace is over.
    void sweep() {
        Instant now = clock.instant();
        int turns = leaving.size();
        for (int i = 0; i < turns; i++) {
            Watch watch = leaving.remove();
            if (watch.uses > 0) {
                watch.leaving = false;
            } else if (watch.until.isAfter(now)) {
                leaving.add(watch);
            } else {
                watch.binding.close();
                kept.remove(watch.row.key(), watch);
            }
        }
    }
}

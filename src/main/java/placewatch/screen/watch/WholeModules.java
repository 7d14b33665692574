package placewatch.screen.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import placewatch.bridge.Connection;
import placewatch.control.Texts;
import placewatch.protocol.Failure;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.Subscription;
import placewatch.rest.ApiResult;

/// Which variables the modules have that were pinned whole. REST alone tells it, so each module is asked again every
/// few seconds, one at a time. JavaFX thread.
final class WholeModules implements AutoCloseable {

    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final Connection connection;
    private final Runnable onChange;
    private final Map<ModuleAddress, Set<String>> found;
    private final Map<ModuleAddress, Instant> asked = new HashMap<>();
    private final Map<ModuleAddress, Failure> failures = new LinkedHashMap<>();
    private final Subscription turns;
    private List<ModuleAddress> modules = List.of();
    private Subscription asking = () -> { };
    private boolean busy;

    /// @param found    what was found of each module so far; goes on growing
    /// @param onChange hears that there are more variables, or that asking went otherwise than before
    WholeModules(Connection connection, Map<ModuleAddress, Set<String>> found, Runnable onChange) {
        this.found = found;
        this.connection = connection;
        this.onChange = onChange;
        turns = connection.every(1, this::next);
    }

    /// These are pinned from now on.
    void modules(List<ModuleAddress> next) {
        modules = List.copyOf(next);
        failures.keySet().retainAll(modules);
        next();
    }

    private void next() {
        Instant since = connection.now().minus(AGAIN);
        Optional<ModuleAddress> due = modules.stream()
                .filter(module -> !asked.getOrDefault(module, Instant.MIN).isAfter(since))
                .min((one, other) -> asked.getOrDefault(one, Instant.MIN)
                        .compareTo(asked.getOrDefault(other, Instant.MIN)));
        if (!busy && due.isPresent()) {
            busy = true;
            asked.put(due.get(), connection.now());
            asking = connection.state(due.get(), result -> answered(due.get(), result));
        }
    }

    private void answered(ModuleAddress module, ApiResult<Map<String, String>> result) {
        busy = false;
        boolean changed = switch (result) {
            case ApiResult.Ok<Map<String, String>>(Map<String, String> state) -> {
                boolean recovered = failures.remove(module) != null;
                boolean more = found.computeIfAbsent(module, _ -> new LinkedHashSet<>()).addAll(
                        state.keySet().stream().filter(name -> !name.isBlank()).toList());
                yield more || recovered;
            }
            case ApiResult.Failed<Map<String, String>>(Failure failure) ->
                !failure.equals(failures.put(module, failure));
        };
        if (changed && modules.contains(module)) {
            onChange.run();
        }
        next();
    }

    /// The variables of a module that were found so far, in the order in which they were.
    Set<String> names(ModuleAddress module) {
        return found.getOrDefault(module, Set.of());
    }

    /// What keeps variables from being found, as a sentence; empty for nothing.
    String trouble(SystemNames names) {
        Optional<Map.Entry<ModuleAddress, Failure>> first = failures.entrySet().stream().findFirst();
        return first.map(entry -> {
            ModuleAddress module = entry.getKey();
            String where = module.slug() + " in " + names.title(module.system()).get();
            String more = failures.size() == 1 ? "" : " (and " + Texts.count(failures.size() - 1L, "other module") + ")";
            return entry.getValue() instanceof Failure.NotAllowed
                    ? "Your key may bind status variables but not list them, so those of " + where + more
                            + " can't be found. Pin them one by one."
                    : "The variables of " + where + more + " could not be listed. " + Texts.failure(entry.getValue());
        }).orElse("");
    }

    /// Modules of which nothing is known yet.
    long waiting() {
        return modules.stream()
                .filter(module -> !found.containsKey(module) && !failures.containsKey(module)).count();
    }

    @Override
    public void close() {
        turns.close();
        asking.close();
    }
}

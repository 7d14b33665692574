package placewatch;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which room may import which: the design's table, and the only place where the tests hold it. A room is a
/// package right under `placewatch` with everything below it; the root may import all and nobody may import it.
final class ImportTable {

    static final String ROOT = "placewatch";

    private static final Map<String, Set<String>> MAY_IMPORT = Map.ofEntries(
            Map.entry("protocol", Set.of()),
            Map.entry("network", Set.of("protocol")),
            Map.entry("history", Set.of("protocol")),
            Map.entry("export", Set.of("log", "protocol")),
            Map.entry("socket", Set.of("protocol", "network", "history")),
            Map.entry("rest", Set.of("protocol", "network")),
            Map.entry("journal", Set.of("protocol")),
            Map.entry("alert", Set.of("protocol")),
            Map.entry("form", Set.of("protocol")),
            Map.entry("log", Set.of("protocol")),
            Map.entry("settings", Set.of()),
            Map.entry("model", Set.of("protocol", "history", "log", "rest", "socket", "alert")),
            Map.entry("bridge", Set.of("network", "socket", "rest", "journal", "alert", "history", "log", "model",
                    "protocol")),
            Map.entry("control", Set.of("export", "form", "history", "log", "model", "protocol", "rest", "settings",
                    "socket")),
            Map.entry("screen", Set.of("control", "export", "form", "history", "log", "model", "bridge", "settings", "protocol",
                    "rest", "socket")),
            Map.entry("simulator", Set.of("protocol")));

    private ImportTable() {
    }

    static boolean names(String room) {
        return MAY_IMPORT.containsKey(room);
    }

    static boolean allows(String fromPackage, String toPackage) {
        Optional<String> from = room(fromPackage);
        Optional<String> to = room(toPackage);
        return from.isEmpty()
                || from.equals(to)
                || to.isPresent() && MAY_IMPORT.getOrDefault(from.get(), Set.of()).contains(to.get());
    }

    /// The room that a package belongs to; empty for the root.
    static Optional<String> room(String packageName) {
        if (packageName.equals(ROOT)) {
            return Optional.empty();
        }
        String below = packageName.substring(ROOT.length() + 1);
        int dot = below.indexOf('.');
        return Optional.of(dot < 0 ? below : below.substring(0, dot));
    }
}

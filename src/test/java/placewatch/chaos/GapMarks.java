package placewatch.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import placewatch.log.LogEntry;
import placewatch.log.LogWindow;

/// Reads the log as a person does: behind a mark that lines are missing, the first of the module's lines must come after
/// one that says how long they were.
record GapMarks(long gaps, Map<String, Long> lines, List<String> unmarked) {

    static GapMarks in(LogWindow window) {
        long gaps = 0;
        Map<String, Long> lines = new HashMap<>();
        Set<String> missing = new HashSet<>();
        List<String> unmarked = new ArrayList<>();
        for (long number = window.first(); number < window.end(); number++) {
            LogEntry entry = window.entry(number).orElseThrow();
            String module = entry.source().moduleId();
            if (entry.kind() == LogEntry.Kind.DEBUG) {
                lines.merge(module, 1L, Long::sum);
                if (missing.contains(module)) {
                    unmarked.add(number + " " + entry.source().slug() + ": " + entry.text());
                }
            } else if (entry.text().startsWith("connection lost: ") && !module.isEmpty()) {
                missing.add(module);
            } else if (entry.text().startsWith("debug on: ")) {
                boolean gap = entry.text().contains(", after a gap of ");
                if (gap != missing.remove(module)) {
                    unmarked.add(number + " " + entry.text());
                }
                gaps += gap ? 1 : 0;
            }
        }
        missing.forEach(module -> unmarked.add(module + " never came back"));
        return new GapMarks(gaps, lines, unmarked);
    }
}

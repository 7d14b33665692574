package placewatch.log;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Which lines a console is about, whatever its filter says.
///
/// @param only   a module's id: lines of that module alone; empty for all
/// @param muted  ids of modules whose lines are hidden
/// @param hidden kinds of lines that are hidden
/// @param since  number of the first line that is shown
public record LogScope(Optional<String> only, Set<String> muted, Set<LogEntry.Kind> hidden, long since) {

    public static final LogScope ALL = new LogScope(Optional.empty(), Set.of(), Set.of(), 0);

    public LogScope {
        muted = Set.copyOf(muted);
        hidden = Set.copyOf(hidden);
    }

    public static LogScope of(String moduleId) {
        return new LogScope(Optional.of(moduleId), Set.of(), Set.of(), 0);
    }

    public LogScope muted(Set<String> modules) {
        return new LogScope(only, modules, hidden, since);
    }

    public LogScope hidden(Set<LogEntry.Kind> kinds) {
        return new LogScope(only, muted, kinds, since);
    }

    public LogScope since(long number) {
        return new LogScope(only, muted, hidden, number);
    }

    /// A test of its own for one thread.
    LineChoice test() {
        SourceTest ofSource = new SourceTest(
                source -> only.map(source.moduleId()::equals).orElse(true) && !muted.contains(source.moduleId()));
        EnumSet<LogEntry.Kind> shown = EnumSet.allOf(LogEntry.Kind.class);
        shown.removeAll(hidden);
        return line -> line.number() >= since && shown.contains(line.kind()) && ofSource.takes(line);
    }
}

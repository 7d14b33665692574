package placewatch.settings;

import java.util.ArrayList;
import java.util.List;

/// How the log is kept and shown. Immutable.
///
/// @param mostLines  lines that the ring holds
/// @param saved      filters with a name, in the order of the person
/// @param recent     filters that were used of late, the latest first
/// @param calls      whether calls stand among the lines
/// @param connection whether turns of the connection do
/// @param colours    of ANSI, as drivers write them
public record LogSettings(int mostLines, List<Filter> saved, List<String> recent, Among calls, Among connection,
        Colours colours, ToFile file) {

    public static final int FEWEST_LINES = 10_000;
    public static final int USUAL_LINES = 1_000_000;
    public static final int MOST_LINES = 5_000_000;

    /// Recent filters that are kept.
    public static final int MOST_RECENT = 12;

    /// Filters with a name that are kept.
    public static final int MOST_SAVED = 200;

    /// Whether something stands among the lines.
    public enum Among { SHOWN, LEFT_OUT }

    /// What becomes of the colours that a line brings.
    public enum Colours { SHOWN, STRIPPED }

    /// A filter that the person has given a name.
    ///
    /// @param text as it is typed
    public record Filter(String name, String text) {

        public Filter {
            name = name.strip();
            if (name.isEmpty() || text.isBlank()) {
                throw new IllegalArgumentException("a filter needs a name and a text");
            }
        }
    }

    /// Whether every line is also written to a file.
    public enum Writing { ON, OFF }

    /// How lines are written.
    public enum Lines { TEXT, JSON_LINES }

    /// The file that lines are written to as they come.
    ///
    /// @param path      empty until the person has chosen one
    /// @param mostBytes after which a new file is begun
    /// @param kept      how many full files are kept beside it
    public record ToFile(Writing writing, String path, long mostBytes, int kept, Lines lines) {

        public static final long FEWEST_BYTES = 100_000;
        public static final long USUAL_BYTES = 50_000_000;
        public static final long MOST_BYTES = 10_000_000_000L;
        public static final int USUAL_KEPT = 5;
        public static final int MOST_KEPT = 100;

        public ToFile {
            if (writing == Writing.ON && path.isBlank()) {
                throw new IllegalArgumentException("writing to a file needs a file");
            }
            if (mostBytes < FEWEST_BYTES || mostBytes > MOST_BYTES) {
                throw new IllegalArgumentException("a file of the log can't be of " + mostBytes + " bytes");
            }
            if (kept < 0 || kept > MOST_KEPT) {
                throw new IllegalArgumentException(kept + " full files of the log can't be kept");
            }
        }

        /// Before anybody chose anything.
        public static ToFile usual() {
            return new ToFile(Writing.OFF, "", USUAL_BYTES, USUAL_KEPT, Lines.TEXT);
        }

        /// The same, on or off.
        public ToFile with(Writing next) {
            return new ToFile(next, path, mostBytes, kept, lines);
        }
    }

    public LogSettings {
        if (mostLines < FEWEST_LINES || mostLines > MOST_LINES) {
            throw new IllegalArgumentException("the log can't hold " + mostLines + " lines");
        }
        saved = List.copyOf(saved.subList(0, Math.min(MOST_SAVED, saved.size())));
        recent = recent.stream().filter(text -> !text.isBlank()).distinct().limit(MOST_RECENT).toList();
    }

    /// Before anybody chose anything.
    public static LogSettings usual() {
        return new LogSettings(USUAL_LINES, List.of(), List.of(), Among.SHOWN, Among.SHOWN, Colours.SHOWN,
                ToFile.usual());
    }

    public LogSettings withMostLines(int lines) {
        return new LogSettings(lines, saved, recent, calls, connection, colours, file);
    }

    /// With a filter in the place of the one of that name, or behind the others.
    public LogSettings withSaved(Filter filter) {
        List<Filter> next = new ArrayList<>(saved);
        for (int i = 0; i < next.size(); i++) {
            if (next.get(i).name().equalsIgnoreCase(filter.name())) {
                next.set(i, filter);
                return withSaved(next);
            }
        }
        next.add(filter);
        return withSaved(next);
    }

    /// Without the filter of that name.
    public LogSettings withoutSaved(String name) {
        return withSaved(saved.stream().filter(filter -> !filter.name().equalsIgnoreCase(name.strip())).toList());
    }

    /// With these filters, in that order.
    public LogSettings withSaved(List<Filter> next) {
        return new LogSettings(mostLines, next, recent, calls, connection, colours, file);
    }

    /// With a filter that was just used, on top.
    public LogSettings withRecent(String used) {
        List<String> next = new ArrayList<>(recent);
        next.addFirst(used.strip());
        return new LogSettings(mostLines, saved, next, calls, connection, colours, file);
    }

    public LogSettings withCalls(Among next) {
        return new LogSettings(mostLines, saved, recent, next, connection, colours, file);
    }

    public LogSettings withConnection(Among next) {
        return new LogSettings(mostLines, saved, recent, calls, next, colours, file);
    }

    public LogSettings withColours(Colours next) {
        return new LogSettings(mostLines, saved, recent, calls, connection, next, file);
    }

    public LogSettings withFile(ToFile next) {
        return new LogSettings(mostLines, saved, recent, calls, connection, colours, next);
    }
}

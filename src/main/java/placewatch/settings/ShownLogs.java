package placewatch.settings;

import java.util.List;

/// What the console of all logs had in it when it was left: the filter as it was typed, and whose streams were listed. A
/// restart lists them again and starts none: to debug a module acts on the building. Immutable.
public record ShownLogs(String filter, List<Stream> streams) {

    /// Streams that are listed again.
    public static final int MOST_STREAMS = 500;

    /// A module's stream.
    ///
    /// @param moduleId   as the server knows the module
    /// @param system     the id of the system that it was debugged in
    /// @param slug       `Display_1`
    /// @param systemName what people call the system
    public record Stream(String moduleId, String system, String slug, String systemName) {

        public Stream {
            if (moduleId.isBlank() || system.isBlank() || slug.isBlank()) {
                throw new IllegalArgumentException("a stream is of a module of a system");
            }
        }
    }

    public ShownLogs {
        streams = List.copyOf(streams.subList(0, Math.min(MOST_STREAMS, streams.size())));
    }

    /// Before anything was debugged.
    public static ShownLogs none() {
        return new ShownLogs("", List.of());
    }
}

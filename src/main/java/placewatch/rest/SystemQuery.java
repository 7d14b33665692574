package placewatch.rest;

import java.util.List;

/// Which systems are wanted.
///
/// @param text     words to look for, the last as a prefix; empty for all
/// @param zoneIds  in **every** one of these zones; empty for anywhere
public record SystemQuery(String text, List<String> zoneIds, int limit, int offset) {

    public SystemQuery {
        zoneIds = List.copyOf(zoneIds);
    }

    public static SystemQuery all() {
        return new SystemQuery("", List.of(), 100, 0);
    }

    public SystemQuery matching(String words) {
        return new SystemQuery(words, zoneIds, limit, offset);
    }

    public SystemQuery in(String zoneId) {
        return new SystemQuery(text, List.of(zoneId), limit, offset);
    }

    /// At most that many; 0 asks for the count alone.
    public SystemQuery first(int newLimit) {
        return new SystemQuery(text, zoneIds, newLimit, offset);
    }

    public SystemQuery from(int newOffset) {
        return new SystemQuery(text, zoneIds, limit, newOffset);
    }
}

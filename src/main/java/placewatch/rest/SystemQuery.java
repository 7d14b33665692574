package placewatch.rest;

import java.util.List;

/// Which systems are wanted.
///
/// @param text          words to look for, the last as a prefix; empty for all
/// @param zoneIds       in **every** one of these zones; empty for anywhere
/// @param bookableOnly  leaves out those that can't be booked
/// @param leastSeats    leaves out smaller ones; 0 for any size
/// @param features      having **every** one of these; empty for any
public record SystemQuery(
        String text,
        List<String> zoneIds,
        boolean bookableOnly,
        int leastSeats,
        List<String> features,
        int limit,
        int offset) {

    public SystemQuery {
        zoneIds = List.copyOf(zoneIds);
        features = List.copyOf(features);
    }

    public static SystemQuery all() {
        return new SystemQuery("", List.of(), false, 0, List.of(), 100, 0);
    }

    public SystemQuery matching(String words) {
        return new SystemQuery(words, zoneIds, bookableOnly, leastSeats, features, limit, offset);
    }

    public SystemQuery in(String zoneId) {
        return new SystemQuery(text, List.of(zoneId), bookableOnly, leastSeats, features, limit, offset);
    }

    public SystemQuery bookable() {
        return new SystemQuery(text, zoneIds, true, leastSeats, features, limit, offset);
    }

    public SystemQuery seating(int least) {
        return new SystemQuery(text, zoneIds, bookableOnly, least, features, limit, offset);
    }

    public SystemQuery having(List<String> all) {
        return new SystemQuery(text, zoneIds, bookableOnly, leastSeats, all, limit, offset);
    }

    /// At most that many; 0 asks for the count alone.
    public SystemQuery first(int newLimit) {
        return new SystemQuery(text, zoneIds, bookableOnly, leastSeats, features, newLimit, offset);
    }

    public SystemQuery from(int newOffset) {
        return new SystemQuery(text, zoneIds, bookableOnly, leastSeats, features, limit, newOffset);
    }
}

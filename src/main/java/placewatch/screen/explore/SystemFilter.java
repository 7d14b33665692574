package placewatch.screen.explore;

import java.util.ArrayList;
import java.util.List;
import placewatch.rest.ControlSystem;
import placewatch.rest.SystemQuery;

/// Which systems are shown.
///
/// @param leastSeats     0 for any size
/// @param features       all of these
/// @param favouritesOnly those with a star
record SystemFilter(boolean bookable, int leastSeats, List<String> features, boolean favouritesOnly) {

    SystemFilter {
        features = List.copyOf(features);
    }

    /// A part of it that is set, in words, and the filter without it.
    record Part(String words, SystemFilter without) { }

    static SystemFilter none() {
        return new SystemFilter(false, 0, List.of(), false);
    }

    SystemFilter bookable(boolean only) {
        return new SystemFilter(only, leastSeats, features, favouritesOnly);
    }

    SystemFilter seating(int least) {
        return new SystemFilter(bookable, least, features, favouritesOnly);
    }

    SystemFilter favourites(boolean only) {
        return new SystemFilter(bookable, leastSeats, features, only);
    }

    SystemFilter with(String feature) {
        List<String> more = new ArrayList<>(features);
        if (!more.contains(feature)) {
            more.add(feature);
        }
        return new SystemFilter(bookable, leastSeats, more, favouritesOnly);
    }

    SystemFilter without(String feature) {
        return new SystemFilter(bookable, leastSeats,
                features.stream().filter(one -> !one.equals(feature)).toList(), favouritesOnly);
    }

    boolean isSet() {
        return !equals(none());
    }

    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        if (favouritesOnly) {
            parts.add(new Part("favourites", favourites(false)));
        }
        if (bookable) {
            parts.add(new Part("bookable", bookable(false)));
        }
        if (leastSeats > 0) {
            parts.add(new Part(leastSeats + "+ seats", seating(0)));
        }
        features.forEach(feature -> parts.add(new Part(feature, without(feature))));
        return parts;
    }

    /// What the server is asked for; it knows no favourites.
    SystemQuery query() {
        SystemQuery query = SystemQuery.all().seating(leastSeats).having(features);
        return bookable ? query.bookable() : query;
    }

    /// Whether the server would list it, as far as its own record tells.
    boolean passes(ControlSystem system) {
        return (!bookable || system.bookable())
                && system.capacity() >= leastSeats
                && system.features().containsAll(features);
    }
}

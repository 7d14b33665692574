package placewatch.screen.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import placewatch.settings.DangerousCalls;
import placewatch.settings.Kept;
import placewatch.settings.PastCalls;

/// The calls that were made on one server, those that the person wants at hand, and which ask first. It is there before
/// the disk was read; until then the usual calls ask. JavaFX thread.
public final class CallBook {

    private static final String FULL = "There are " + PastCalls.MOST_FAVOURITES + " favourites, the most that are kept.";

    /// A favourite that was taken away.
    ///
    /// @param at its place among all
    record Removed(PastCalls.Favourite favourite, int at) { }

    private final ReadOnlyObjectWrapper<@Nullable Removed> removed = new ReadOnlyObjectWrapper<>();
    private final ObservableList<PastCalls.Call> calls = FXCollections.observableArrayList();
    private final ObservableList<PastCalls.Favourite> favourites = FXCollections.observableArrayList();
    private Kept<PastCalls> past = Kept.forNow(PastCalls.none());
    private Kept<DangerousCalls> dangerous = Kept.forNow(DangerousCalls.usual());

    /// What was kept was read; what was done meanwhile comes on top of it.
    public void read(Kept<PastCalls> keptPast, Kept<DangerousCalls> keptDangerous) {
        boolean more = !calls.isEmpty() || !favourites.isEmpty();
        past = keptPast;
        dangerous = keptDangerous;
        List<PastCalls.Call> all = new ArrayList<>(calls);
        all.addAll(keptPast.latest().calls());
        calls.setAll(all.subList(0, Math.min(all.size(), PastCalls.MOST)));
        List<PastCalls.Favourite> meanwhile = List.copyOf(favourites);
        favourites.setAll(keptPast.latest().favourites());
        meanwhile.stream().map(this::withFreeName).forEach(favourites::add);
        if (more) {
            keep();
        }
    }

    /// Nobody could know then which names were taken.
    private PastCalls.Favourite withFreeName(PastCalls.Favourite favourite) {
        PastCalls.Favourite free = favourite;
        for (int i = 2; taken(free, favourites).isPresent(); i++) {
            free = favourite.named(favourite.name() + " " + i);
        }
        return free;
    }

    /// The latest first.
    ObservableList<PastCalls.Call> calls() {
        return calls;
    }

    ObservableList<PastCalls.Favourite> favourites() {
        return favourites;
    }

    DangerousCalls dangerous() {
        return dangerous.latest();
    }

    void dangerous(DangerousCalls next) {
        dangerous.keep(next);
    }

    /// A call has come to its end.
    void add(PastCalls.Call call) {
        calls.addFirst(call);
        if (calls.size() > PastCalls.MOST) {
            calls.remove(PastCalls.MOST, calls.size());
        }
        keep();
    }

    /// One that the person wants at hand; why it can't be, if it can't.
    Optional<String> add(PastCalls.Favourite favourite) {
        Optional<String> taken = taken(favourite, favourites);
        if (taken.isPresent()) {
            return taken;
        }
        if (favourites.size() == PastCalls.MOST_FAVOURITES) {
            return Optional.of(FULL);
        }
        favourites.add(favourite);
        keep();
        return Optional.empty();
    }

    /// Gives one another name; why it can't have it, if it can't.
    Optional<String> rename(PastCalls.Favourite favourite, String name) {
        int at = favourites.indexOf(favourite);
        if (at < 0) {
            return Optional.of("“" + favourite.name() + "” is no favourite any more.");
        }
        PastCalls.Favourite next = favourite.named(name);
        Optional<String> taken = taken(next, favourites.stream().filter(each -> !each.equals(favourite)).toList());
        if (taken.isEmpty()) {
            favourites.set(at, next);
            keep();
        }
        return taken;
    }

    private static Optional<String> taken(PastCalls.Favourite favourite, List<PastCalls.Favourite> others) {
        return others.stream().anyMatch(favourite::clashes) ? Optional.of("There is a favourite called “"
                + favourite.name() + "” already.") : Optional.empty();
    }

    /// Takes one away, until [#putBack].
    void remove(PastCalls.Favourite favourite) {
        int at = favourites.indexOf(favourite);
        if (at >= 0) {
            favourites.remove(at);
            removed.set(new Removed(favourite, at));
            keep();
        }
    }

    /// Puts the one that was removed last where it was; why it can't be, if it can't.
    Optional<String> putBack() {
        Removed last = removed.get();
        if (last == null) {
            return Optional.empty();
        }
        Optional<String> taken = taken(last.favourite(), favourites);
        if (taken.isPresent()) {
            return taken;
        }
        if (favourites.size() == PastCalls.MOST_FAVOURITES) {
            return Optional.of(FULL);
        }
        removed.set(null);
        favourites.add(Math.min(last.at(), favourites.size()), last.favourite());
        keep();
        return Optional.empty();
    }

    /// The favourite that was removed last and can be put back; null for none.
    ReadOnlyObjectProperty<@Nullable Removed> removedProperty() {
        return removed.getReadOnlyProperty();
    }

    private void keep() {
        past.keep(new PastCalls(calls, favourites));
    }
}

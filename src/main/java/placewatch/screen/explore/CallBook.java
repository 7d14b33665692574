package placewatch.screen.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import placewatch.settings.DangerousCalls;
import placewatch.settings.Kept;
import placewatch.settings.PastCalls;

/// The calls that were made on one server, those that the person wants at hand, and which ask first. It is there before
/// the disk was read; until then the usual calls ask. JavaFX thread.
public final class CallBook {

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
        favourites.addAll(0, keptPast.latest().favourites());
        if (more) {
            keep();
        }
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
        boolean same = favourites.stream().anyMatch(each -> each.driver().equals(favourite.driver())
                && each.name().equalsIgnoreCase(favourite.name()));
        if (same) {
            return Optional.of("There is a favourite called “" + favourite.name() + "” already.");
        }
        if (favourites.size() == PastCalls.MOST_FAVOURITES) {
            return Optional.of("There are " + PastCalls.MOST_FAVOURITES + " favourites, the most that are kept.");
        }
        favourites.add(favourite);
        keep();
        return Optional.empty();
    }

    void remove(PastCalls.Favourite favourite) {
        favourites.remove(favourite);
        keep();
    }

    private void keep() {
        past.keep(new PastCalls(calls, favourites));
    }
}

package placewatch.screen.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import placewatch.bridge.Connection;
import placewatch.control.NaturalOrder;
import placewatch.control.Texts;
import placewatch.protocol.Failure;
import placewatch.protocol.Subscription;
import placewatch.rest.ApiResult;
import placewatch.rest.ControlSystem;
import placewatch.rest.SystemDetail;

/// The favourites as lines, by title; they need neither tree nor list. What the server says of each is asked for one
/// by one, as it knows no list of ids.
final class FavouriteSystems implements PlaceSection {

    private final Connection connection;
    private final Favourites favourites;
    private final Function<ControlSystem, String> path;
    private final List<PlaceNode> empty;
    private final Change change;
    private final Map<String, ControlSystem> told = new HashMap<>();
    private final Map<String, Failure> failed = new HashMap<>();
    private final Set<String> starred = new HashSet<>();
    private SystemFilter filter = SystemFilter.none();
    private String words = "";
    private List<String> ids = List.of();

    /// @param empty the lines when none passes
    FavouriteSystems(Connection connection, Favourites favourites,
            Function<ControlSystem, String> path, List<PlaceNode> empty, Change change) {
        this.connection = connection;
        this.favourites = favourites;
        this.path = path;
        this.empty = empty;
        this.change = change;
    }

    /// Shows those that pass. One whose star was just taken away stays until then, so that it can be given back.
    void show(String typed, SystemFilter wanted) {
        words = typed.toLowerCase(Locale.ROOT);
        filter = wanted;
        starred.clear();
        starred.addAll(favourites.titles().keySet());
        arrange();
    }

    private void arrange() {
        int before = size();
        ids = starred.stream().filter(this::passes)
                .sorted(Comparator.comparing(this::title, new NaturalOrder()).thenComparing(id -> id)).toList();
        change.lines(0, before, size());
    }

    private boolean passes(String id) {
        String title = title(id).toLowerCase(Locale.ROOT);
        ControlSystem system = told.get(id);
        return Arrays.stream(words.split("\\s+")).allMatch(title::contains)
                && (system == null || filter.passes(system));
    }

    private String title(String id) {
        ControlSystem system = told.get(id);
        return system != null ? system.title() : favourites.titles().getOrDefault(id, id);
    }

    /// How many pass.
    int count() {
        return ids.size();
    }

    @Override
    public int size() {
        return ids.isEmpty() ? empty.size() : ids.size();
    }

    @Override
    public PlaceNode line(int index) {
        if (ids.isEmpty()) {
            return empty.get(index);
        }
        String id = ids.get(index);
        ControlSystem system = told.get(id);
        if (system != null) {
            return new PlaceNode.OfSystem(system, path.apply(system), 0);
        }
        Failure failure = failed.get(id);
        String note = switch (failure) {
            case null -> "";
            case Failure.NotFound _ -> "no longer on this server";
            default -> Texts.failure(failure);
        };
        return new PlaceNode.OfSystem(new ControlSystem(id, title(id), "", "", "", List.of(), List.of(), List.of(),
                0, false, "", ""), note, 0);
    }

    @Override
    public List<Questions.Question> wants(int first, int last) {
        List<Questions.Question> wanted = new ArrayList<>();
        // a filter can only judge what is known
        List<String> sought = filter.favourites(false).isSet() ? ids
                : ids.subList(Math.min(first, ids.size()), Math.min(last + 1, ids.size()));
        sought.stream().filter(id -> !told.containsKey(id) && !failed.containsKey(id))
                .forEach(id -> wanted.add(new Questions.Question(id, done -> ask(id, done))));
        return wanted;
    }

    private Subscription ask(String id, Runnable done) {
        return connection.system(id, result -> {
            switch (result) {
                case ApiResult.Ok<SystemDetail>(SystemDetail detail) -> {
                    told.put(id, detail.system());
                    favourites.seen(detail.system());
                }
                case ApiResult.Failed<SystemDetail>(Failure failure) -> failed.put(id, failure);
            }
            arrange();
            done.run();
        });
    }

    @Override
    public void forgetFailures() {
        failed.clear();
        arrange();
    }
}

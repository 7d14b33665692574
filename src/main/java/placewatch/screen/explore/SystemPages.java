package placewatch.screen.explore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import placewatch.bridge.Connection;
import placewatch.control.Texts;
import placewatch.protocol.Failure;
import placewatch.protocol.Subscription;
import placewatch.rest.ApiResult;
import placewatch.rest.ControlSystem;
import placewatch.rest.Page;
import placewatch.rest.SystemQuery;

/// Systems as the server lists them, a line each, of which only those that were looked at are held. The first page
/// tells how many there are; each other is asked for when a line of it comes within sight.
///
/// Where a page begins is counted from what was received, which is what a sound `Link` says too; a page that came
/// short is asked for again from where it ended.
final class SystemPages implements PlaceSection {

    static final int PAGE = 100;

    /// What a list of systems needs of its surroundings.
    ///
    /// @param seen   hears the systems of every page that comes
    /// @param path   what stands beside a system's title
    /// @param order  of the systems of one page
    /// @param empty  the lines of a list without systems, at that depth
    record Setting(
            Connection connection,
            Consumer<List<ControlSystem>> seen,
            Function<ControlSystem, String> path,
            UnaryOperator<List<ControlSystem>> order,
            IntFunction<List<PlaceNode>> empty) { }

    private final Setting setting;
    private final SystemQuery query;
    private final int depth;
    private final Change change;
    private final Map<Integer, ControlSystem> held = new HashMap<>();
    private final Map<Integer, Failure> failed = new HashMap<>();
    private int length = -1;

    SystemPages(Setting setting, SystemQuery query, int depth, Change change) {
        this.setting = setting;
        this.query = query;
        this.depth = depth;
        this.change = change;
    }

    /// All systems of the list; -1 until the first page came.
    int length() {
        return length;
    }

    @Override
    public int size() {
        if (length < 0) {
            return 1;
        }
        return length == 0 ? empty().size() : length;
    }

    private List<PlaceNode> empty() {
        return setting.empty().apply(depth);
    }

    @Override
    public PlaceNode line(int index) {
        Failure failure = failed.get(index / PAGE);
        if (length == 0) {
            return empty().get(index);
        }
        ControlSystem system = held.get(index);
        if (system != null) {
            return new PlaceNode.OfSystem(system, setting.path().apply(system), depth);
        }
        if (failure != null) {
            return new PlaceNode.Act("Not loaded. " + Texts.failure(failure) + " Click to try again.", depth,
                    () -> retry(index / PAGE));
        }
        return length < 0 ? new PlaceNode.Notice("Loading systems…", depth) : new PlaceNode.Waiting(depth);
    }

    @Override
    public List<Questions.Question> wants(int first, int last) {
        List<Questions.Question> wanted = new ArrayList<>();
        int end = length < 0 ? 1 : Math.min(length, last + 1);
        for (int page = first / PAGE; page * PAGE < end; page++) {
            if (!failed.containsKey(page) && missing(page) < Math.min(length < 0 ? PAGE : length, (page + 1) * PAGE)) {
                wanted.add(question(page));
            }
        }
        return wanted;
    }

    private record PageOf(SystemPages list, int page) {

        @Override
        public boolean equals(Object other) {
            return other instanceof PageOf(SystemPages otherList, int otherPage)
                    && list == otherList && page == otherPage;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(list) * 31 + page;
        }
    }

    private Questions.Question question(int page) {
        return new Questions.Question(new PageOf(this, page), done -> ask(page, done));
    }

    /// The first line of that page that is not held.
    private int missing(int page) {
        int index = page * PAGE;
        while (index < (page + 1) * PAGE && held.containsKey(index)) {
            index++;
        }
        return index;
    }

    /// Asks for what is missing of a page.
    Subscription ask(int page, Runnable done) {
        int from = missing(page);
        return setting.connection().systems(query.from(from).first((page + 1) * PAGE - from), result -> {
            switch (result) {
                case ApiResult.Ok<Page<ControlSystem>>(Page<ControlSystem> came) -> take(came);
                case ApiResult.Failed<Page<ControlSystem>>(Failure failure) -> {
                    failed.put(page, failure);
                    repaint(page);
                }
            }
            done.run();
        });
    }

    private void take(Page<ControlSystem> page) {
        int before = size();
        int known = length;
        List<ControlSystem> systems = setting.order().apply(page.items());
        for (int i = 0; i < systems.size(); i++) {
            held.put(page.offset() + i, systems.get(i));
        }
        // a list that grew or shrank meanwhile has a new end; one that ends before its total has none beyond
        if (systems.isEmpty()) {
            length = page.offset();
        } else {
            length = Math.max(page.total(), page.more() ? page.end() + 1 : page.end());
        }
        held.keySet().removeIf(index -> index >= length);
        setting.seen().accept(systems);
        if (known <= 0 || length == 0) {
            change.lines(0, before, size());
            return;
        }
        if (length != known) {
            int same = Math.min(length, known);
            change.lines(same, known - same, length - same);
        }
        int end = Math.min(page.end(), length);
        if (end > page.offset()) {
            change.lines(page.offset(), end - page.offset(), end - page.offset());
        }
    }

    private void retry(int page) {
        failed.remove(page);
        repaint(page);
    }

    private void repaint(int page) {
        int from = page * PAGE;
        int lines = Math.min(size(), from + PAGE) - from;
        if (lines > 0) {
            change.lines(from, lines, lines);
        }
    }

    @Override
    public void forgetFailures() {
        List.copyOf(failed.keySet()).forEach(this::retry);
    }
}

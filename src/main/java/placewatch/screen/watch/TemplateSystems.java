package placewatch.screen.watch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import placewatch.bridge.Connection;
import placewatch.protocol.Failure;
import placewatch.protocol.Subscription;
import placewatch.rest.ApiResult;
import placewatch.rest.ControlSystem;
import placewatch.rest.Page;
import placewatch.rest.SystemQuery;
import placewatch.rest.Zone;
import placewatch.settings.Template;

/// Which systems a template is over, asked again and again: the server tells nobody when one joins or leaves. One
/// question at a time. A zone's systems are those that the server lists for it and for each zone below it; zones that
/// gave nothing that the outer ones did not are asked less often. JavaFX thread.
final class TemplateSystems implements AutoCloseable {

    /// What is told of the systems.
    interface Listener {

        /// Some of them, while others are still to come.
        void some(List<ControlSystem> systems);

        /// All of them, as they are now.
        void all(List<ControlSystem> systems);

        /// It was not told; what was told before may not hold any more.
        void failed(Failure failure);
    }

    static final int PAGE = 500;
    private static final long AGAIN_SECONDS = 10;

    /// Rounds in which a zone is left out that added nothing: a minute.
    private static final int LEFT_OUT = 6;

    /// A list that changes each time its pages are turned is taken as it came.
    private static final int TURNS = 3;

    private final Connection connection;
    private final Template.Scope scope;
    private final Listener listener;
    private final Subscription again;
    private final Map<String, ControlSystem> round = new LinkedHashMap<>();
    private final Map<String, Integer> leftOut = new HashMap<>();
    private final Deque<String> zones = new ArrayDeque<>();
    private List<String> below = List.of();
    private int belowHolds;
    private Subscription asking = () -> { };
    private boolean busy;
    private boolean toldOnce;

    TemplateSystems(Connection connection, Template.Scope scope, Listener listener) {
        this.connection = connection;
        this.scope = scope;
        this.listener = listener;
        again = connection.every(AGAIN_SECONDS, this::ask);
    }

    /// Asks anew, unless an answer is still awaited.
    void ask() {
        if (busy) {
            return;
        }
        switch (scope) {
            case Template.Scope.Zone(String id, var _) -> {
                begin();
                askZones(id);
            }
            case Template.Scope.Search(String words) -> {
                begin();
                pages(SystemQuery.all().matching(words), this::end);
            }
            case Template.Scope.Systems(List<Template.Picked> picked) -> listener.all(picked.stream()
                    .map(each -> unknown(each.id(), each.title())).toList());
        }
    }

    /// A system of which only that is known.
    static ControlSystem unknown(String id, String title) {
        return new ControlSystem(id, title.isBlank() ? id : title, "", "", "", List.of(), List.of(), List.of(), 0,
                false, "", "");
    }

    private void begin() {
        busy = true;
        round.clear();
        zones.clear();
    }

    /// The zone itself comes first: it nearly always has all of them.
    private void askZones(String outer) {
        pages(SystemQuery.all().in(outer), () -> {
            if (belowHolds-- > 0) {
                zones.addAll(below);
                nextZone();
            } else {
                askBelow(outer);
            }
        });
    }

    private void askBelow(String outer) {
        asking = connection.zones(result -> {
            switch (result) {
                case ApiResult.Ok<List<Zone>>(List<Zone> all) -> {
                    below = below(outer, all);
                    belowHolds = LEFT_OUT;
                    zones.addAll(below);
                    nextZone();
                }
                case ApiResult.Failed<List<Zone>>(Failure failure) -> failed(failure);
            }
        });
    }

    /// The zones that hang below one, at whatever depth.
    static List<String> below(String outer, List<Zone> all) {
        Set<String> inside = new HashSet<>(Set.of(outer));
        List<String> below = new ArrayList<>();
        boolean more = true;
        while (more) {
            more = false;
            for (Zone zone : all) {
                if (inside.contains(zone.parentId()) && inside.add(zone.id())) {
                    below.add(zone.id());
                    more = true;
                }
            }
        }
        return below;
    }

    private void nextZone() {
        String zone = zones.poll();
        while (zone != null && leftOut.getOrDefault(zone, 0) > 0) {
            leftOut.merge(zone, -1, Integer::sum);
            zone = zones.poll();
        }
        if (zone == null) {
            end();
            return;
        }
        String asked = zone;
        int before = round.size();
        pages(SystemQuery.all().in(zone), () -> {
            if (round.size() == before) {
                leftOut.put(asked, LEFT_OUT);
            }
            nextZone();
        });
    }

    private void end() {
        busy = false;
        toldOnce = true;
        listener.all(List.copyOf(round.values()));
    }

    private void failed(Failure failure) {
        busy = false;
        listener.failed(failure);
    }

    /// Gathers all pages of a list.
    private void pages(SystemQuery query, Runnable then) {
        page(query.first(PAGE).from(0), new LinkedHashMap<>(), -1, 1, then);
    }

    private void page(SystemQuery query, Map<String, ControlSystem> gathered, int total, int turn,
            Runnable then) {
        asking = connection.systems(query, result -> {
            switch (result) {
                case ApiResult.Ok<Page<ControlSystem>>(Page<ControlSystem> page) -> {
                    if (total >= 0 && page.total() != total && turn < TURNS) {
                        // it grew or shrank while its pages were turned: one may have slipped from page to page
                        page(query.from(0), new LinkedHashMap<>(), -1, turn + 1, then);
                        return;
                    }
                    int before = gathered.size();
                    page.items().forEach(system -> gathered.put(system.id(), system));
                    if (!toldOnce) {
                        listener.some(page.items());
                    }
                    // a server that ignores the offset sends the same page for ever
                    if (page.more() && gathered.size() > before) {
                        page(query.from(page.end()), gathered, page.total(), turn, then);
                    } else {
                        gathered.forEach(round::putIfAbsent);
                        then.run();
                    }
                }
                case ApiResult.Failed<Page<ControlSystem>>(Failure failure) -> failed(failure);
            }
        });
    }

    @Override
    public void close() {
        again.close();
        asking.close();
    }
}

package placewatch.screen.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import placewatch.protocol.Failure;
import placewatch.protocol.Subscription;
import placewatch.rest.ApiResult;
import placewatch.rest.ControlSystem;
import placewatch.rest.Page;
import placewatch.rest.SystemQuery;

/// Zones with their zones and systems below them, as lines. Nothing is asked for a zone before its line is in sight.
final class PlaceTree implements PlaceSection {

    /// A zone, or all systems of one that holds more than fits below it.
    private final class Branch {
        private final ZoneForest.Place place;
        private final int depth;
        private final @Nullable Branch parent;
        private final List<Branch> inside = new ArrayList<>();
        private @Nullable SystemPages systems;
        private boolean open;
        private int count = -1;
        private boolean uncounted;

        Branch(ZoneForest.Place place, int depth, @Nullable Branch parent) {
            this.place = place;
            this.depth = depth;
            this.parent = parent;
            place.inside().forEach(one -> inside.add(new Branch(one, depth + 1, this)));
        }

        SystemQuery query() {
            return place.zoneId().isEmpty() ? filter : filter.in(place.zoneId());
        }

        /// Lines, its own included.
        int size() {
            int lines = 1;
            if (open) {
                for (Branch branch : inside) {
                    lines += branch.size();
                }
                lines += systems == null ? 0 : systems.size();
            }
            return lines;
        }

        PlaceNode line() {
            return new PlaceNode.OfZone(place.title(), place.building(), depth, count, open);
        }

        void list() {
            systems = place.listsSystems()
                    ? new SystemPages(setting, query(), depth + 1, (from, before, after) -> systems(from, before, after))
                    : null;
        }

        private void systems(int from, int before, int after) {
            at().ifPresent(line -> {
                if (open) {
                    int first = 1 + inside.stream().mapToInt(Branch::size).sum();
                    change.lines(line + first + from, before, after);
                }
            });
            if (systems != null && systems.length() >= 0 && count != systems.length()) {
                counted(systems.length());
            }
        }

        private void counted(int number) {
            count = number;
            at().ifPresent(line -> change.lines(line, 1, 1));
        }

        /// The index of its line; empty while a zone around it is closed.
        Optional<Integer> at() {
            int line = 0;
            List<Branch> beside = roots;
            if (parent != null) {
                Optional<Integer> above = parent.at();
                if (above.isEmpty() || !parent.open) {
                    return Optional.empty();
                }
                line = above.get() + 1;
                beside = parent.inside;
            }
            for (Branch branch : beside) {
                if (branch == this) {
                    return Optional.of(line);
                }
                line += branch.size();
            }
            return Optional.empty();
        }

        void wants(int first, int last, List<Questions.Question> wanted) {
            if (first <= 0 && last >= 0 && count < 0 && !uncounted) {
                wanted.add(new Questions.Question(this, this::count));
            }
            if (!open) {
                return;
            }
            int line = 1;
            for (Branch branch : inside) {
                int size = branch.size();
                if (line <= last && line + size > first) {
                    branch.wants(first - line, last - line, wanted);
                }
                line += size;
            }
            if (systems != null && line <= last && line + systems.size() > first) {
                wanted.addAll(systems.wants(Math.max(0, first - line), Math.min(last - line, systems.size() - 1)));
            }
        }

        private Subscription count(Runnable done) {
            return setting.connection().systems(query().first(0), result -> {
                switch (result) {
                    case ApiResult.Ok<Page<ControlSystem>>(Page<ControlSystem> page) -> counted(page.total());
                    case ApiResult.Failed<Page<ControlSystem>>(Failure _) -> uncounted = true;
                }
                done.run();
            });
        }

        void forgetFailures() {
            uncounted = false;
            inside.forEach(Branch::forgetFailures);
            if (systems != null) {
                systems.forgetFailures();
            }
        }

        void filtered() {
            count = -1;
            uncounted = false;
            if (systems != null) {
                list();
            }
            inside.forEach(Branch::filtered);
        }
    }

    private final SystemPages.Setting setting;
    private final Change change;
    private final List<Branch> roots = new ArrayList<>();
    private SystemQuery filter;

    PlaceTree(SystemPages.Setting setting, List<ZoneForest.Place> places, SystemQuery filter, Change change) {
        this.setting = setting;
        this.change = change;
        this.filter = filter;
        places.forEach(place -> roots.add(new Branch(place, 0, null)));
    }

    /// Counts and lists only systems that pass from now on; what is open stays open.
    void filter(SystemQuery next) {
        int before = size();
        filter = next;
        roots.forEach(Branch::filtered);
        change.lines(0, before, size());
    }

    @Override
    public int size() {
        int lines = 0;
        for (Branch branch : roots) {
            lines += branch.size();
        }
        return lines;
    }

    /// A branch, and the line counted from its own.
    private record Found(Branch branch, int below) { }

    private Found find(int index) {
        List<Branch> beside = roots;
        int left = index;
        while (true) {
            Branch around = null;
            for (Branch branch : beside) {
                int size = branch.size();
                if (left < size) {
                    around = branch;
                    break;
                }
                left -= size;
            }
            if (around == null) {
                throw new IndexOutOfBoundsException(index);
            }
            int inside = around.open ? around.inside.stream().mapToInt(Branch::size).sum() : 0;
            if (left == 0 || left > inside) {
                return new Found(around, left == 0 ? 0 : left - inside);
            }
            left -= 1;
            beside = around.inside;
        }
    }

    @Override
    public PlaceNode line(int index) {
        Found found = find(index);
        SystemPages systems = found.branch().systems;
        return found.below() == 0 || systems == null ? found.branch().line() : systems.line(found.below() - 1);
    }

    @Override
    public List<Questions.Question> wants(int first, int last) {
        List<Questions.Question> wanted = new ArrayList<>();
        int line = 0;
        for (Branch branch : roots) {
            int size = branch.size();
            if (line <= last && line + size > first) {
                branch.wants(first - line, last - line, wanted);
            }
            line += size;
        }
        return wanted;
    }

    @Override
    public void forgetFailures() {
        roots.forEach(Branch::forgetFailures);
    }

    /// Opens a closed zone and closes an open one; nothing on other lines.
    void toggle(int index) {
        Found found = find(index);
        if (found.below() != 0) {
            return;
        }
        Branch branch = found.branch();
        int before = branch.size();
        branch.open = !branch.open;
        if (branch.open && branch.systems == null) {
            branch.list();
        }
        change.lines(index + 1, before - 1, branch.size() - 1);
        change.lines(index, 1, 1);
    }

    /// The line of the zone that a line stands in; the line itself at the top.
    int around(int index) {
        Found found = find(index);
        Branch branch = found.below() != 0 || found.branch().parent == null ? found.branch() : found.branch().parent;
        return branch.at().orElse(index);
    }
}

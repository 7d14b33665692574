package placewatch.screen.jump;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.Predicate;
import placewatch.control.Command;
import placewatch.control.NaturalOrder;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.StatusKey;
import placewatch.settings.Recent;

/// Which of all that is known fits what is typed, best first. JavaFX thread; takes a few milliseconds for as much as the
/// index holds.
final class Ranking {

    /// More rows than anybody goes through.
    static final int MOST_ROWS = 200;

    private static final int RECENT_ROWS = 15;
    private static final int RECENT_BONUS = 50;

    private static final NaturalOrder NAMES = new NaturalOrder();

    private static final Comparator<Hit> BEST_FIRST = (one, other) -> {
        int order = Integer.compare(other.fit(), one.fit());
        order = order != 0 ? order : Integer.compare(one.entry().kind(), other.entry().kind());
        order = order != 0 ? order : NAMES.compare(one.entry().shownName(), other.entry().shownName());
        order = order != 0 ? order : NAMES.compare(one.entry().shownWhere(), other.entry().shownWhere());
        return order != 0 ? order : one.entry().id().compareTo(other.entry().id());
    };

    private record Hit(Entry entry, int fit) { }

    private final JumpIndex index;
    private final List<Entry> commands = new ArrayList<>();
    private final Map<String, Entry> recent = new LinkedHashMap<>();
    private final Map<String, Integer> lately = new HashMap<>();
    private Predicate<Goal> wanted = _ -> true;

    Ranking(JumpIndex index) {
        this.index = index;
    }

    /// The list was opened: these can be done, and these were gone to of late.
    void begin(List<Command> all, Recent latest) {
        begin(all, latest, _ -> true);
    }

    /// The list was opened for one kind of thing, and nothing else stands in it.
    void begin(Pick pick, Recent latest) {
        begin(List.of(), latest, switch (pick) {
            case Pick.Variable _ -> goal -> goal instanceof Goal.OfVariable;
            case Pick.Modules _ -> goal -> goal instanceof Goal.OfModule || goal instanceof Goal.OfSystem;
        });
    }

    private void begin(List<Command> all, Recent latest, Predicate<Goal> only) {
        wanted = only;
        commands.clear();
        all.forEach(command -> commands.add(new Entry(new Goal.OfCommand(command))));
        recent.clear();
        lately.clear();
        latest.choices().forEach(choice -> goal(choice, all).map(Entry::new).ifPresent(entry -> {
            lately.putIfAbsent(entry.id(), lately.size());
            recent.put(entry.id(), entry);
        }));
    }

    /// Where a choice leads today; nowhere if it is a command that can't be found now.
    private static Optional<Goal> goal(Recent.Choice choice, List<Command> commands) {
        ModuleAddress module = choice.module().isEmpty() ? null
                : ModuleAddress.ofSlug(choice.system(), choice.module());
        return switch (choice.kind()) {
            case COMMAND -> commands.stream().filter(command -> command.name().equals(choice.name())).findFirst()
                    .map(Goal.OfCommand::new);
            case SYSTEM -> Optional.of(new Goal.OfSystem(choice.system(), choice.title()));
            case MODULE -> Optional.ofNullable(module).map(at -> new Goal.OfModule(at, choice.title()));
            case VARIABLE -> Optional.ofNullable(module)
                    .map(at -> new Goal.OfVariable(new StatusKey(at, choice.name()), choice.title()));
            case FUNCTION -> Optional.ofNullable(module)
                    .map(at -> new Goal.OfFunction(at, choice.name(), choice.title()));
        };
    }

    /// @param here what is open, whose modules are offered before anything is typed
    List<JumpRow> rows(Query query, Here here) {
        return query.isEmpty() ? offered(query, here) : found(query);
    }

    private List<JumpRow> offered(Query query, Here here) {
        Map<String, JumpRow> rows = new LinkedHashMap<>();
        Consumer<Entry> offer = entry -> {
            if (wanted.test(entry.goal())) {
                rows.putIfAbsent(entry.id(), row(query, entry, 0));
            }
        };
        if (!query.commandsOnly()) {
            recent.values().stream().limit(RECENT_ROWS).forEach(offer);
            here.system().ifPresent(open -> index.about("modules\n" + open.systemId()).forEach(offer));
            if (commands.isEmpty()) {
                here.module().ifPresent(module -> index.about("variables\n" + module).forEach(offer));
            }
        }
        commands.forEach(offer);
        return List.copyOf(rows.values());
    }

    private List<JumpRow> found(Query query) {
        long[] letters = query.letters();
        PriorityQueue<Hit> best = new PriorityQueue<>(MOST_ROWS + 1, BEST_FIRST.reversed());
        Map<String, Entry> unknown = new HashMap<>(recent);
        Consumer<Entry> look = entry -> {
            int fit = wanted.test(entry.goal()) ? query.fit(entry, letters) : 0;
            if (fit > 0) {
                int bonus = lately.isEmpty() ? 0
                        : Math.max(0, RECENT_BONUS - lately.getOrDefault(entry.id(), RECENT_BONUS));
                offer(best, entry, fit + bonus);
                if (!unknown.isEmpty()) {
                    unknown.remove(entry.id());
                }
            }
        };
        if (!query.commandsOnly()) {
            index.each(look);
        }
        commands.forEach(look);
        List.copyOf(unknown.values()).forEach(look);
        return best.stream().sorted(BEST_FIRST).map(hit -> row(query, hit.entry(), hit.fit())).toList();
    }

    private static void offer(PriorityQueue<Hit> best, Entry entry, int fit) {
        if (best.size() < MOST_ROWS) {
            best.add(new Hit(entry, fit));
        } else if (fit >= best.element().fit()) {
            Hit hit = new Hit(entry, fit);
            if (BEST_FIRST.compare(hit, best.element()) < 0) {
                best.remove();
                best.add(hit);
            }
        }
    }

    private JumpRow row(Query query, Entry entry, int fit) {
        return new JumpRow(entry, fit, lately.containsKey(entry.id()), query.inName(entry), query.inWhere(entry));
    }
}

package placewatch.screen.jump;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import placewatch.control.Texts;
import placewatch.protocol.Failure;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.StatusKey;
import placewatch.protocol.Subscription;
import placewatch.rest.ApiResult;
import placewatch.rest.Page;
import placewatch.rest.ControlSystem;
import placewatch.rest.SystemDetail;
import placewatch.rest.SystemQuery;

/// Asks the server for what is typed, and then for the modules, variables and functions that it may mean: few questions
/// at a time, a limited number for each thing typed, and each of them once in an opening of the list. JavaFX thread.
final class Scout {

    static final long TYPING_PAUSE_MILLIS = 150;
    static final int AT_ONCE = 3;

    /// Questions about modules, variables and functions that follow from one thing typed.
    static final int MOST_QUESTIONS = 24;

    private static final int SYSTEMS_A_QUESTION = 50;
    private static final int WORDS_ASKED = 3;
    private static final int SYSTEMS_LOOKED_INTO = 3;
    private static final int MODULES_LOOKED_INTO = 12;

    private final Directory directory;
    private final JumpIndex index;
    private final Runnable learnt;
    private final Set<String> asked = new HashSet<>();
    private final Deque<Question> waiting = new ArrayDeque<>();
    private final Map<String, Subscription> asking = new HashMap<>();
    private Subscription pause = () -> { };
    private Query query = Query.of("");
    private Here here = Here.NOWHERE;
    private boolean typing;
    private boolean mayNotList;
    private int left;
    private String trouble = "";

    private record Question(String about, Function<Runnable, Subscription> ask) { }

    /// @param learnt told whenever there is more in the index, or less to wait for
    Scout(Directory directory, JumpIndex index, Runnable learnt) {
        this.directory = directory;
        this.index = index;
        this.learnt = learnt;
    }

    /// The list was opened: what was asked in earlier openings may be out of date, and is asked again when it is needed.
    void begin(Here from) {
        here = from;
        asked.clear();
        trouble = "";
        here.system().ifPresent(open -> learnSystem(open.systemId(), open.title()));
    }

    /// Looks for that; what was asked for anything else is abandoned.
    void look(Query next) {
        end();
        query = next;
        if (query.commandsOnly()) {
            return;
        }
        left = MOST_QUESTIONS;
        follow();
        if (!query.isEmpty()) {
            typing = true;
            pause = directory.after(TYPING_PAUSE_MILLIS, () -> {
                typing = false;
                searches().reversed().forEach(this::search);
                next();
            });
        }
        next();
    }

    /// Abandons what is asked.
    void end() {
        typing = false;
        pause.close();
        // what was not answered was not asked
        waiting.forEach(question -> asked.remove(question.about()));
        waiting.clear();
        asked.removeAll(asking.keySet());
        List.copyOf(asking.values()).forEach(Subscription::close);
        asking.clear();
    }

    /// Servers find any of the words, the last as a beginning: so each is also asked for as the last.
    private List<String> searches() {
        List<String> texts = new ArrayList<>();
        texts.add(String.join(" ", query.words()));
        if (query.words().size() > 1) {
            query.words().stream().limit(WORDS_ASKED).forEach(texts::add);
        }
        return texts;
    }

    private void search(String text) {
        // before what follows from what was known already
        waiting.addFirst(new Question("search\n" + text, done -> directory.systems(
                SystemQuery.all().matching(text).first(SYSTEMS_A_QUESTION), result -> {
                    switch (result) {
                        case ApiResult.Ok<Page<ControlSystem>>(Page<ControlSystem> page) ->
                            page.items().forEach(system -> learnSystem(system.id(), system.title()));
                        case ApiResult.Failed<Page<ControlSystem>>(Failure failure) ->
                            trouble = "The systems could not be searched. " + Texts.failure(failure);
                    }
                    done.run();
                })));
    }

    private void learnSystem(String id, String title) {
        index.learn("system\n" + id, List.of(new Entry(new Goal.OfSystem(id, title))));
    }

    /// Puts on the list what is worth asking now.
    private void follow() {
        here.system().ifPresent(open -> askModules(open.systemId(), open.title()));
        here.module().ifPresent(module -> here.system().ifPresent(open -> askNames(module, open.title())));
        if (query.isEmpty()) {
            return;
        }
        List<Entry> systems = new ArrayList<>();
        List<Entry> modules = new ArrayList<>();
        index.each(entry -> {
            switch (entry.goal()) {
                case Goal.OfSystem _ -> {
                    if (matched(entry) > 0) {
                        systems.add(entry);
                    }
                }
                case Goal.OfModule(ModuleAddress address, var _) -> {
                    int words = matched(entry);
                    int missing = query.words().size() - words;
                    boolean open = here.isIn(address.system());
                    // a word that nothing explains may be a variable's
                    if (missing == 0 || missing == 1 && (words > 0 || open)) {
                        modules.add(entry);
                    }
                }
                case Goal.OfVariable _, Goal.OfFunction _, Goal.OfCommand _ -> { }
            }
        });
        systems.stream().sorted(Comparator.comparingInt(Scout.this::closeness).reversed())
                .limit(SYSTEMS_LOOKED_INTO).map(Entry::goal).forEach(goal -> {
                    if (goal instanceof Goal.OfSystem(String id, String title)) {
                        askModules(id, title);
                    }
                });
        modules.stream().sorted(Comparator.comparingInt(Scout.this::closeness).reversed())
                .limit(MODULES_LOOKED_INTO).map(Entry::goal).forEach(goal -> {
                    if (goal instanceof Goal.OfModule(ModuleAddress address, String title)) {
                        askNames(address, title);
                    }
                });
    }

    private int matched(Entry entry) {
        int words = 0;
        for (String word : query.words()) {
            words += Query.fit(entry, word) > 0 ? 1 : 0;
        }
        return words;
    }

    private int closeness(Entry entry) {
        int sum = 0;
        for (String word : query.words()) {
            sum += Query.fit(entry, word);
        }
        boolean open = entry.goal() instanceof Goal.OfModule(ModuleAddress address, var _)
                && here.isIn(address.system());
        return sum + (open ? 1 : 0);
    }

    private void askModules(String systemId, String title) {
        follow("modules\n" + systemId, done -> directory.system(systemId, result -> {
            switch (result) {
                case ApiResult.Ok<SystemDetail>(SystemDetail detail) -> {
                    String now = detail.system().title();
                    learnSystem(systemId, now);
                    index.learn("modules\n" + systemId, detail.addressed().stream()
                            .map(each -> new Entry(new Goal.OfModule(each.address(), now))).toList());
                }
                case ApiResult.Failed<SystemDetail>(Failure failure) ->
                    trouble = "The modules of " + title + " could not be listed. " + Texts.failure(failure);
            }
            done.run();
        }));
    }

    private void askNames(ModuleAddress module, String title) {
        if (mayNotList) {
            return;
        }
        follow("variables\n" + module, done -> directory.state(module, result -> {
            names("variables\n" + module, result.map(Map::keySet), name -> new Goal.OfVariable(
                    new StatusKey(module, name), title));
            done.run();
        }));
        follow("functions\n" + module, done -> directory.functions(module, result -> {
            names("functions\n" + module, result.map(all -> all.stream().map(placewatch.rest.Function::name).toList()),
                    name -> new Goal.OfFunction(module, name, title));
            done.run();
        }));
    }

    private void names(String about, ApiResult<? extends Iterable<String>> result, Function<String, Goal> goal) {
        switch (result) {
            case ApiResult.Ok<? extends Iterable<String>>(Iterable<String> names) -> {
                List<Entry> entries = new ArrayList<>();
                names.forEach(name -> {
                    if (!name.isBlank()) {
                        entries.add(new Entry(goal.apply(name)));
                    }
                });
                index.learn(about, entries);
            }
            case ApiResult.Failed<? extends Iterable<String>>(Failure.NotAllowed _) -> mayNotList = true;
            case ApiResult.Failed<? extends Iterable<String>>(Failure failure) ->
                trouble = "Variables and functions could not be listed. " + Texts.failure(failure);
        }
    }

    private void follow(String about, Function<Runnable, Subscription> ask) {
        if (left > 0 && asked.add(about)) {
            left--;
            waiting.add(new Question(about, ask));
        }
    }

    private void next() {
        while (asking.size() < AT_ONCE && !waiting.isEmpty()) {
            Question question = waiting.remove();
            asking.put(question.about(), () -> { });
            Subscription asked = question.ask().apply(() -> answered(question.about()));
            asking.replace(question.about(), asked);
        }
    }

    private void answered(String about) {
        asking.remove(about);
        follow();
        next();
        learnt.run();
    }

    /// Whether there is more to come.
    boolean busy() {
        return typing || !asking.isEmpty();
    }

    /// What can't be found, and why; empty when all can.
    String note() {
        return !trouble.isEmpty() ? trouble : !mayNotList ? ""
                : "Your key may not list variables and functions: only those gone to before are found.";
    }
}

package placewatch.screen.jump;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.Subscription;
import placewatch.rest.ApiResult;
import placewatch.rest.ControlSystem;
import placewatch.rest.Function;
import placewatch.rest.Module;
import placewatch.rest.Page;
import placewatch.rest.SystemDetail;
import placewatch.rest.SystemQuery;

/// A server whose answers come when the test says so, and time that passes when the test says so.
final class ScriptedDirectory implements Directory {

    /// A question that waits for its answer.
    static final class Asked<T> {
        final String about;
        private final Consumer<ApiResult<T>> then;
        boolean abandoned;

        Asked(String about, Consumer<ApiResult<T>> then) {
            this.about = about;
            this.then = then;
        }

        /// As the bridge does it: who closed the subscription hears nothing.
        void answer(ApiResult<T> result) {
            if (!abandoned) {
                then.accept(result);
            }
        }
    }

    private record Due(long millis, Runnable task, boolean[] over) { }

    final List<Asked<Page<ControlSystem>>> searches = new ArrayList<>();
    final Map<String, Asked<SystemDetail>> details = new LinkedHashMap<>();
    final Map<String, Asked<Map<String, String>>> states = new LinkedHashMap<>();
    final Map<String, Asked<List<Function>>> functions = new LinkedHashMap<>();
    private final List<Due> due = new ArrayList<>();

    private static <T> Subscription until(Asked<T> asked) {
        return () -> asked.abandoned = true;
    }

    @Override
    public Subscription systems(SystemQuery query, Consumer<ApiResult<Page<ControlSystem>>> then) {
        Asked<Page<ControlSystem>> asked = new Asked<>(query.text(), then);
        searches.add(asked);
        return until(asked);
    }

    @Override
    public Subscription system(String systemId, Consumer<ApiResult<SystemDetail>> then) {
        Asked<SystemDetail> asked = new Asked<>(systemId, then);
        details.put(systemId, asked);
        return until(asked);
    }

    @Override
    public Subscription state(ModuleAddress module, Consumer<ApiResult<Map<String, String>>> then) {
        Asked<Map<String, String>> asked = new Asked<>(module.toString(), then);
        states.put(module.slug(), asked);
        return until(asked);
    }

    @Override
    public Subscription functions(ModuleAddress module, Consumer<ApiResult<List<Function>>> then) {
        Asked<List<Function>> asked = new Asked<>(module.toString(), then);
        functions.put(module.slug(), asked);
        return until(asked);
    }

    @Override
    public Subscription after(long millis, Runnable task) {
        Due next = new Due(millis, task, new boolean[1]);
        due.add(next);
        return () -> next.over()[0] = true;
    }

    /// The pause in typing is over.
    void pause() {
        pass(Scout.TYPING_PAUSE_MILLIS);
    }

    /// So long a time passes.
    void pass(long millis) {
        List<Due> now = due.stream().filter(one -> one.millis() <= millis).toList();
        due.removeAll(now);
        now.stream().filter(one -> !one.over()[0]).forEach(one -> one.task().run());
    }

    Asked<Page<ControlSystem>> search(String text) {
        return searches.reversed().stream().filter(asked -> asked.about.equals(text)).findFirst().orElseThrow();
    }

    static ControlSystem system(String title) {
        return new ControlSystem(id(title), title, title, "", "", List.of(), List.of(), List.of(), 0, true, "", "");
    }

    static String id(String title) {
        return "sys-" + title.replace(" ", "");
    }

    static ApiResult<Page<ControlSystem>> page(String... titles) {
        List<ControlSystem> systems = List.of(titles).stream().map(ScriptedDirectory::system).toList();
        return new ApiResult.Ok<>(new Page<>(systems, 0, systems.size(), false));
    }

    static ApiResult<SystemDetail> detail(String title, String... modules) {
        return new ApiResult.Ok<>(new SystemDetail(system(title), List.of(), List.of(modules).stream()
                .map(name -> new Module("mod-" + name, name, "", "", Module.Kind.DEVICE, "", 0, "", true, true, ""))
                .toList()));
    }

    static ApiResult<Map<String, String>> state(String... names) {
        Map<String, String> state = new LinkedHashMap<>();
        List.of(names).forEach(name -> state.put(name, "1"));
        return new ApiResult.Ok<>(state);
    }
}

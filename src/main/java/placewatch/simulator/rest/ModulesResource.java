package placewatch.simulator.rest;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import placewatch.simulator.JsonText;
import placewatch.simulator.Role;
import placewatch.simulator.building.Building;
import placewatch.simulator.building.DemoModule;
import placewatch.simulator.building.DemoSystem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `/modules`. Safe on any thread.
final class ModulesResource {

    private final Building building;
    private final ExecCall exec;
    private final RunningState running;

    ModulesResource(Building building, ExecCall exec, RunningState running) {
        this.building = building;
        this.exec = exec;
        this.running = running;
    }

    void route(Router router) {
        router.get("modules", Rights.SUPPORT, this::list);
        router.get("modules/{}", Rights.SUPPORT, call -> Answer.ok(call.query().flag("complete").orElse(false)
                ? Records.moduleWithDriver(module(call)) : Records.module(module(call))));
        router.get("modules/{}/error", Rights.SUPPORT, call ->
                Answer.error(404, "no runtime error of " + module(call).id() + " is known"));
        router.get("modules/{}/settings", Rights.ADMIN, this::settings);
        router.get("modules/{}/state", Rights.SUPPORT, call -> State.all(Optional.of(module(call))));
        router.get("modules/{}/state/{}", Rights.SUPPORT, this::stateOf);
        router.post("modules/{}/start", Rights.ANY_KEY, call -> change(call, Wanted.RUNNING));
        router.post("modules/{}/stop", Rights.ANY_KEY, call -> change(call, Wanted.STOPPED));
        router.post("modules/{}/ping", Rights.SUPPORT, this::ping);
        router.postSlow("modules/{}/exec/{}", Rights.SUPPORT, this::exec);
    }

    private enum Wanted { RUNNING, STOPPED }

    /// With `control_system_id` it ignores paging and has no order; `connected` is the database's, which knows nothing
    /// of devices that went away (protocol.md, REST).
    private Answer list(Call call) {
        Optional<String> systemId = call.query().filled("control_system_id");
        if (systemId.isPresent()) {
            DemoSystem system = building.system(systemId.get()).orElseThrow(() -> new Declined(
                    Answer.error(404, "system " + systemId.get() + " was not found")));
            List<DemoModule> modules = system.modules().stream().map(building::module).flatMap(Optional::stream)
                    .sorted(Comparator.comparing(DemoModule::id)).toList();
            return Paging.whole("mod", modules, ModulesResource::stored);
        }
        List<String> ids = building.systems().stream().flatMap(system -> system.modules().stream()).distinct().toList();
        Optional<Predicate<DemoModule>> filter = filter(call.query());
        if (filter.isPresent()) {
            ids = ids.stream().filter(id -> building.module(id).filter(filter.get()).isPresent()).toList();
        }
        return Paging.page(call, "mod", ids, id -> stored(building.module(id).orElseThrow()));
    }

    /// Empty when every module is wanted: then only those of one page need to come to life.
    private static Optional<Predicate<DemoModule>> filter(Query query) {
        Optional<String> driver = query.filled("driver_id");
        Optional<Boolean> isRunning = query.flag("running");
        boolean noLogic = query.flag("no_logic").orElse(false);
        SearchWords search = SearchWords.of(query.text("q").orElse(""));
        if (driver.isEmpty() && isRunning.isEmpty() && !noLogic && search.prefix().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(module -> driver.map(module.driver().id()::equals).orElse(true)
                && isRunning.map(wanted -> wanted == module.running()).orElse(true)
                && !(noLogic && Records.isLogic(module))
                && search.match(() ->
                        SearchWords.words(module.name(), module.driver().name(), module.ip(), module.notes())));
    }

    private static JsonNode stored(DemoModule module) {
        return Records.moduleWithDriver(module).put("connected", true);
    }

    private Answer settings(Call call) {
        DemoModule module = module(call);
        return Settings.of("module", module.id(),
                building.system(module.systemId()).map(DemoSystem::timezone).orElse("UTC"), module.createdAt());
    }

    /// The value is JSON written into a string, here too.
    private Answer stateOf(Call call) {
        return module(call).status(call.at(1))
                .map(value -> Answer.ok(JsonNodeFactory.instance.stringNode(
                        JsonText.of(value))))
                .orElseGet(() -> State.missing(call.at(1)));
    }

    /// Support and above; but a module that is already in that state answers anybody with success (protocol.md, REST).
    private Answer change(Call call, Wanted wanted) {
        DemoModule module = module(call);
        if (module.running() == (wanted == Wanted.RUNNING)) {
            return Answer.empty(200);
        }
        if (!call.caller().may(Role.SUPPORT)) {
            return Answer.empty(403);
        }
        switch (wanted) {
            case RUNNING -> running.start(module);
            case STOPPED -> running.stop(module);
        }
        return Answer.empty(200);
    }

    private Answer ping(Call call) {
        DemoModule module = module(call);
        if (Records.isLogic(module)) {
            return Answer.error(422, "a logic module has no host to ping");
        }
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("host", module.ip().isBlank() ? module.uri() : module.ip()).put("pingable", module.connected());
        if (!module.connected()) {
            result.put("exception", "ping failed: timed out");
        }
        return Answer.ok(result);
    }

    private CompletableFuture<Answer> exec(Call call) {
        DemoModule module = module(call);
        ObjectNode place = JsonNodeFactory.instance.objectNode()
                .put("sys_id", module.systemId()).put("module_name", module.name()).put("index", 1);
        return exec.run(Optional.of(module), call, call.at(1), place);
    }

    private DemoModule module(Call call) {
        return building.module(call.at(0)).orElseThrow(() -> new Declined(
                Answer.error(404, "module " + call.at(0) + " was not found")));
    }
}

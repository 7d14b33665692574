package placewatch.simulator.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import placewatch.protocol.ModuleAddress;
import placewatch.simulator.Execution;
import placewatch.simulator.building.Building;
import placewatch.simulator.building.DemoModule;
import placewatch.simulator.building.DemoSystem;
import placewatch.simulator.building.DemoZone;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `/zones`. Safe on any thread.
final class ZonesResource {

    private final Building building;
    private final ExecCall exec;
    private final Execution execution;

    ZonesResource(Building building, ExecCall exec, Execution execution) {
        this.building = building;
        this.exec = exec;
        this.execution = execution;
    }

    void route(Router router) {
        router.get("zones", Rights.ANY_KEY, this::list);
        router.get("zones/tags", Rights.ANY_KEY, call -> Answer.ok(tags()));
        router.get("zones/{}", Rights.ANY_KEY, this::show);
        router.get("zones/{}/metadata", Rights.ANY_KEY, call -> Metadata.of(
                zone(call).id(), zone(call).displayName(), zone(call).createdAt(), call.query()));
        router.get("zones/{}/triggers", Rights.SUPPORT, call -> {
            zone(call);
            return Paging.whole("trig", List.<ObjectNode>of(), one -> one);
        });
        router.postSlow("zones/{}/exec/{}/{}", Rights.SUPPORT, this::execEverywhere);
    }

    private Answer list(Call call) {
        Query query = call.query();
        SearchWords search = SearchWords.of(query.text("q").orElse(""));
        List<String> parents = query.list("parent_id");
        List<String> tags = query.list("tags");
        boolean withChildren = query.flag("include_children_count").orElse(false);
        List<DemoZone> found = building.zones().stream()
                .filter(zone -> parents.isEmpty() || parents.contains(zone.parentId()))
                .filter(zone -> zone.tags().containsAll(tags))
                .filter(zone -> search.match(
                        () -> SearchWords.words(zone.name(), zone.displayName(), zone.description())))
                .toList();
        return Paging.page(call, "zone", found, zone -> withChildren
                ? Records.zone(zone).put("children_count", children(zone)) : Records.zone(zone));
    }

    private long children(DemoZone parent) {
        return building.zones().stream().filter(zone -> zone.parentId().equals(parent.id())).count();
    }

    private ArrayNode tags() {
        ArrayNode tags = JsonNodeFactory.instance.arrayNode();
        building.zones().stream().flatMap(zone -> zone.tags().stream()).distinct().sorted().forEach(tags::add);
        return tags;
    }

    private Answer show(Call call) {
        ObjectNode record = Records.zone(zone(call));
        if (call.query().flag("complete").orElse(false)) {
            record.putArray("trigger_data");
        }
        return Answer.ok(record);
    }

    /// Runs a function in every system of the zone; names the systems in which it went well, ill, or had no module.
    private CompletableFuture<Answer> execEverywhere(Call call) {
        DemoZone zone = zone(call);
        List<JsonNode> arguments = exec.arguments(call.body());
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode success = body.putArray("success");
        ArrayNode failure = body.putArray("failure");
        ArrayNode missing = body.putArray("module_missing");
        List<CompletableFuture<Void>> running = new ArrayList<>();
        building.systems().stream().filter(system -> system.zones().contains(zone.id())).map(DemoSystem::id)
                .forEach(id -> {
                    Optional<DemoModule> module = building.resolve(ModuleAddress.ofSlug(id, call.at(1)));
                    running.add(execution.run(module, call.caller().role(), call.at(2), arguments)
                            .thenAccept(outcome -> {
                        ArrayNode list = switch (outcome) {
                            case Execution.Outcome.Returned _ -> success;
                            case Execution.Outcome.NoModule _ -> missing;
                            case Execution.Outcome.NoFunction _, Execution.Outcome.NotAllowed _,
                                 Execution.Outcome.Raised _, Execution.Outcome.Broken _ -> failure;
                        };
                        synchronized (body) {
                            list.add(id);
                        }
                    }));
                });
        return CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).thenApply(done -> Answer.ok(body));
    }

    private DemoZone zone(Call call) {
        return building.zone(call.at(0)).orElseThrow(() -> new Declined(
                Answer.error(404, "zone " + call.at(0) + " was not found")));
    }
}

package placewatch.simulator.rest;

import java.util.List;
import java.util.Optional;
import placewatch.simulator.building.Building;
import placewatch.simulator.building.DemoModule;
import placewatch.simulator.building.DemoSystem;
import placewatch.simulator.building.DemoZone;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `/systems` and what belongs to one system as a whole. Safe on any thread.
final class SystemsResource {

    private final Building building;
    private final SystemSearch search;
    private final RunningState running;

    SystemsResource(Building building, RunningState running) {
        this.building = building;
        this.search = new SystemSearch(building);
        this.running = running;
    }

    void route(Router router) {
        router.get("systems", Rights.ANY_KEY,
                call -> Paging.page(call, "sys", search.find(call.query()), Records::system));
        router.get("systems/with_emails", Rights.ANY_KEY, this::withEmails);
        router.get("systems/{}", Rights.ANY_KEY, this::show);
        router.get("systems/{}/types", Rights.ANY_KEY, this::types);
        router.get("systems/{}/zones", Rights.ADMIN, call -> Paging.whole("zone", zones(system(call)), Records::zone));
        router.get("systems/{}/settings", Rights.ADMIN, this::settings);
        router.get("systems/{}/metadata", Rights.ADMIN, call -> Metadata.of(
                system(call).id(), system(call).displayName(), system(call).createdAt(), call.query()));
        router.get("systems/{}/triggers", Rights.SUPPORT, call -> {
            system(call);
            return Paging.page(call, "trig", List.<ObjectNode>of(), one -> one);
        });
        router.get("systems/{}/triggers/{}", Rights.SUPPORT, call -> Answer.error(404, "no trigger " + call.at(1)));
        router.post("systems/{}/start", Rights.SUPPORT, call -> {
            modules(system(call)).forEach(running::start);
            return Answer.empty(200);
        });
        router.post("systems/{}/stop", Rights.SUPPORT, call -> {
            modules(system(call)).forEach(running::stop);
            return Answer.empty(200);
        });
    }

    private Answer withEmails(Call call) {
        if (call.query().text("in").isEmpty()) {
            return Answer.missingParameter("in", "Array(String)");
        }
        List<String> emails = call.query().list("in");
        return Paging.whole("sys", building.systems().stream()
                .filter(system -> emails.stream().anyMatch(system.email()::equalsIgnoreCase))
                .toList(), Records::system);
    }

    private Answer show(Call call) {
        DemoSystem system = system(call);
        ObjectNode record = Records.system(system);
        if (call.query().flag("complete").orElse(false)) {
            ArrayNode zones = record.putArray("zone_data");
            zones(system).forEach(zone -> zones.add(Records.zone(zone)));
            ArrayNode modules = record.putArray("module_data");
            modules(system).forEach(module -> modules.add(Records.moduleWithDriver(module)));
        }
        return Answer.ok(record);
    }

    /// An unknown system has no modules, and that is all it says.
    private Answer types(Call call) {
        ObjectNode counts = JsonNodeFactory.instance.objectNode();
        building.system(call.at(0)).map(this::modules).orElse(List.of())
                .forEach(module -> counts.put(module.name(), counts.path(module.name()).asInt(0) + 1));
        return Answer.ok(counts);
    }

    private Answer settings(Call call) {
        DemoSystem system = system(call);
        return Settings.of("control_system", system.id(), system.timezone(), system.createdAt());
    }

    private DemoSystem system(Call call) {
        return building.system(call.at(0)).orElseThrow(() -> new Declined(
                Answer.error(404, "system " + call.at(0) + " was not found")));
    }

    private List<DemoZone> zones(DemoSystem system) {
        return system.zones().stream().map(building::zone).flatMap(Optional::stream).toList();
    }

    private List<DemoModule> modules(DemoSystem system) {
        return system.modules().stream().map(building::module).flatMap(Optional::stream).toList();
    }
}

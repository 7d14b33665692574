package placewatch.simulator.building;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import placewatch.protocol.ModuleAddress;
import placewatch.simulator.building.driver.Json;
import tools.jackson.databind.JsonNode;

/// The demo building at a moment of a working day, with words for what tests do in it.
final class FrozenHouse implements AutoCloseable {
    static final Instant MORNING = Instant.parse("2026-03-10T08:07:00Z");
    static final String BOARDROOM = "sys-DemoBoard201";
    static final String LAB = "sys-DemoLab308";
    private final Building building = DemoBuilding.raise(36, 7, Optional.of(MORNING));

    Building building() {
        return building;
    }

    DemoModule module(String system, String slug) {
        return building.resolve(ModuleAddress.ofSlug(system, slug)).orElseThrow();
    }

    DemoModule boardroom(String slug) {
        return module(BOARDROOM, slug);
    }

    DemoModule lab() {
        return module(LAB, "Lab_1");
    }

    static CompletableFuture<JsonNode> exec(DemoModule module, String function, Object... args) {
        return module.exec(function, Arrays.stream(args).map(Json::of).toList());
    }

    /// Runs a function that must answer at once.
    static JsonNode answer(DemoModule module, String function, Object... args) {
        return exec(module, function, args).getNow(Json.of("has not answered"));
    }

    void advance(Duration time) {
        building.advance(time);
    }

    void seconds(long seconds) {
        building.advance(Duration.ofSeconds(seconds));
    }

    static String value(DemoModule module, String key) {
        return module.status(key).map(JsonNode::toString).orElse("not published");
    }

    @Override
    public void close() {
        building.close();
    }
}

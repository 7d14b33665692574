package placewatch.simulator.building;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static placewatch.simulator.building.FrozenHouse.exec;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import placewatch.protocol.ModuleAddress;
import tools.jackson.databind.JsonNode;

class FlowingTimeTest {

    @Test
    void withTheRealClockARoomLivesOnItsOwn() {
        try (Building building = DemoBuilding.raise(36, 7, Optional.empty())) {
            DemoModule lab = lab(building);
            Observed observed = new Observed(building);
            JsonNode before = lab.status("beat").orElseThrow();
            await().until(() -> !lab.status("beat").orElseThrow().equals(before));
            assertThat(observed.of(lab)).anyMatch(line -> line.startsWith("[debug] beat"));
            assertThatThrownBy(() -> building.advance(Duration.ofSeconds(1)))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void callsAreAnsweredAfterADevicesLittleWaitAndInOrder() {
        try (Building building = DemoBuilding.raise(36, 7, Optional.empty())) {
            DemoModule lab = lab(building);
            List<Integer> answers = Collections.synchronizedList(new ArrayList<>());
            long started = System.nanoTime();
            CompletableFuture<?>[] calls = IntStream.range(0, 50)
                    .mapToObj(i -> exec(lab, "echo", i).thenAccept(value -> answers.add(value.asInt())))
                    .toArray(CompletableFuture<?>[]::new);
            assertThat(CompletableFuture.allOf(calls)).succeedsWithin(Duration.ofSeconds(10));
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThanOrEqualTo(Duration.ofMillis(5));
            assertThat(answers).isEqualTo(IntStream.range(0, 50).boxed().toList());
        }
    }

    @Test
    void aListenerThatWaitsForSomebodyWhoReadsTheStateIsNoDeadlock() throws InterruptedException {
        try (Building building = DemoBuilding.raise(36, 7, Optional.empty())) {
            DemoModule lab = lab(building);
            CountDownLatch read = new CountDownLatch(1);
            CompletableFuture<Boolean> served = new CompletableFuture<>();
            lab.state();
            building.observe(new BuildingListener() {
                @Override
                public void statusChanged(DemoModule module, String key, JsonNode value) {
                    Thread.ofVirtual().start(() -> {
                        lab.state();
                        exec(lab, "ready?");
                        read.countDown();
                    });
                    try {
                        served.complete(read.await(10, TimeUnit.SECONDS));
                    } catch (InterruptedException interrupted) {
                        served.completeExceptionally(interrupted);
                    }
                }
            });
            assertThat(served).succeedsWithin(Duration.ofSeconds(15)).isEqualTo(true);
        }
    }

    @Test
    void closingLeavesNoThread() {
        Building building = DemoBuilding.raise(36, 7, Optional.empty());
        assertThat(threads()).isNotEmpty();
        lab(building).state();
        building.close();
        building.close();
        assertThat(threads()).isEmpty();
    }

    @Test
    void aFrozenBuildingNeedsNoThread() {
        try (FrozenHouse house = new FrozenHouse()) {
            house.lab().state();
            assertThat(threads()).isEmpty();
        }
    }

    private static DemoModule lab(Building building) {
        return building.resolve(new ModuleAddress(FrozenHouse.LAB, "Lab", 1)).orElseThrow();
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName).filter(name -> name.startsWith("simulator-")).toList();
    }
}

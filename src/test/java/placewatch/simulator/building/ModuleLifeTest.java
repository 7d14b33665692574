package placewatch.simulator.building;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static placewatch.simulator.building.FrozenHouse.answer;
import static placewatch.simulator.building.FrozenHouse.exec;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import placewatch.protocol.Subscription;
import tools.jackson.databind.JsonNode;

class ModuleLifeTest {
    private final FrozenHouse house = new FrozenHouse();
    private final DemoModule display = house.boardroom("Display_1");

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aStoppedModuleKeepsItsStateAndFallsSilent() {
        display.state();
        house.seconds(30);
        display.stop();
        Map<String, JsonNode> state = display.state();
        Observed observed = new Observed(house.building());
        house.advance(Duration.ofHours(3));
        assertThat(observed.of(display)).isEmpty();
        assertThat(observed.of(house.boardroom("Environment_1"))).as("the others go on").isNotEmpty();
        assertThat(display.state()).isEqualTo(state);
        assertThat(display.running()).isFalse();
        assertThat(display.connected()).isTrue();
        assertThatThrownBy(() -> exec(display, "mute")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aModuleThatStartsPublishesNullForEachKeyAndThenValues() {
        List<String> keys = List.copyOf(display.state().keySet());
        display.stop();
        Observed observed = new Observed(house.building());
        display.start();
        List<String> news = observed.of(display);
        assertThat(news.subList(0, keys.size())).isEqualTo(keys.stream().map(key -> key + "=null").toList());
        assertThat(news.subList(keys.size(), news.size())).contains("connected=true", "inputs=[\"hdmi1\",\"hdmi2\","
                + "\"display_port\",\"ops\"]").noneMatch(line -> line.endsWith("=null"));
        assertThat(display.running()).isTrue();
        observed.forget();
        display.start();
        assertThat(observed.lines()).as("it runs already").isEmpty();
        house.seconds(30);
        assertThat(observed.of(display)).isNotEmpty();
    }

    @Test
    void theBoardroomsBlindsAreFoundStoppedWithAStateAndCanBeStarted() {
        DemoModule blinds = house.boardroom("Blinds_1");
        assertThat(blinds.state()).containsKeys("position", "state", "connected");
        Observed observed = new Observed(house.building());
        house.seconds(60);
        assertThat(observed.of(blinds)).isEmpty();
        blinds.start();
        assertThat(answer(blinds, "position?").isNumber()).isTrue();
    }

    @Test
    void aCallThatIsOnItsWayWhenTheModuleStopsIsNotAnswered() {
        CompletableFuture<JsonNode> slow = exec(house.lab(), "slow");
        house.lab().stop();
        house.seconds(10);
        assertThat(slow).isNotDone();
    }

    @Test
    void statusIsThereBeforeTheAnswerAndNewsComesBeforeBoth() {
        List<String> order = new ArrayList<>();
        house.building().observe(new BuildingListener() {
            @Override
            public void statusChanged(DemoModule module, String key, JsonNode value) {
                order.add(key + "=" + value);
            }
        });
        exec(display, "volume", 77.0).thenAccept(value -> order.add("answer " + value));
        assertThat(order).containsExactly("volume=77.0", "answer 77.0");
    }

    @Test
    void aListenerMayActOnTheBuildingAndEveryoneHearsInOrder() {
        List<String> heard = new ArrayList<>();
        house.building().observe(new BuildingListener() {
            @Override
            public void statusChanged(DemoModule module, String key, JsonNode value) {
                if (key.equals("volume") && value.asDouble() == 10) {
                    exec(display, "volume", 20.0);
                }
            }
        });
        house.building().observe(new BuildingListener() {
            @Override
            public void statusChanged(DemoModule module, String key, JsonNode value) {
                if (key.equals("volume")) {
                    heard.add(value.toString());
                }
            }
        });
        exec(display, "volume", 10.0);
        assertThat(heard).containsExactly("10.0", "20.0");
    }

    @Test
    void aListenerThatFailsOrLeavesDoesNotDisturbTheOthers() {
        house.building().observe(new BuildingListener() {
            @Override
            public void logged(DemoModule module, String level, String text) {
                throw new IllegalStateException("a listener's own fault");
            }
        });
        Observed gone = new Observed(house.building());
        Observed observed = new Observed(house.building());
        Subscription left = house.building().observe(gone);
        left.close();
        left.close();
        answer(display, "mute");
        assertThat(observed.lines()).isNotEmpty();
        assertThat(gone.lines()).as("one of its two subscriptions is left").isEqualTo(observed.lines());
    }
}

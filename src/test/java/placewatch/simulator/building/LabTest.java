package placewatch.simulator.building;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static placewatch.simulator.building.FrozenHouse.answer;
import static placewatch.simulator.building.FrozenHouse.exec;
import static placewatch.simulator.building.FrozenHouse.value;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import placewatch.simulator.building.driver.Json;
import tools.jackson.databind.JsonNode;

class LabTest {
    private final FrozenHouse house = new FrozenHouse();
    private final DemoModule lab = house.lab();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void itPublishesEveryKindOfValue() {
        assertThat(value(lab, "looks_like_json")).isEqualTo("\"[1,2]\"");
        assertThat(value(lab, "looks_like_number")).isEqualTo("\"123\"");
        assertThat(value(lab, "empty")).isEqualTo("\"\"");
        assertThat(value(lab, "whole_float")).isEqualTo("42.0");
        assertThat(value(lab, "tiny")).isEqualToIgnoringCase("1.0e-7");
        assertThat(value(lab, "beyond_double")).isEqualTo("9007199254740993");
        assertThat(value(lab, "unicode")).contains("🏢👩🏽‍💻", "שלום");
        assertThat(lab.status("big").orElseThrow().asString()).hasSize(200_000);
        assertThat(lab.status("big_array").orElseThrow().size()).isEqualTo(20_000);
        assertThat(lab.status("nested").orElseThrow().at("/room/doors/1/open").asBoolean()).isTrue();
        assertThat(new HashSet<>(lab.state().values().stream().map(JsonNode::getNodeType).toList())).hasSize(5);
    }

    @Test
    void aVariableComesAndGoes() {
        lab.state();
        Observed observed = new Observed(house.building());
        house.seconds(60);
        assertThat(observed.values(lab, "comes_and_goes")).startsWith("null", "\"here\"", "null");
    }

    @Test
    void slowTakesThreeSecondsAndNeverNeverAnswers() {
        CompletableFuture<JsonNode> slow = exec(lab, "slow");
        CompletableFuture<JsonNode> never = exec(lab, "never");
        house.advance(Duration.ofMillis(2999));
        assertThat(slow).isNotDone();
        house.advance(Duration.ofMillis(1));
        assertThat(slow).isCompletedWithValue(Json.of("done"));
        house.advance(Duration.ofHours(1));
        assertThat(never).isNotDone();
    }

    @Test
    void failFailsWithItsMessage() {
        assertThatThrownBy(() -> exec(lab, "fail", "out of paper").join())
                .hasCauseInstanceOf(DriverFault.class)
                .hasRootCauseMessage("module raised: out of paper (Exception)");
    }

    @Test
    void echoReturnsWhatItWasGivenAndBigValueAsMuchAsWanted() {
        JsonNode value = Json.object("a", Json.array(1, null, "two"));
        assertThat(answer(lab, "echo", value)).isEqualTo(value);
        assertThat(answer(lab, "echo", (Object) null).isNull()).isTrue();
        assertThat(answer(lab, "big_value", 1500).asString()).hasSize(1_500_000);
    }

    @Test
    void spamWritesSoManyLinesInOrder() {
        Observed observed = new Observed(house.building());
        answer(lab, "spam", 500, "warn");
        List<String> lines = observed.of(lab);
        assertThat(lines).hasSize(500).startsWith("[warn] spam 1 of 500").endsWith("[warn] spam 500 of 500");
    }

    @Test
    void churnMakesSoManyChangesSpreadOverItsTime() {
        lab.state();
        Observed observed = new Observed(house.building());
        assertThat(answer(lab, "churn", 30, 2000, 3).asInt()).isEqualTo(6000);
        house.seconds(1);
        assertThat(churned(observed)).isBetween(1900L, 2100L);
        house.seconds(3);
        assertThat(churned(observed)).isEqualTo(6000);
        assertThat(lab.state().keySet()).filteredOn(key -> key.startsWith("churn_")).hasSize(30);
    }

    private long churned(Observed observed) {
        return observed.of(lab).stream().filter(line -> line.startsWith("churn_")).count();
    }

    @Test
    void strangeLinesHoldColoursControlCharactersAndSeveralLines() {
        Observed observed = new Observed(house.building());
        answer(lab, "strange_lines");
        assertThat(observed.of(lab)).anyMatch(line -> line.contains("\u001b[32m"))
                .anyMatch(line -> line.contains("\u0000")).anyMatch(line -> line.contains("(IndexError)\n"))
                .anyMatch(line -> line.startsWith("[fatal]"));
    }

    @Test
    void setPublishesAndRemovesAVariable() {
        Observed observed = new Observed(house.building());
        answer(lab, "set", "colour", "red");
        answer(lab, "set", "colour", "red");
        answer(lab, "set", "colour", null);
        answer(lab, "set", "colour", null);
        assertThat(observed.values(lab, "colour")).containsExactly("\"red\"", "null");
        assertThat(lab.status("colour")).isEmpty();
    }
}

package placewatch.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// The documented dialect, to the letter of realtime-websocket.md.
class DocumentedSocketTest {

    private static final String BIND = """
            {"id":#,"cmd":"bind","sys":"sys-board","mod":"Display","index":1,"name":"power"}""";

    private final FakeBuilding building = new FakeBuilding();
    private Simulator simulator;
    private TestSocket socket;

    @BeforeEach
    void open() throws InterruptedException {
        Limits limits = new Limits(Duration.ofSeconds(80), Duration.ofMillis(2), Duration.ofMillis(50),
                Duration.ofSeconds(15), 1000, 1 << 20, 4 << 20);
        simulator = Simulator.start(SimulatorOptions.demo().speaking(Dialect.DOCUMENTED), building, limits);
        socket = TestSocket.open(simulator, Role.USER);
    }

    @AfterEach
    void close() {
        socket.close();
        simulator.close();
    }

    @Test
    void pingIsAnsweredWithPong() throws InterruptedException {
        socket.send("ping");
        assertThat(socket.next()).isEqualTo("pong");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"1\"", "\"any string\"", "-7", "1.5", "18446744073709551616"})
    void anIdIsANumberOrAStringAndIsEchoedAsItCame(String id) throws InterruptedException {
        socket.send(BIND.replace("#", id));
        assertThat(socket.next()).isEqualTo("{\"id\":" + id + ",\"type\":\"success\",\"meta\":{\"sys\":\"sys-board\","
                + "\"mod\":\"Display\",\"index\":1,\"name\":\"power\"}}");
    }

    @Test
    void afterABindTheCurrentValueComesStringifiedAndThenEachChangeUntilUnbind() throws InterruptedException {
        socket.send("""
                {"id":1,"cmd":"bind","sys":"sys-board","mod":"Bookings","index":1,"name":"bookings"}""");
        assertThat(socket.next()).contains("\"success\"");
        assertThat(socket.next()).isEqualTo("{\"id\":18,\"type\":\"notify\",\"value\":\"[]\",\"meta\":"
                + "{\"sys\":\"sys-board\",\"mod\":\"Bookings\",\"index\":1,\"name\":\"bookings\"}}");
        building.fake("mod-book").publish("bookings", "\"on\"");
        assertThat(socket.nextJson().path("value").stringValue()).isEqualTo("\"on\"");
        socket.send("""
                {"id":2,"cmd":"unbind","sys":"sys-board","mod":"Bookings","index":1,"name":"bookings"}""");
        assertThat(socket.next()).isEqualTo("{\"id\":2,\"type\":\"success\",\"meta\":"
                + "{\"sys\":\"sys-board\",\"mod\":\"Bookings\",\"index\":1,\"name\":\"bookings\"}}");
        building.fake("mod-book").publish("bookings", "[1]");
        assertThat(socket.untilPong()).isEmpty();
    }

    @Test
    void aSecondBindPostsTheCurrentValueAgain() throws InterruptedException {
        socket.ask(1, BIND);
        socket.notification("power");
        socket.ask(2, BIND);
        assertThat(socket.notification("power").path("value").stringValue()).isEqualTo("true");
        assertThat(simulator.figures().bindings()).isEqualTo(1);
    }

    @Test
    void execReturnsTheValueOfTheMethodRaw() throws InterruptedException {
        socket.send("""
                {"id":"x","cmd":"exec","sys":"sys-board","mod":"Display","index":1,"name":"power","args":[false]}""");
        assertThat(socket.next()).isEqualTo("{\"id\":\"x\",\"type\":\"success\",\"meta\":{\"sys\":\"sys-board\","
                + "\"mod\":\"Display\",\"index\":1,\"name\":\"power\"},\"value\":false}");
    }

    @Test
    void debugByNameIsAnsweredWithTheModuleIdAndIgnoredByItWithANullIndex() throws InterruptedException {
        socket.send("""
                {"id":4,"cmd":"debug","sys":"sys-board","mod":"Display","index":2,"name":"debug"}""");
        assertThat(socket.next()).isEqualTo("{\"id\":4,\"type\":\"success\",\"mod_id\":\"mod-d2\",\"meta\":"
                + "{\"sys\":\"sys-board\",\"mod\":\"Display\",\"index\":2}}");
        building.fake("mod-d2").log("debug", "input changed to HDMI");
        assertThat(socket.next()).isEqualTo("{\"type\":\"debug\",\"mod\":\"mod-d2\",\"klass\":\"::Demo::Display\","
                + "\"level\":\"debug\",\"msg\":\"input changed to HDMI\"}");
        socket.send("""
                {"id":5,"cmd":"ignore","sys":"sys-board","mod":"mod-d2","index":null,"name":"ignore"}""");
        assertThat(socket.next()).isEqualTo("{\"id\":5,\"type\":\"success\"}");
        building.fake("mod-d2").log("debug", "nobody hears");
        assertThat(socket.untilPong()).isEmpty();
        assertThat(simulator.figures().debugStreams()).isZero();
    }

    @Test
    void debugByModuleIdIsModuleNotFoundAsThePageAsksByName() throws InterruptedException {
        assertThat(socket.ask(1, BIND.replace("bind", "debug").replace("Display", "mod-d1")).path("code").intValue())
                .isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "0 | not json",
        "0 | {\"id\":1,\"cmd\":\"bind\"} trailing",
        "1 | {\"cmd\":\"bind\",\"sys\":\"sys-board\",\"mod\":\"Display\",\"index\":1,\"name\":\"power\"}",
        "1 | {\"id\":1,\"sys\":\"sys-board\",\"mod\":\"Display\",\"index\":1,\"name\":\"power\"}",
        "1 | {\"id\":1,\"cmd\":\"bind\",\"mod\":\"Display\",\"index\":1,\"name\":\"power\"}",
        "1 | {\"id\":1,\"cmd\":\"bind\",\"sys\":\"sys-board\",\"index\":1,\"name\":\"power\"}",
        "1 | {\"id\":1,\"cmd\":\"bind\",\"sys\":\"sys-board\",\"mod\":\"Display\",\"index\":1}",
        "2 | {\"id\":1,\"cmd\":\"exec\",\"sys\":\"sys-board\",\"mod\":\"Display\",\"index\":1,\"name\":\"reset!\"}",
        "2 | {\"id\":1,\"cmd\":\"bind\",\"sys\":\"sys-board\",\"mod\":\"_Internal\",\"index\":1,\"name\":\"x\"}",
        "3 | {\"id\":1,\"cmd\":\"exec\",\"sys\":\"sys-board\",\"mod\":\"Display\",\"index\":1,\"name\":\"raise\"}",
        "4 | {\"id\":1,\"cmd\":\"jump\",\"sys\":\"sys-board\",\"mod\":\"Display\",\"index\":1,\"name\":\"power\"}",
        "5 | {\"id\":1,\"cmd\":\"bind\",\"sys\":\"sys-none\",\"mod\":\"Display\",\"index\":1,\"name\":\"power\"}",
        "6 | {\"id\":1,\"cmd\":\"bind\",\"sys\":\"sys-board\",\"mod\":\"Display\",\"index\":9,\"name\":\"power\"}",
    })
    void whatGoesWrongIsSaidWithTheCodeOfThePagesTable(int code, String request) throws InterruptedException {
        socket.send(request);
        JsonNode error = socket.nextJson();
        assertThat(error.path("type").stringValue()).isEqualTo("error");
        assertThat(error.path("code").intValue()).isEqualTo(code);
        assertThat(error.path("msg").stringValue()).isNotBlank();
    }

    @Test
    void aFrameworkFailureIsCodeSeven() throws InterruptedException {
        building.fake("mod-d1").stop();
        assertThat(socket.ask(1, BIND.replace("bind", "exec").replace("power", "say")).path("code").intValue())
                .isEqualTo(7);
    }

    @Test
    void aVariableThatDoesNotExistYetIsBoundAndItsValueFollows() throws InterruptedException {
        socket.ask(1, BIND.replace("power", "new"));
        assertThat(socket.untilPong()).isEmpty();
        building.fake("mod-d1").publish("new", "{\"a\":[1, 2]}");
        assertThat(socket.notification("new").path("value").stringValue()).isEqualTo("{\"a\":[1,2]}");
    }

    @Test
    void debugGoesOnAfterARestart() throws InterruptedException {
        socket.ask(1, BIND.replace("bind", "debug"));
        building.fake("mod-d1").stop();
        building.fake("mod-d1").start();
        building.fake("mod-d1").log("info", "back");
        assertThat(List.of(socket.nextJson().path("msg").stringValue())).containsExactly("back");
    }
}

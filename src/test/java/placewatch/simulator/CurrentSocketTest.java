package placewatch.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// The current dialect, sentence by sentence of protocol.md.
class CurrentSocketTest {

    private static final String BIND = """
            {"id":#,"cmd":"bind","sys":"sys-board","mod":"Display","index":1,"name":"power"}""";

    private final FakeBuilding building = new FakeBuilding();
    private Simulator simulator;
    private TestSocket socket;

    @BeforeEach
    void open() throws InterruptedException {
        simulator = Simulator.start(SimulatorOptions.demo(), building,
                limits(Duration.ofSeconds(80), Duration.ofMillis(2)));
        socket = TestSocket.open(simulator, Role.USER);
    }

    @AfterEach
    void close() {
        socket.close();
        simulator.close();
    }

    @Test
    void textPingGivesTextPong() throws InterruptedException {
        socket.send("ping");
        assertThat(socket.next()).isEqualTo("pong");
    }

    @Test
    void everyEightySecondsAPongComesUnasked() throws InterruptedException {
        assertThat(Limits.likeTheServer().heartbeat()).isEqualTo(Duration.ofSeconds(80));
        try (Simulator hasty = Simulator.start(
                SimulatorOptions.demo(), new FakeBuilding(), limits(Duration.ofMillis(50), Duration.ofMillis(2)));
                TestSocket listener = TestSocket.open(hasty, Role.USER)) {
            assertThat(List.of(listener.next(), listener.next())).containsExactly("pong", "pong");
        }
    }

    @Test
    void aPingFrameIsAnsweredTwiceTheFirstPongEmpty() throws InterruptedException {
        socket.sendPing("hello");
        assertThat(List.of(socket.pong(), socket.pong())).containsExactly("", "hello");
    }

    @Test
    void aCloseFrameIsAnsweredWithoutACode() throws IOException {
        try (RawSocket raw = new RawSocket(simulator)) {
            raw.frame(8, new byte[] {0x03, (byte) 0xE8});
            assertThat(raw.read()).as("a close frame without a payload").containsExactly(0x88, 0);
            await().until(() -> simulator.figures().sockets() == 1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "not json",
        "[]",
        "{}",
        "{\"id\":\"1\",\"cmd\":\"bind\",\"sys\":\"sys-board\",\"mod\":\"Display\",\"index\":1,\"name\":\"power\"}",
        "{\"id\":1.0,\"cmd\":\"bind\",\"sys\":\"sys-board\",\"mod\":\"Display\",\"index\":1,\"name\":\"power\"}",
        "{\"id\":1,\"cmd\":\"bind\",\"sys\":\"sys-board\",\"mod\":\"Display\",\"index\":\"1\",\"name\":\"power\"}",
        "{\"id\":1,\"cmd\":\"bind\",\"sys\":\"sys-board\",\"mod\":\"Display\",\"index\":1.0,\"name\":\"power\"}",
        "{\"id\":1,\"cmd\":\"bind\",\"sys\":\"sys-board\",\"mod\":\"Display\",\"index\":1}",
        "{\"id\":1,\"cmd\":\"debug\",\"sys\":\"sys-board\",\"mod\":\"mod-d1\",\"index\":1}",
        "{\"id\":1,\"cmd\":\"ignore\",\"sys\":\"sys-board\",\"mod\":\"mod-d1\",\"index\":1}",
        "{\"id\":1,\"cmd\":\"bind\",\"sys\":\"sys-board\",\"mod\":\"Display\",\"name\":\"power\",\"extra\":1}",
        "{\"id\":1,\"cmd\":\"jump\",\"sys\":\"sys-board\",\"mod\":\"Display\",\"name\":\"power\"}",
        "{\"id\":1,\"cmd\":\"exec\",\"sys\":\"sys-board\",\"mod\":\"Display\",\"name\":\"say\",\"args\":{}}",
        "{\"id\":1,\"cmd\":\"exec\",\"sys\":\"sys-board\",\"mod\":\"Display\",\"name\":\"say\",\"args\":"
            + "[{\"deep\":[9223372036854775808]}]}",
    })
    void aRequestThatItCannotParseGetsNoReplyAtAll(String request) throws InterruptedException {
        socket.send(request);
        // What was sent before this request would have been answered before it.
        socket.ask(77, BIND);
        assertThat(socket.untilPong()).noneMatch(text -> text.contains("\"id\":1,") || text.contains("error"));
    }

    @Test
    void aMissingOrNullIndexMeansOne() throws InterruptedException {
        JsonNode missing = socket.ask(1, """
                {"id":#,"cmd":"bind","sys":"sys-board","mod":"Display","name":"power"}""");
        JsonNode none = socket.ask(2, """
                {"id":#,"cmd":"bind","sys":"sys-board","mod":"Display","index":null,"name":"input"}""");
        assertThat(missing.at("/meta/index").intValue()).isEqualTo(1);
        assertThat(none.at("/meta/index").intValue()).isEqualTo(1);
    }

    @Test
    void aBindIsAnsweredWithItsMetaAndTheValueFollowsRaw() throws InterruptedException {
        JsonNode success = socket.ask(5, BIND);
        assertThat(success.toString()).isEqualTo("{\"id\":5,\"type\":\"success\",\"meta\":{\"sys\":\"sys-board\","
                + "\"mod\":\"Display\",\"index\":1,\"name\":\"power\"}}");
        JsonNode notification = socket.notification("power");
        assertThat(notification.path("id").longValue()).isEqualTo(5);
        assertThat(notification.path("value").isBoolean()).isTrue();
    }

    @Test
    void numbersComeAsTheServerWritesThem() throws InterruptedException {
        building.fake("mod-d1").publish("level", "[42.0,1.0e-7,9007199254740993]");
        socket.send("""
                {"id":1,"cmd":"bind","sys":"sys-board","mod":"Display","index":1,"name":"level"}""");
        String frame = socket.next();
        String second = socket.next();
        assertThat(frame + second).contains("\"value\":[42.0,1.0e-7,9007199254740993]");
    }

    @Test
    void aNotifyCanComeBeforeTheSuccessOfItsBind() throws InterruptedException {
        socket.ask(1, BIND);
        socket.notification("power");
        socket.send("""
                {"id":2,"cmd":"bind","sys":"sys-board","mod":"Display","index":1,"name":"input"}""");
        JsonNode first = socket.first(frame -> frame.path("id").longValue() == 2);
        assertThat(first.path("type").stringValue()).isEqualTo("notify");
        assertThat(socket.answer(2).path("type").stringValue()).isEqualTo("success");
    }

    @Test
    void bindingAnUnknownThingSucceedsSilentlyAndAValueFollowsIfItEverAppears() throws InterruptedException {
        for (String place : List.of(
                "\"sys\":\"sys-none\",\"mod\":\"Display\"",
                "\"sys\":\"sys-board\",\"mod\":\"None\"",
                "\"sys\":\"sys-board\",\"mod\":\"Display\"")) {
            JsonNode answer = socket.ask(place.length(), "{\"id\":#,\"cmd\":\"bind\"," + place + ",\"name\":\"new\"}");
            assertThat(answer.path("type").stringValue()).isEqualTo("success");
        }
        assertThat(socket.untilPong()).isEmpty();
        building.fake("mod-d1").publish("new", "\"here\"");
        assertThat(socket.notification("new").path("value").stringValue()).isEqualTo("here");
    }

    @Test
    void aVariableSetToNullGivesOneNotifyWithNullThenNothingToLaterBinds() throws InterruptedException {
        socket.ask(1, BIND);
        socket.notification("power");
        building.fake("mod-d1").publish("power", "null");
        assertThat(socket.notification("power").path("value").isNull()).isTrue();
        try (TestSocket other = TestSocket.open(simulator, Role.USER)) {
            other.ask(1, BIND);
            assertThat(other.untilPong()).isEmpty();
        }
    }

    @Test
    void aSecondBindOfAVariableSucceedsButItsValueIsNotSentAgain() throws InterruptedException {
        socket.ask(1, BIND);
        socket.notification("power");
        socket.ask(2, BIND);
        assertThat(socket.untilPong()).isEmpty();
        assertThat(simulator.figures().bindings()).isEqualTo(1);
        building.fake("mod-d1").publish("power", "false");
        assertThat(socket.notification("power").path("id").longValue()).as("the id of the first bind").isEqualTo(1);
    }

    @Test
    void unbindIsNotCountedAndHasNoMeta() throws InterruptedException {
        socket.ask(1, BIND);
        socket.ask(2, BIND);
        socket.notification("power");
        JsonNode answer = socket.ask(3, BIND.replace("bind", "unbind"));
        assertThat(answer.toString()).isEqualTo("{\"id\":3,\"type\":\"success\"}");
        building.fake("mod-d1").publish("power", "false");
        assertThat(socket.untilPong()).isEmpty();
        assertThat(simulator.figures().bindings()).isZero();
    }

    @Test
    void twoBindsInFlightAtOnceLeakASubscription() throws InterruptedException {
        try (Simulator slow = slow(); TestSocket client = TestSocket.open(slow, Role.USER)) {
            client.send(BIND.replace("#", "1"));
            client.send(BIND.replace("#", "2"));
            client.answer(1);
            client.answer(2);
            client.notification("power");
            client.notification("power");
            client.ask(3, BIND.replace("bind", "unbind"));
            ((FakeBuilding) slow.building()).fake("mod-d1").publish("power", "false");
            assertThat(client.notification("power").path("value").booleanValue()).isFalse();
            assertThat(slow.figures().bindings()).isEqualTo(1);
        }
    }

    @Test
    void anUnbindSentBeforeTheBindWasAnsweredDoesNothing() throws InterruptedException {
        try (Simulator slow = slow(); TestSocket client = TestSocket.open(slow, Role.USER)) {
            client.send(BIND.replace("#", "1"));
            client.send(BIND.replace("bind", "unbind").replace("#", "2"));
            assertThat(client.next()).contains("\"id\":2");
            client.answer(1);
            client.notification("power");
            ((FakeBuilding) slow.building()).fake("mod-d1").publish("power", "false");
            assertThat(client.notification("power").path("value").booleanValue()).isFalse();
            assertThat(slow.figures().bindings()).isEqualTo(1);
        }
    }

    /// A bind takes so long there that what is sent right behind it arrives in the meantime.
    private static Simulator slow() {
        return Simulator.start(SimulatorOptions.demo(), new FakeBuilding(),
                limits(Duration.ofSeconds(80), Duration.ofMillis(400)));
    }

    @Test
    void bindsAreRemappedSilentlyWhenTheModuleListChanges() throws InterruptedException {
        socket.ask(1, BIND);
        socket.notification("power");
        building.setModules(FakeBuilding.BOARD, List.of("mod-d2", "mod-d1"));
        assertThat(socket.untilPong()).as("no message: the old value stands").isEmpty();
        building.fake("mod-d1").publish("power", "\"old module\"");
        building.fake("mod-d2").publish("power", "\"new module\"");
        assertThat(socket.notification("power").path("value").stringValue()).isEqualTo("new module");
        assertThat(socket.untilPong()).isEmpty();
        building.setModules(FakeBuilding.BOARD, List.of());
        building.fake("mod-d2").publish("power", "\"removed\"");
        assertThat(socket.untilPong()).isEmpty();
    }

    @Test
    void aModuleThatStartsPublishesNullForEachOfItsKeysThenValues() throws InterruptedException {
        socket.ask(1, BIND);
        socket.notification("power");
        building.fake("mod-d1").stop();
        building.fake("mod-d1").start();
        assertThat(socket.notification("power").path("value").isNull()).isTrue();
        assertThat(socket.notification("power").path("value").booleanValue()).isTrue();
    }

    @Test
    void modulesWithALeadingUnderscoreCanBeBoundBySupportOnly() throws InterruptedException {
        String bind = """
                {"id":#,"cmd":"bind","sys":"sys-board","mod":"_Internal","index":1,"name":"x"}""";
        assertThat(socket.ask(1, bind).path("error_code").intValue()).isEqualTo(2);
        try (TestSocket support = TestSocket.open(simulator, Role.SUPPORT)) {
            assertThat(support.ask(1, bind).path("type").stringValue()).isEqualTo("success");
        }
    }

    @Test
    void anUnknownTriggerIsModuleNotFound() throws InterruptedException {
        try (TestSocket admin = TestSocket.open(simulator, Role.ADMIN)) {
            JsonNode answer = admin.ask(1, """
                    {"id":#,"cmd":"bind","sys":"sys-board","mod":"_TRIGGER_","index":1,"name":"trig-none"}""");
            assertThat(answer.path("error_code").intValue()).isEqualTo(6);
        }
    }

    @Test
    void execReturnsTheRawValueWithACodeAndItsMeta() throws InterruptedException {
        JsonNode answer = socket.ask(9, exec("power", "[false]"));
        assertThat(answer.toString()).isEqualTo("{\"id\":9,\"type\":\"success\",\"code\":200,\"value\":false,\"meta\":"
                + "{\"sys\":\"sys-board\",\"mod\":\"Display\",\"index\":1,\"name\":\"power\"}}");
        assertThat(building.fake("mod-d1").calls()).containsExactly("power[false]");
    }

    @Test
    void execLooksForTheModuleThenTheFunctionThenThePrivilege() throws InterruptedException {
        assertThat(socket.ask(1, exec("reset!", "[]").replace("Display", "None")).path("error_code").intValue())
                .isEqualTo(6);
        assertThat(socket.ask(2, exec("none", "[]")).path("error_code").intValue()).isEqualTo(1);
        JsonNode denied = socket.ask(3, exec("calibrate", "[]"));
        assertThat(denied.path("error_code").intValue()).isEqualTo(2);
        assertThat(denied.path("code").intValue()).isEqualTo(500);
        assertThat(denied.path("msg").stringValue()).contains("calibrate");
        assertThat(socket.ask(4, exec("say", "[]").replace("sys-board", "sys-none")).path("error_code").intValue())
                .isEqualTo(6);
    }

    @Test
    void anErrorRaisedInTheDriverIsCodeThreeWithItsText() throws InterruptedException {
        JsonNode answer = socket.ask(1, exec("raise", "[]"));
        assertThat(answer.path("error_code").intValue()).isEqualTo(3);
        assertThat(answer.path("msg").stringValue())
                .isEqualTo("module raised: input \"vga\" is unknown (ArgumentError)");
    }

    @Test
    void aStoppedModuleIsCodeSevenWithTextOfManyLinesAfterAWhile() throws InterruptedException {
        assertThat(Limits.likeTheServer().stoppedModule()).isEqualTo(Duration.ofMillis(2400));
        building.fake("mod-d1").stop();
        socket.send(exec("say", "[]").replace("#", "1"));
        socket.ask(2, exec("power", "[true]").replace("\"index\":1", "\"index\":2"));
        JsonNode answer = socket.answer(1);
        assertThat(answer.path("error_code").intValue()).isEqualTo(7);
        assertThat(answer.path("msg").stringValue()).contains("\n");
    }

    @Test
    void answersComeInAnyOrder() throws InterruptedException {
        socket.send(exec("later", "[]").replace("#", "1"));
        socket.send(exec("never", "[]").replace("#", "2"));
        socket.ask(3, exec("say", "[]"));
        building.fake("mod-d1").answerLater("\"at last\"");
        assertThat(socket.answer(1).path("value").stringValue()).isEqualTo("at last");
    }

    @Test
    void debugByModuleIdGivesLinesWithTheIdOfTheRequest() throws InterruptedException {
        JsonNode answer = socket.ask(4, debug("mod-d1", 1));
        assertThat(answer.toString()).isEqualTo("{\"id\":4,\"type\":\"success\"}");
        socket.ask(5, debug("mod-d1", 1));
        building.fake("mod-d1").log("warn", "lamp is\nold");
        JsonNode line = socket.first(frame -> frame.path("type").stringValue().equals("debug"));
        assertThat(line.toString()).as("a second debug keeps the first id; no klass, no timestamp").isEqualTo(
                "{\"id\":4,\"type\":\"debug\",\"level\":\"warn\",\"msg\":\"lamp is\\nold\",\"mod\":\"mod-d1\",\"meta\":"
                        + "{\"sys\":\"sys-board\",\"mod\":\"mod-d1\",\"index\":1,\"name\":\"debug\"}}");
        assertThat(socket.untilPong()).isEmpty();
    }

    @Test
    void debugWithAModuleNameSaysSuccessAndThenNothingEverComes() throws InterruptedException {
        assertThat(socket.ask(1, debug("Display", 1)).path("type").stringValue()).isEqualTo("success");
        building.fake("mod-d1").log("info", "nobody hears");
        assertThat(socket.untilPong()).isEmpty();
    }

    @Test
    void ignoreMustRepeatSystemModuleAndIndexExactly() throws InterruptedException {
        socket.ask(1, debug("mod-d1", 1));
        socket.ask(2, debug("mod-d1", 2).replace("debug", "ignore"));
        socket.ask(3, debug("mod-d1", 1).replace("debug", "ignore").replace("sys-board", "sys-none"));
        assertThat(simulator.figures().debugStreams()).isEqualTo(1);
        socket.ask(4, debug("mod-d1", 1).replace("debug", "ignore"));
        assertThat(simulator.figures().debugStreams()).isZero();
        building.fake("mod-d1").log("info", "nobody hears");
        assertThat(socket.untilPong()).isEmpty();
    }

    @Test
    void afterARestartDebugOutputStopsUntilEveryWatcherHasIgnoredAndAskedAgain() throws InterruptedException {
        try (TestSocket other = TestSocket.open(simulator, Role.USER)) {
            socket.ask(1, debug("mod-d1", 1));
            other.ask(1, debug("mod-d1", 1));
            building.fake("mod-d1").stop();
            building.fake("mod-d1").start();
            socket.ask(2, debug("mod-d1", 1).replace("debug", "ignore"));
            socket.ask(3, debug("mod-d1", 1));
            building.fake("mod-d1").log("info", "the other still holds on");
            assertThat(socket.untilPong()).isEmpty();
            socket.ask(4, debug("mod-d1", 1).replace("debug", "ignore"));
            other.ask(2, debug("mod-d1", 1).replace("debug", "ignore"));
            socket.ask(5, debug("mod-d1", 1));
            building.fake("mod-d1").log("info", "heard again");
            assertThat(socket.first(frame -> frame.has("level")).path("msg").stringValue()).isEqualTo("heard again");
        }
    }

    @Test
    void binaryFramesAreIgnored() throws InterruptedException {
        socket.send(BIND.replace("#", "1").getBytes(StandardCharsets.UTF_8));
        assertThat(socket.untilPong()).isEmpty();
        assertThat(simulator.figures().bindings()).isZero();
    }

    private static Limits limits(Duration heartbeat, Duration bind) {
        return new Limits(heartbeat, bind, Duration.ofMillis(50), Duration.ofSeconds(15), 1000, 1 << 20, 4 << 20);
    }

    private static String exec(String function, String args) {
        return "{\"id\":#,\"cmd\":\"exec\",\"sys\":\"sys-board\",\"mod\":\"Display\",\"index\":1,\"name\":\"" + function
                + "\",\"args\":" + args + "}";
    }

    private static String debug(String module, int index) {
        return "{\"id\":#,\"cmd\":\"debug\",\"sys\":\"sys-board\",\"mod\":\"" + module + "\",\"index\":" + index
                + ",\"name\":\"debug\"}";
    }
}

package placewatch.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static placewatch.socket.Patience.DISPLAY;
import static placewatch.socket.Patience.INPUT;
import static placewatch.socket.Patience.POWER;
import static placewatch.socket.Patience.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import placewatch.protocol.Credential;
import placewatch.protocol.StatusKey;
import placewatch.protocol.Subscription;

class BindTest {

    private final ScriptedServer server = new ScriptedServer();
    private ControlSocket socket = socket(Patience.usual());

    private ControlSocket socket(Patience patience) {
        return new ControlSocket(server.address(), new Credential.ApiKey("k"), patience.options());
    }

    private void open() {
        socket.open();
        await().until(() -> socket.state() instanceof SocketState.Open);
    }

    private void reopenWith(Patience patience) {
        socket.close();
        socket = socket(patience);
        open();
    }

    @AfterEach
    void close() {
        socket.close();
        server.close();
    }

    @Test
    void aBindIsAnsweredAndItsValueArrives() {
        server.script(command -> {
            command.success();
            command.notifyOf("true");
        });
        open();
        Heard heard = new Heard();

        socket.bind(POWER, heard);

        await().untilAsserted(() -> assertThat(heard.all()).containsExactly("Binding", "Live", "= true"));
        assertThat(socket.figures().bound()).isEqualTo(1);
        assertThat(socket.figures().changes()).isEqualTo(1);
    }

    @Test
    void theNotifyMayComeBeforeTheSuccess() {
        server.script(command -> {
            command.notifyOf("42.0");
            command.success();
        });
        open();
        Heard heard = new Heard();

        socket.bind(POWER, heard);

        await().untilAsserted(() -> assertThat(heard.all()).containsExactly("Binding", "Live", "= 42.0"));
    }

    @Test
    void twoViewsOfOneVariableAreOneBindAndTheLastToLeaveUnbinds() {
        open();
        Heard first = new Heard();
        Heard second = new Heard();

        Subscription one = socket.bind(POWER, first);
        Subscription two = socket.bind(POWER, second);
        await().until(() -> first.isLive() && second.isLive());
        one.close();
        one.close();
        server.push(notify("power", "1"));
        await().until(() -> second.all().contains("= 1"));

        assertThat(server.transcript()).containsExactly("bind power");
        assertThat(first.all()).doesNotContain("= 1");

        two.close();
        await().untilAsserted(() -> assertThat(server.transcript()).containsExactly("bind power", "unbind power"));
        await().until(() -> socket.figures().bound() == 0);
    }

    @Test
    void aLateJoinerIsToldThePhaseAndTheValueThatTheServerWouldNotSendAgain() {
        server.script(command -> {
            command.success();
            command.notifyOf("{\"a\":[1.50]}");
        });
        open();
        Heard first = new Heard();
        socket.bind(POWER, first);
        await().until(() -> first.all().size() == 3);

        Heard late = new Heard();
        socket.bind(POWER, late);

        await().untilAsserted(() -> assertThat(late.all()).containsExactly("Live", "= {\"a\":[1.50]}"));
        assertThat(server.names("bind")).containsExactly("power");
    }

    @Test
    void anUnbindIsSentOnlyAfterTheBindsAnswer() {
        List<ScriptedServer.Command> held = new CopyOnWriteArrayList<>();
        server.script(command -> {
            if (command.cmd().equals("bind") && command.name().equals("power")) {
                held.add(command);
            } else {
                command.success();
            }
        });
        open();
        Heard heard = new Heard();
        Heard other = new Heard();

        Subscription subscription = socket.bind(POWER, heard);
        await().until(() -> held.size() == 1);
        subscription.close();
        socket.bind(INPUT, other);
        await().until(other::isLive);
        assertThat(server.transcript()).containsExactly("bind power", "bind input");

        held.getFirst().success();
        await().untilAsserted(() -> assertThat(server.transcript())
                .containsExactly("bind power", "bind input", "unbind power"));
    }

    @Test
    void whoBindsWhileAnUnbindIsUnderWayEndsUpBound() {
        List<ScriptedServer.Command> held = new CopyOnWriteArrayList<>();
        server.script(command -> {
            if (command.cmd().equals("unbind")) {
                held.add(command);
            } else {
                command.success();
                command.notifyOf("7");
            }
        });
        open();
        Heard before = new Heard();
        Heard after = new Heard();
        Heard other = new Heard();

        Subscription subscription = socket.bind(POWER, before);
        await().until(before::isLive);
        subscription.close();
        await().until(() -> held.size() == 1);
        socket.bind(POWER, after);
        socket.bind(INPUT, other);
        await().until(other::isLive);
        assertThat(server.transcript()).containsExactly("bind power", "unbind power", "bind input");

        held.getFirst().success();
        await().until(after::isLive);
        assertThat(after.all()).startsWith("Binding").doesNotContain("Disconnected");
        assertThat(server.transcript())
                .containsExactly("bind power", "unbind power", "bind input", "bind power");
        assertThat(socket.figures().bound()).isEqualTo(2);
    }

    @Test
    void whoBindsWhileAnUnbindIsUnderWayIsNotToldTheValueFromBeforeIt() {
        List<ScriptedServer.Command> held = new CopyOnWriteArrayList<>();
        server.script(command -> {
            if (command.cmd().equals("unbind")) {
                held.add(command);
            } else {
                command.success();
                command.notifyOf(held.isEmpty() ? "7" : "8");
            }
        });
        open();
        Heard before = new Heard();
        Subscription subscription = socket.bind(POWER, before);
        await().until(() -> before.all().contains("= 7"));
        subscription.close();
        await().until(() -> held.size() == 1);

        Heard after = new Heard();
        Heard other = new Heard();
        server.push(notify("power", "7.5"));
        socket.bind(POWER, after);
        server.push(notify("power", "7.6"));
        socket.bind(INPUT, other);
        await().until(other::isLive);
        assertThat(after.all()).containsExactly("Binding");

        held.getFirst().success();
        await().untilAsserted(() -> assertThat(after.all()).containsExactly("Binding", "Live", "= 8"));
    }

    @Test
    void aNotifyIsMatchedByItsVariableWhateverItsId() {
        open();
        Heard heard = new Heard();
        socket.bind(POWER, heard);
        await().until(heard::isLive);

        server.push("{\"id\":4711,\"type\":\"notify\",\"value\":3,\"meta\":{\"sys\":\"sys-1\",\"mod\":\"Display\","
                + "\"index\":1,\"name\":\"power\"}}");
        server.push("{\"type\":\"notify\",\"value\":4,\"meta\":{\"name\":\"power\",\"mod\":\"Display\","
                + "\"sys\":\"sys-1\"}}");

        await().until(() -> heard.all().contains("= 4"));
        assertThat(heard.all()).containsExactly("Binding", "Live", "= 3", "= 4");
    }

    @Test
    void anErrorRefusesTheBindAndItIsAskedForAgainOnTheNextConnection() {
        server.script(command -> command.error(2, "not for you"));
        open();
        Heard heard = new Heard();
        socket.bind(POWER, heard);
        await().untilAsserted(() -> assertThat(heard.all()).containsExactly("Binding", "Refused"));
        assertThat(socket.figures().bound()).isZero();

        server.script(ScriptedServer.Command::success);
        server.drop();

        await().until(heard::isLive);
        assertThat(heard.all()).containsExactly("Binding", "Refused", "Disconnected", "Binding", "Live");
    }

    @Test
    void aSilentServerLeavesABindUnansweredUntilALateAnswerOrAValueComes() {
        List<ScriptedServer.Command> held = new CopyOnWriteArrayList<>();
        server.script(held::add);
        reopenWith(Patience.usual().withBind(Duration.ofMillis(300)));
        Heard power = new Heard();
        Heard input = new Heard();

        socket.bind(POWER, power);
        socket.bind(INPUT, input);
        await().until(() -> power.all().contains("Unanswered") && input.all().contains("Unanswered"));

        held.getFirst().success();
        held.getLast().notifyOf("5");
        await().untilAsserted(() -> {
            assertThat(power.all()).containsExactly("Binding", "Unanswered", "Live");
            assertThat(input.all()).containsExactly("Binding", "Unanswered", "Live", "= 5");
        });
    }

    @Test
    void afterAReconnectEverythingIsBoundAgainInOrder() {
        open();
        List<Heard> heard = IntStream.range(0, 20).mapToObj(i -> new Heard()).toList();
        List<String> names = IntStream.range(0, 20).mapToObj(i -> "v" + i).toList();
        IntStream.range(0, 20).forEach(i -> socket.bind(new StatusKey(DISPLAY, "v" + i), heard.get(i)));
        await().until(() -> heard.stream().allMatch(Heard::isLive));
        server.forget();

        server.goAway();
        await().until(() -> heard.stream().allMatch(h -> h.all().getLast().equals("Disconnected")));
        assertThat(socket.figures().bound()).isZero();
        Heard newcomer = new Heard();
        socket.bind(new StatusKey(DISPLAY, "v20"), newcomer);
        await().until(() -> newcomer.all().equals(List.of("Disconnected")));
        server.comeBack();

        await().until(() -> newcomer.isLive() && heard.stream().allMatch(Heard::isLive));
        assertThat(server.names("bind").subList(0, 20)).isEqualTo(names);
        assertThat(server.names("bind")).hasSize(21).endsWith("v20");
        assertThat(heard.getFirst().all()).containsExactly("Binding", "Live", "Disconnected", "Binding", "Live");
        assertThat(newcomer.all()).containsExactly("Disconnected", "Binding", "Live");
    }

    @Test
    void twoThousandBindsAreAllLiveAgainAndNeverTooManyUnanswered() {
        open();
        List<Heard> heard = IntStream.range(0, 2_000).mapToObj(i -> new Heard()).toList();
        IntStream.range(0, 2_000).forEach(i -> socket.bind(new StatusKey(DISPLAY, "v" + i), heard.get(i)));
        await().atMost(Duration.ofSeconds(30)).until(() -> heard.stream().allMatch(Heard::isLive));

        List<ScriptedServer.Command> held = new CopyOnWriteArrayList<>();
        server.script(held::add);
        server.drop();
        await().until(() -> held.size() == Pacer.WINDOW);
        // Whatever else had been sent would have come before this.
        socket.exec(DISPLAY, "marker", List.of());
        await().until(() -> held.getLast().cmd().equals("exec"));
        assertThat(held).hasSize(Pacer.WINDOW + 1);

        server.script(ScriptedServer.Command::success);
        held.forEach(ScriptedServer.Command::success);
        await().atMost(Duration.ofSeconds(30)).until(() -> heard.stream().allMatch(Heard::isLive));
        assertThat(socket.figures().bound()).isEqualTo(2_000);
    }

    @Test
    void aBindThatIsWithdrawnWhileItWaitsItsTurnCostsNoFrame() {
        List<ScriptedServer.Command> held = new CopyOnWriteArrayList<>();
        server.script(held::add);
        open();
        IntStream.range(0, Pacer.WINDOW).forEach(i -> socket.bind(new StatusKey(DISPLAY, "v" + i), new Heard()));
        await().until(() -> held.size() == Pacer.WINDOW);

        socket.bind(POWER, new Heard()).close();
        Heard input = new Heard();
        socket.bind(INPUT, input);
        server.script(ScriptedServer.Command::success);
        held.forEach(ScriptedServer.Command::success);

        await().until(input::isLive);
        assertThat(server.names("bind")).doesNotContain("power");
        assertThat(server.commands("unbind")).isEmpty();
    }

    @Test
    void valuesOfADocumentedServerAreUnwrappedOnceItShowsItself() {
        open();
        Heard power = new Heard();
        Heard input = new Heard();
        socket.bind(POWER, power);
        socket.bind(INPUT, input);
        await().until(() -> power.isLive() && input.isLive());

        server.push(notify("power", "\"[1]\""));
        server.push(notify("input", "\"\\\"hdmi\\\"\""));
        server.push(notify("power", "\"[2]\""));

        await().until(() -> power.all().contains("= [2]"));
        assertThat(power.all()).containsExactly("Binding", "Live", "= \"[1]\"", "= [1]", "= [2]");
        assertThat(input.all()).containsExactly("Binding", "Live", "= \"hdmi\"");
    }

    @Test
    void aValueOfTwentyMegabytesArrivesWhole() {
        open();
        Heard heard = new Heard();
        socket.bind(POWER, heard);
        await().until(heard::isLive);
        String value = "\"" + "x".repeat(20_000_000) + "\"";

        server.push(notify("power", value));

        await().until(() -> heard.all().size() == 3);
        assertThat(heard.all().getLast().equals("= " + value)).isTrue();
    }

    @Test
    void framesThatCannotBeReadAreCountedAndHarmNobody() {
        open();
        Heard heard = new Heard();
        socket.bind(POWER, heard);
        await().until(heard::isLive);

        server.push("{");
        server.push("<html>");
        server.push("{\"type\":\"notify\",\"value\":1}");
        server.push("{\"type\":\"success\",\"id\":99999}");
        server.push("{\"type\":\"error\",\"code\":0,\"msg\":\"parse error\"}");
        server.push("{\"type\":\"debug\",\"mod\":\"mod-nobody\",\"msg\":\"x\",\"level\":\"info\"}");
        server.push(notify("power", "9"));

        await().until(() -> heard.all().contains("= 9"));
        assertThat(socket.figures().unreadable()).isEqualTo(3);
        assertThat(socket.strays()).isEqualTo(3);
        assertThat(socket.state()).isInstanceOf(SocketState.Open.class);
    }

    @Test
    void aListenerThatFailsHarmsNobodyElse() {
        open();
        Heard heard = new Heard();
        socket.bind(POWER, new BindListener() {
            @Override
            public void onPhase(StatusKey key, BindPhase phase) {
                throw new IllegalStateException("phase of " + key);
            }

            @Override
            public void onValue(StatusKey key, String json, Instant at) {
                throw new IllegalStateException("value of " + key);
            }

            @Override
            public void onRemapped(StatusKey key, Instant at) { }
        });
        socket.bind(POWER, heard);
        await().until(heard::isLive);

        server.push(notify("power", "1"));

        await().until(() -> heard.all().contains("= 1"));
        assertThat(socket.state()).isInstanceOf(SocketState.Open.class);
    }

    @Test
    void aListenerMayBindAndLeaveFromWithin() {
        open();
        Heard inner = new Heard();
        CompletableFuture<Subscription> outer = new CompletableFuture<>();
        outer.complete(socket.bind(POWER, new BindListener() {
            @Override
            public void onPhase(StatusKey key, BindPhase phase) {
                if (phase instanceof BindPhase.Live) {
                    socket.bind(INPUT, inner);
                    outer.thenAccept(Subscription::close);
                }
            }

            @Override
            public void onValue(StatusKey key, String json, Instant at) { }

            @Override
            public void onRemapped(StatusKey key, Instant at) { }
        }));

        await().until(inner::isLive);
        await().untilAsserted(() -> assertThat(server.names("unbind")).containsExactly("power"));
    }

    private static String notify(String name, String value) {
        return "{\"id\":1,\"type\":\"notify\",\"value\":" + value
                + ",\"meta\":{\"sys\":\"sys-1\",\"mod\":\"Display\",\"index\":1,\"name\":\"" + name + "\"}}";
    }
}

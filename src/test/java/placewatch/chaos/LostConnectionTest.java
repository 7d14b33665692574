package placewatch.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static placewatch.chaos.Rig.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import placewatch.protocol.Failure;
import placewatch.socket.ExecResult;

/// What each fault of the network ends in, one at a time, over real sockets.
class LostConnectionTest {

    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aResetIsALostConnection() {
        assertThat(rig.survives(() -> rig.eachSocket(LinkLine::reset))).isInstanceOf(Failure.ConnectionLost.class);
    }

    @Test
    void anEndWithoutACloseFrameIsALostConnection() {
        assertThat(rig.survives(() -> rig.eachSocket(LinkLine::finish)))
                .isEqualTo(new Failure.ConnectionLost("it broke off without a goodbye"));
    }

    @Test
    void aCloseFrameSaysWhy() {
        assertThat(rig.survives(() -> rig.eachSocket(line -> line.close(1012, "new version"))))
                .isEqualTo(new Failure.ConnectionLost("the server closed it to restart: new version"));
    }

    @Test
    void aHalfOpenConnectionIsFoundOutByItsSilence() {
        rig.with(Duration.ofSeconds(20), Duration.ofMillis(50), Duration.ofMillis(400));

        assertThat(rig.survives(() -> rig.eachSocket(line -> line.flow(Lane.Flow.LOST))))
                .isInstanceOfSatisfying(Failure.ConnectionLost.class,
                        lost -> assertThat(lost.detail()).startsWith("nothing was received for"));
    }

    @Test
    void aConnectionThatIsMerelyHeldUpGoesOnWhereItWas() {
        rig.watchAll();
        rig.eachSocket(line -> line.flow(Lane.Flow.HELD));
        IntStream.rangeClosed(1, 50).forEach(i -> rig.server.set("zero", Integer.toString(i)));
        CompletableFuture<ExecResult> exec = rig.socket().exec(DemoServer.LAB, "no_arguments", List.of());
        rig.eachSocket(line -> line.flow(Lane.Flow.PASSES));

        await().until(exec::isDone);
        rig.awaitEverythingLive();
        assertThat(exec.join()).isInstanceOf(ExecResult.Returned.class);
        assertThat(rig.watchers.getFirst().values()).endsWith("48", "49", "50").hasSize(51);
        assertThat(rig.link.knocks()).isEqualTo(1);
    }

    @Test
    void aBlackHoleTimesOutAndIsTriedAgain() {
        rig.with(Duration.ofMillis(300));
        rig.link.door(new Door.BlackHole());
        rig.socket().bind(Rig.ZERO, rig.watchers.getFirst());
        rig.socket().open();

        assertThat(rig.why()).isEqualTo(new Failure.TimedOut(Duration.ofMillis(300)));
        await().until(() -> rig.link.knocks() >= 2);
        rig.link.door(new Door.Open());
        await().until(() -> rig.watchers.getFirst().isIn("Live"));
    }

    @Test
    void aSlammedDoorIsUnreachableAndTriedAgain() {
        rig.link.door(new Door.Slammed());
        rig.socket().bind(Rig.ZERO, rig.watchers.getFirst());
        rig.socket().open();

        assertThat(rig.why()).isInstanceOf(Failure.Unreachable.class);
        rig.link.door(new Door.Open());
        await().until(() -> rig.watchers.getFirst().isIn("Live"));
    }

    @Test
    void aDelayIsShownAndKeepsTheOrder() {
        rig.with(Duration.ofSeconds(20), Duration.ofMillis(400), Duration.ofSeconds(20));
        rig.watchAll();
        rig.link.pace(new Pace.Delayed(Duration.ofMillis(150)));
        IntStream.rangeClosed(1, 50).forEach(i -> rig.server.set("zero", Integer.toString(i)));

        await().until(() -> rig.watchers.getFirst().latest().equals(Optional.of("50")));
        assertThat(rig.watchers.getFirst().values())
                .endsWith(IntStream.rangeClosed(1, 50).mapToObj(Integer::toString).toArray(String[]::new));
        await().until(() -> rig.socket().figures().roundTrip().filter(trip -> trip.toMillis() >= 150).isPresent());
        assertThat(rig.link.knocks()).isEqualTo(1);
    }

    @Test
    void answersInAnyOrderFindTheirRequests() {
        rig.link.pace(new Pace.Shuffled(Duration.ofMillis(40), new Random(11)));
        rig.open();
        List<CompletableFuture<ExecResult>> execs = IntStream.range(0, 100)
                .mapToObj(i -> rig.socket().exec(DemoServer.LAB, "set",
                        List.of("\"answer_" + i + "\"", Integer.toString(i))))
                .toList();
        rig.watchAll();

        await().until(() -> execs.stream().allMatch(CompletableFuture::isDone));
        assertThat(execs).extracting(exec -> exec.join() instanceof ExecResult.Returned(String json, _) ? json : "")
                .isEqualTo(IntStream.range(0, 100).mapToObj(Integer::toString).toList());
    }

    @Test
    void aTrickleArrivesWhole() {
        rig.link.pace(new Pace.Trickling(4_000, Duration.ofMillis(2)));
        rig.watchAll();
        assertThat(rig.watchers.get(Rig.KEYS.indexOf(Rig.BIG)).latest()).hasValueSatisfying(
                json -> assertThat(json).hasSizeGreaterThan(100_000));
        assertThat(rig.link.knocks()).isEqualTo(1);
    }

    @Test
    void aRestartedServerIsAskedForEverythingAgain() {
        rig.watchAll();
        rig.server.set("zero", "1");
        rig.server.set("text", "\"of the first\"");
        rig.link.door(new Door.Slammed());
        rig.server.restart();
        rig.server.set("text", "\"of the second\"");
        rig.link.leadTo(rig.server.address());
        rig.link.door(new Door.Open());

        rig.awaitEverythingLive();
        assertThat(rig.watchers.getFirst().latest()).hasValue("0");
        assertThat(rig.watchers.get(1).latest()).hasValue("\"of the second\"");
    }

    @Test
    void anExecInFlightEndsUnknownAndIsNeverSentTwice() {
        rig.watchAll();
        CompletableFuture<ExecResult> exec = rig.socket().exec(DemoServer.LAB, "never", List.of());
        await().until(() -> rig.server.timesLogged("nobody will hear of this call again") == 1);
        rig.eachSocket(LinkLine::reset);

        await().until(exec::isDone);
        assertThat(exec.join()).isInstanceOf(ExecResult.ConnectionLost.class);
        rig.awaitEverythingLive();
        CompletableFuture<ExecResult> next = rig.socket().exec(DemoServer.LAB, "no_arguments", List.of());
        await().until(next::isDone);
        assertThat(next.join()).isInstanceOf(ExecResult.Returned.class);
        assertThat(rig.server.timesLogged("nobody will hear of this call again")).isEqualTo(1);
    }

    @Test
    void anExecWhoseAnswerIsLostEndsUnknownAndHappenedOnce() {
        rig.watchAll();
        rig.eachSocket(LinkLine::holdAnswers);
        CompletableFuture<ExecResult> exec = rig.socket().exec(DemoServer.LAB, "fail", List.of("\"once\""));
        await().until(() -> rig.server.timesLogged("once") == 1);
        assertThat(exec).isNotDone();
        rig.eachSocket(LinkLine::reset);

        await().until(exec::isDone);
        assertThat(exec.join()).isInstanceOf(ExecResult.ConnectionLost.class);
        rig.awaitEverythingLive();
        assertThat(rig.server.timesLogged("once")).isEqualTo(1);
    }

    @Test
    void closingInTheMiddleOfAnyFaultLeavesNothing() {
        rig.watchAll();
        rig.eachSocket(line -> line.flow(Lane.Flow.HELD));
        rig.link.door(new Door.BlackHole());
        rig.socket().close();
        await().untilAsserted(() -> assertThat(Residue.threads()).noneMatch(name -> name.startsWith("placewatch-")));
    }
}

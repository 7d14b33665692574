package placewatch.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static placewatch.socket.Patience.DISPLAY;
import static placewatch.socket.Patience.INPUT;
import static placewatch.socket.Patience.POWER;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import placewatch.protocol.Credential;
import placewatch.protocol.Failure;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.ServerAddress;
import placewatch.protocol.StatusKey;
import placewatch.protocol.Subscription;
import placewatch.socket.SocketOptions.Dialect;

/// A connection's days and nights with the product's own deadlines, in virtual time.
class LifeOfALineTest {

    private static final Failure DOWN = new Failure.Unreachable("127.0.0.1:1", "refused");

    private final VirtualTime time = new VirtualTime();
    private final FaultyServer server = new FaultyServer(time);
    private final Set<String> addresses = new HashSet<>(Set.of("192.0.2.7"));
    private final List<SocketState> states = new ArrayList<>();
    private final ControlSocket socket = socket();

    /// How a computer may sleep, as its clocks tell.
    enum Sleep {
        MEASURING_CLOCK_STOPS {
            @Override
            void sleep(VirtualTime time, Duration length) {
                time.sleep(length);
            }
        },
        MEASURING_CLOCK_GOES_ON {
            @Override
            void sleep(VirtualTime time, Duration length) {
                time.sleepMeasured(length);
            }
        };

        abstract void sleep(VirtualTime time, Duration length);
    }

    private ControlSocket socket() {
        SocketOptions usual = SocketOptions.standard();
        SocketOptions options = new SocketOptions(Dialect.DETECT, time, usual.bindDeadline(), usual.execDeadline(),
                usual.pingAfter(), usual.deadAfter(), usual.firstRetry(), usual.lastRetry(), usual.beat());
        ControlSocket made = new ControlSocket(ServerAddress.parse("http://127.0.0.1:1"),
                new Credential.ApiKey("k"), options, server, time, () -> Set.copyOf(addresses));
        made.onState(states::add);
        return made;
    }

    private void open() {
        socket.open();
        time.pass(Duration.ofMillis(50));
        assertThat(socket.state()).isInstanceOf(SocketState.Open.class);
    }

    /// Why it waited before the latest attempts, in order.
    private List<Failure> reasons() {
        return states.stream().filter(SocketState.Waiting.class::isInstance)
                .map(state -> ((SocketState.Waiting) state).why()).toList();
    }

    private static Duration seconds(double count) {
        return Duration.ofMillis((long) (count * 1000));
    }

    private SocketState.Waiting waiting() {
        assertThat(socket.state()).isInstanceOf(SocketState.Waiting.class);
        return (SocketState.Waiting) socket.state();
    }

    private Duration left() {
        return Duration.between(time.instant(), waiting().retryAt());
    }

    @AfterEach
    void close() {
        socket.close();
        assertThat(socket.state()).isEqualTo(new SocketState.Closed());
        assertThat(server.lines()).isZero();
    }

    @Test
    void waitsDoubleFromOneSecondToThirtyAndAreShortenedByChanceByUpToHalf() {
        server.door(new FaultyServer.Door.Refuses(DOWN));
        socket.open();

        for (int longest : List.of(1, 2, 4, 8, 16, 30, 30, 30)) {
            time.pass(Duration.ofMillis(5));
            assertThat(left()).isBetween(seconds(longest / 2.0 - 0.01), seconds(longest));
            time.pass(left());
        }
        assertThat(states.stream().filter(SocketState.Waiting.class::isInstance)
                .map(state -> ((SocketState.Waiting) state).attempt())).startsWith(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(states).contains(new SocketState.Connecting(8));
    }

    @Test
    void aConnectionThatHeldForAMinuteStartsTheWaitsAnew() {
        server.door(new FaultyServer.Door.Refuses(DOWN));
        socket.open();
        time.pass(seconds(40));
        assertThat(waiting().attempt()).isGreaterThanOrEqualTo(5);
        server.door(new FaultyServer.Door.Open());
        time.pass(seconds(30));
        server.drop();
        assertThat(left()).as("held for less than a minute").isGreaterThan(seconds(8));

        time.pass(seconds(31));
        time.pass(seconds(61));
        server.drop();

        assertThat(waiting().attempt()).isEqualTo(1);
        assertThat(left()).isBetween(seconds(0.49), seconds(1));
    }

    @Test
    void retryNowDoesNotWait() {
        server.door(new FaultyServer.Door.Refuses(DOWN));
        socket.open();
        time.pass(seconds(60));
        int before = server.attempts().size();
        Instant asked = time.instant();

        socket.retryNow();

        assertThat(server.attempts()).hasSize(before + 1).last().isEqualTo(asked);
    }

    @Test
    void aDoorThatNeverAnswersIsGivenUpAfterTenSeconds() {
        server.door(new FaultyServer.Door.BlackHole());
        socket.open();
        time.pass(seconds(9.9));
        assertThat(socket.state()).isEqualTo(new SocketState.Connecting(1));

        time.pass(seconds(0.2));

        assertThat(waiting().why()).isEqualTo(new Failure.TimedOut(seconds(10)));
    }

    @Test
    void aRefusedKeyIsNotTriedAgainUntilThePersonActs() {
        server.door(new FaultyServer.Door.Refuses(new Failure.KeyRejected("no such key")));
        socket.open();
        time.pass(Duration.ofDays(3));
        time.sleep(Duration.ofHours(8));
        addresses.add("192.0.2.8");
        time.pass(Duration.ofHours(1));

        assertThat(socket.state()).isEqualTo(new SocketState.Refused(new Failure.KeyRejected("no such key")));
        assertThat(server.attempts()).hasSize(1);

        server.door(new FaultyServer.Door.Open());
        socket.retryNow();
        time.pass(seconds(1));
        assertThat(socket.state()).isInstanceOf(SocketState.Open.class);
    }

    @Test
    void aServerThatAsksToBeLeftAloneIsLeftAlone() {
        server.door(new FaultyServer.Door.Refuses(new Failure.Busy(503, Optional.of(seconds(120)))));
        socket.open();
        time.pass(seconds(100));
        addresses.add("192.0.2.8");
        time.pass(seconds(19.9));
        assertThat(server.attempts()).as("not even for a network that is back").hasSize(1);

        time.pass(seconds(1));
        assertThat(server.attempts()).hasSize(2);
    }

    @Test
    void aSleepCountsTowardsTheTimeThatABusyServerAskedFor() {
        server.door(new FaultyServer.Door.Refuses(new Failure.Busy(429, Optional.of(seconds(600)))));
        socket.open();
        time.pass(seconds(10));

        time.sleep(seconds(300));
        time.pass(seconds(280));
        assertThat(server.attempts()).hasSize(1);
        time.pass(seconds(15));
        assertThat(server.attempts()).hasSize(2);

        time.sleep(seconds(700));
        time.pass(seconds(1));
        assertThat(server.attempts()).as("the moment had passed while it slept").hasSize(3);
    }

    @Test
    void aSilentLineIsPingedEveryFifteenSecondsAndItsRoundTripKnown() {
        server.latency(Duration.ofMillis(38));
        open();
        time.pass(seconds(60));

        assertThat(server.pings()).isBetween(4L, 5L);
        assertThat(socket.figures().roundTrip()).contains(Duration.ofMillis(38));
        assertThat(socket.state()).isInstanceOf(SocketState.Open.class);
    }

    @Test
    void aHalfOpenLineIsDeadAfterFortySecondsWhateverTcpThinks() {
        open();
        Heard heard = new Heard();
        socket.bind(POWER, heard);
        List<Instant> lost = new ArrayList<>();
        socket.bind(POWER, new BindListener() {
            @Override
            public void onPhase(StatusKey key, BindPhase phase) {
                if (phase instanceof BindPhase.Disconnected(Optional<Instant> heardUntil)) {
                    lost.add(heardUntil.orElseThrow());
                }
            }

            @Override
            public void onValue(StatusKey key, String json, Instant at) { }

            @Override
            public void onRemapped(StatusKey key, Instant at) { }
        });
        time.pass(seconds(1));
        server.halfOpen();
        Instant since = time.instant();

        time.pass(seconds(39));
        assertThat(socket.state()).isInstanceOf(SocketState.Open.class);
        time.pass(seconds(2));

        assertThat(reasons()).containsExactly(new Failure.ConnectionLost("nothing was received for 40 s"));
        assertThat(socket.state()).isInstanceOf(SocketState.Open.class);
        assertThat(heard.all()).containsExactly("Binding", "Live", "Disconnected", "Binding", "Live");
        assertThat(Duration.between(since, ((SocketState.Open) socket.state()).since())).isLessThan(seconds(43));
        assertThat(lost).singleElement().satisfies(heardUntil ->
                assertThat(heardUntil).as("not when it was noticed").isBetween(since.minusSeconds(16), since));
    }

    @ParameterizedTest
    @EnumSource
    void afterASleepALineThatStillLivesIsKept(Sleep sleep) {
        open();
        time.pass(seconds(20));

        sleep.sleep(time, seconds(30));
        time.pass(seconds(20));

        assertThat(server.attempts()).hasSize(1);
        assertThat(socket.state()).isInstanceOf(SocketState.Open.class);
    }

    @ParameterizedTest
    @EnumSource
    void afterASleepALineThatIsGoneIsReplacedWithinSeconds(Sleep sleep) {
        open();
        time.pass(seconds(20));
        server.halfOpen();

        sleep.sleep(time, Duration.ofHours(9));
        time.pass(seconds(6));

        assertThat(server.attempts()).hasSize(2);
        assertThat(socket.state()).isInstanceOf(SocketState.Open.class);
        assertThat(reasons()).singleElement().asString().contains("as this computer slept");
    }

    @ParameterizedTest
    @EnumSource
    void afterASleepWhatWasWaitedForIsTriedAtOnce(Sleep sleep) {
        server.door(new FaultyServer.Door.Refuses(DOWN));
        socket.open();
        time.pass(seconds(100));
        assertThat(waiting().attempt()).isGreaterThan(5);
        time.pass(Duration.between(time.instant(), waiting().retryAt()).plusMillis(10));
        server.forget();

        sleep.sleep(time, seconds(10));
        time.pass(Duration.ofMillis(260));

        assertThat(server.attempts()).isNotEmpty();
        assertThat(waiting().attempt()).isEqualTo(1);
    }

    @Test
    void afterASleepAnAttemptThatWasUnderWayIsMadeAnew() {
        server.door(new FaultyServer.Door.BlackHole());
        socket.open();
        time.pass(seconds(2));
        server.door(new FaultyServer.Door.Open());

        time.sleep(Duration.ofHours(1));
        time.pass(seconds(1));

        assertThat(server.attempts()).hasSize(2);
        assertThat(socket.state()).isInstanceOf(SocketState.Open.class);
    }

    @Test
    void aNetworkThatIsBackIsTriedAtOnce() {
        server.door(new FaultyServer.Door.Refuses(DOWN));
        addresses.clear();
        socket.open();
        time.pass(seconds(100));
        time.pass(left().plusMillis(10));
        server.forget();
        server.door(new FaultyServer.Door.Open());
        assertThat(left()).isGreaterThan(seconds(10));

        addresses.add("192.0.2.9");
        time.pass(seconds(2.1));

        assertThat(server.attempts()).hasSize(1);
        assertThat(socket.state()).isInstanceOf(SocketState.Open.class);
    }

    @Test
    void aNetworkThatGoesIsNoReasonToTry() {
        addresses.add("192.0.2.10");
        server.door(new FaultyServer.Door.Refuses(DOWN));
        socket.open();
        time.pass(seconds(100));
        time.pass(left().plusMillis(10));
        server.forget();

        addresses.remove("192.0.2.10");
        time.pass(seconds(10));

        assertThat(server.attempts()).isEmpty();
    }

    @Test
    void anExecThatIsUnderWayWhenTheLineDropsIsUnknownAndNeverSentAgain() {
        open();
        server.silent(true);
        CompletableFuture<ExecResult> result = socket.exec(DISPLAY, "power", List.of("true"));
        time.pass(seconds(3));

        server.drop();
        assertThat(result.join()).isEqualTo(new ExecResult.ConnectionLost(seconds(3)));

        server.silent(false);
        time.pass(Duration.ofMinutes(5));
        assertThat(server.names("exec")).containsExactly("power");
    }

    @Test
    void aServerThatNeverAnswersShowsAsSuch() {
        open();
        server.silent(true);
        Heard heard = new Heard();
        socket.bind(POWER, heard);
        CompletableFuture<ExecResult> exec = socket.exec(DISPLAY, "power", List.of("true"));
        time.pass(seconds(9.7));
        assertThat(heard.all()).containsExactly("Binding");

        time.pass(seconds(0.6));
        assertThat(heard.all()).containsExactly("Binding", "Unanswered");
        time.pass(seconds(19));
        assertThat(exec).isNotDone();
        time.pass(seconds(1));
        assertThat(exec.join()).isInstanceOf(ExecResult.TimedOut.class);
        assertThat(((ExecResult.TimedOut) exec.join()).took()).isBetween(seconds(30), seconds(30.3));
    }

    @Test
    void anAnswerThatIsLateIsStillOfUse() {
        open();
        server.latency(seconds(12));
        Heard heard = new Heard();
        socket.bind(POWER, heard);
        time.pass(seconds(13));

        assertThat(heard.all()).containsExactly("Binding", "Unanswered", "Live");
    }

    @Test
    void anExecsListenerHearsItsNumberAndAnAnswerBehindItsDeadline() {
        open();
        server.latency(seconds(33));
        List<Object> told = new ArrayList<>();
        CompletableFuture<ExecResult> exec = socket.exec(DISPLAY, "power", List.of("true"), new ExecListener() {
            @Override
            public void sent(long id) {
                told.add(id);
            }

            @Override
            public void late(ExecResult answer) {
                told.add(answer.getClass().getSimpleName());
            }
        });
        time.pass(seconds(32));
        assertThat(exec.join()).isInstanceOf(ExecResult.TimedOut.class);
        long id = (long) told.getFirst();
        assertThat(socket.execFrame(id, DISPLAY, "power", List.of("true"))).contains("\"id\":" + id + ",");
        time.pass(seconds(2));
        assertThat(told).hasSize(2).last().isEqualTo("Returned");
    }

    @Test
    void whatWasNeverAnsweredIsLeftOnlyOnceItIsGranted() {
        open();
        server.latency(seconds(12));
        socket.bind(POWER, new Heard()).close();
        Subscription left = socket.bind(INPUT, new Heard());
        time.pass(seconds(11));
        left.close();
        time.pass(seconds(0.9));
        assertThat(server.names("unbind")).as("it would overtake its bind").isEmpty();

        time.pass(seconds(20));
        assertThat(server.names("unbind")).containsExactlyInAnyOrder("power", "input");
        assertThat(server.bound()).isEmpty();
    }

    @Test
    void aValueProvesABindThatWasNeverAnswered() {
        open();
        server.silent(true);
        Heard heard = new Heard();
        Subscription left = socket.bind(POWER, heard);
        time.pass(seconds(11));
        server.push(FaultyServer.news("power", "1"));
        assertThat(heard.all()).containsExactly("Binding", "Unanswered", "Live", "= 1");

        left.close();
        assertThat(server.names("unbind")).containsExactly("power");
    }

    @Test
    void aServerThatForgotEverythingIsAskedForEverythingAgainInOrder() {
        server.value("power", "true");
        server.mixesUp();
        open();
        List<String> names = IntStream.range(0, 50).mapToObj(i -> "v" + i).toList();
        names.forEach(name -> socket.bind(new StatusKey(DISPLAY, name), new Heard()));
        Heard heard = new Heard();
        socket.bind(POWER, heard);
        Heard log = new Heard();
        socket.debug(DISPLAY, "mod-1", log);
        time.pass(seconds(1));
        server.forget();

        server.drop();
        assertThat(server.bound()).isEmpty();
        server.value("power", "false");
        time.pass(seconds(2));

        assertThat(server.names("debug")).containsExactly("debug");
        assertThat(server.names("bind").subList(0, 50)).isEqualTo(names);
        assertThat(server.bound()).hasSize(51).doesNotHaveDuplicates();
        assertThat(heard.all()).containsExactly(
                "Binding", "Live", "= true", "Disconnected", "Binding", "Live", "= false");
        assertThat(log.all()).containsExactly("Asking", "Streaming", "Disconnected", "Asking", "Streaming");
    }

    @Test
    void tenThousandBindsNeitherFloodTheServerNorTheSendQueue() {
        server.latency(Duration.ofMillis(20));
        open();
        List<Heard> all = IntStream.range(0, 10_000).mapToObj(i -> new Heard()).toList();
        IntStream.range(0, 10_000).forEach(i -> socket.bind(new StatusKey(DISPLAY, "v" + i), all.get(i)));
        time.pass(seconds(10));
        assertThat(all).allMatch(Heard::isLive);
        server.forget();

        server.drop();
        time.pass(seconds(1.1));
        CompletableFuture<ExecResult> exec = socket.exec(DISPLAY, "power", List.of());
        time.pass(Duration.ofMillis(25));
        assertThat(exec).as("a call does not stand in line behind the binds")
                .isCompletedWithValueMatching(ExecResult.Returned.class::isInstance);
        time.pass(seconds(10));

        assertThat(all).allMatch(Heard::isLive);
        assertThat(server.names("bind")).isEqualTo(IntStream.range(0, 10_000).mapToObj(i -> "v" + i).toList());
        assertThat(server.mostUnanswered()).isLessThanOrEqualTo(Pacer.WINDOW + 1);
        assertThat(server.bound()).hasSize(10_000).doesNotHaveDuplicates();
    }

    @Test
    void whatCannotBeReadEndsNothingAndIsKeptCut() {
        server.value("power", "1");
        open();
        Heard heard = new Heard();
        socket.bind(POWER, heard);
        time.pass(seconds(1));

        server.push("{\"type\":\"surprise\"}");
        server.pushBinary(new byte[] {'P', 'K', 3, 4});
        server.push("{\"type\":\"notify\",\"value\":" + "9".repeat(5_000));
        server.value("power", "2");

        assertThat(heard.all()).endsWith("= 2");
        assertThat(socket.state()).isInstanceOf(SocketState.Open.class);
        assertThat(socket.figures().unreadable()).isEqualTo(3);
        assertThat(socket.setAside()).extracting(SetAside::length).containsExactly(19, 4, 5_025);
        assertThat(socket.setAside()).extracting(SetAside::at).containsOnly(time.instant());
        assertThat(socket.setAside().get(1)).isEqualTo(
                new SetAside(time.instant(), "It is a binary frame", 4, "PK\u0003\u0004"));
        assertThat(socket.setAside().getLast().beginning()).hasSize(200);

        IntStream.range(0, SetAsides.KEPT + 50).forEach(i -> server.push("rubbish " + i));
        assertThat(socket.setAside()).hasSize(SetAsides.KEPT).last()
                .extracting(SetAside::beginning).isEqualTo("rubbish " + (SetAsides.KEPT + 49));
        assertThat(socket.figures().unreadable()).isEqualTo(3 + SetAsides.KEPT + 50);
    }

    @Test
    void aSilenceAfterAPingThatWasAnsweredIsMeasuredFromTheAnswer() {
        open();
        time.pass(seconds(16));
        server.silent(true);

        time.pass(seconds(36));
        assertThat(socket.state()).isInstanceOf(SocketState.Open.class);
        time.pass(seconds(4));
        assertThat(reasons()).containsExactly(new Failure.ConnectionLost("nothing was received for 40 s"));
    }

    @Test
    void aRemappedVariableIsBoundAnewAndItsOldValueToldToNobody() {
        server.value("power", "true");
        server.value("input", "\"hdmi\"");
        open();
        Heard heard = new Heard();
        Heard other = new Heard();
        socket.bind(POWER, heard);
        socket.bind(new StatusKey(new ModuleAddress("sys-1", "Display", 2), "volume"), other);
        socket.bind(INPUT, new Heard());
        time.pass(seconds(1));
        server.forget();

        socket.remapped(DISPLAY);
        Heard late = new Heard();
        socket.bind(POWER, late);
        time.pass(seconds(1));

        assertThat(heard.all()).containsExactly(
                "Binding", "Live", "= true", "Remapped", "Binding", "Live", "= true");
        assertThat(late.all()).containsExactly("Binding", "Live", "= true");
        assertThat(other.all()).doesNotContain("Remapped");
        assertThat(server.names("unbind")).containsExactlyInAnyOrder("power", "input");
        assertThat(server.names("bind")).containsExactlyInAnyOrder("power", "input");
    }

    @Test
    void aRemapThatIsNoticedWhileABindIsUnderWayBindsOnceMore() {
        server.latency(seconds(1));
        socket.open();
        time.pass(seconds(1.1));
        Heard heard = new Heard();
        socket.bind(POWER, heard);
        time.pass(seconds(0.5));

        socket.remapped(DISPLAY);
        time.pass(seconds(5));

        assertThat(server.names("bind")).containsExactly("power", "power");
        assertThat(server.names("unbind")).containsExactly("power");
        assertThat(server.bound()).containsExactly("power");
        assertThat(heard.isLive()).isTrue();
    }
}

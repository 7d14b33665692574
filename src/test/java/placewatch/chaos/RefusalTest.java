package placewatch.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static placewatch.chaos.Rig.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import placewatch.protocol.Failure;
import placewatch.socket.SocketState;

/// What a server answers at the door, over real sockets.
class RefusalTest {

    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    static Stream<Arguments> refusals() {
        String html = "<!doctype html><title>502</title><h1>Bad gateway</h1>";
        return Stream.of(
                Arguments.of(Door.Answering.with("401 Unauthorized", "", "{\"error\":\"unknown key\"}"),
                        new Failure.KeyRejected("{\"error\":\"unknown key\"}"), true),
                Arguments.of(Door.Answering.with("403 Forbidden", "Content-Type: application/json\r\n", ""),
                        new Failure.NotAllowed(""), true),
                Arguments.of(Door.Answering.with("404 Not Found", "", ""), null, true),
                Arguments.of(Door.Answering.with("200 OK", "Content-Type: text/html\r\n", "<h1>A shop</h1>"),
                        new Failure.NotPlaceOs("The upgrade to a WebSocket was answered with 200"), true),
                Arguments.of(Door.Answering.with("429 Too Many Requests", "Retry-After: 1\r\n", ""),
                        new Failure.Busy(429, Optional.of(Duration.ofSeconds(1))), false),
                Arguments.of(Door.Answering.with("502 Bad Gateway", "Content-Type: text/html\r\n", html),
                        new Failure.Busy(502, Optional.empty()), false),
                Arguments.of(Door.Answering.with("503 Service Unavailable", "Retry-After: 1\r\n", html),
                        new Failure.Busy(503, Optional.of(Duration.ofSeconds(1))), false),
                Arguments.of(Door.Answering.with("500 Internal Server Error", "", "it broke"),
                        new Failure.ServerFault(500, "it broke"), false));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aRefusalIsToldAndOnlyWhatAPersonMustMendWaitsForThem(
            Door refusal, @Nullable Failure expected, boolean waitsForPerson) {
        Failure why = expected != null ? expected : new Failure.NotPlaceOs(
                "There is no control socket at " + rig.link.address().socket() + " (404)");
        rig.link.door(refusal);
        rig.socket().bind(Rig.ZERO, rig.watchers.getFirst());
        Instant began = Instant.now();
        rig.socket().open();

        await().until(() -> rig.states.size() >= 3);
        if (waitsForPerson) {
            assertThat(rig.states.get(2)).isEqualTo(new SocketState.Refused(why));
            assertThat(rig.link.knocks()).isEqualTo(1);
            rig.link.door(new Door.Open());
            rig.socket().retryNow();
        } else {
            assertThat(rig.states.get(2)).isInstanceOfSatisfying(SocketState.Waiting.class, waiting -> {
                assertThat(waiting.why()).isEqualTo(why);
                if (why instanceof Failure.Busy(_, Optional<Duration> asked) && asked.isPresent()) {
                    assertThat(waiting.retryAt()).isAfterOrEqualTo(began.plus(asked.get()));
                }
            });
            rig.link.door(new Door.Open());
        }
        await().until(() -> rig.watchers.getFirst().isIn("Live"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aServerThatWasPlaceOsIsTriedAgainUnlessTheKeyIsRefused(
            Door refusal, @Nullable Failure expected, boolean waitsForPerson) {
        rig.watchAll();
        rig.link.door(refusal);
        rig.eachSocket(LinkLine::reset);
        await().until(() -> rig.link.knocks() >= 2);
        boolean aboutTheKey = expected instanceof Failure.KeyRejected || expected instanceof Failure.NotAllowed;

        if (aboutTheKey) {
            await().until(() -> rig.socket().state() instanceof SocketState.Refused);
            rig.socket().retryNow();
        }
        rig.server.set("zero", "4711");
        rig.link.door(new Door.Open());
        if (aboutTheKey) {
            await().until(() -> {
                rig.socket().retryNow();
                return rig.socket().state() instanceof SocketState.Open;
            });
        }
        rig.awaitEverythingLive();
    }
}

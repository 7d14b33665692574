package placewatch.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static placewatch.chaos.Rig.await;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import placewatch.protocol.Failure;

/// What a server says that makes no sense harms nobody, over real sockets.
class GarbageTest {

    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    static Stream<Arguments> garbage() {
        return Garbage.frames().entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("garbage")
    void garbageIsCountedAndHarmsNobody(String what, byte[] frame) {
        rig.watchAll();
        long before = rig.socket().figures().unreadable();
        rig.eachSocket(line -> line.say(frame));

        await().until(() -> rig.socket().figures().unreadable() == before + 1);
        rig.server.set("zero", "815");
        rig.awaitEverythingLive();
        assertThat(rig.link.knocks()).as(what).isEqualTo(1);
    }

    static Stream<Arguments> strays() {
        return Garbage.strays().entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("strays")
    void whatMeansNothingToAnybodyHarmsNobody(String what, byte[] frame) {
        rig.watchAll();
        rig.eachSocket(line -> line.say(frame));
        rig.server.set("zero", "815");
        rig.awaitEverythingLive();
        assertThat(rig.socket().figures().unreadable()).as(what).isZero();
        assertThat(rig.link.knocks()).isEqualTo(1);
    }

    static Stream<Arguments> brokenBytes() {
        return Garbage.bytes().entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenBytes")
    void bytesThatAreNoFrameEndTheConnectionAndItComesBack(String what, byte[] bytes) {
        assertThat(rig.survives(() -> rig.eachSocket(line -> line.say(bytes)))).as(what)
                .isInstanceOfSatisfying(Failure.ConnectionLost.class, lost -> assertThat(lost.detail())
                        .startsWith("it was closed here over a fault in the protocol"));
    }

    @Test
    void aBinaryFrameHarmsNobody() {
        rig.watchAll();
        rig.eachSocket(line -> line.say(ServerFrames.binary(new byte[] {0, 1, 2, (byte) 0xff})));
        rig.server.set("zero", "815");
        rig.awaitEverythingLive();
        assertThat(rig.link.knocks()).isEqualTo(1);
    }

    @Test
    void textThatIsNoUtf8LeavesEverythingLiveInTheEnd() {
        rig.watchAll();
        rig.eachSocket(line -> line.say(Garbage.brokenText()));
        rig.server.set("zero", "815");
        rig.awaitEverythingLive();
        assertThat(rig.watchers.getFirst().latest()).hasValue("815");
    }
}

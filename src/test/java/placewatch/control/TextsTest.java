package placewatch.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import placewatch.model.Quality;
import placewatch.protocol.Failure;
import placewatch.protocol.ServerError;
import placewatch.socket.SocketState;

class TextsTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"PT0.2S,now", "PT9.9S,9 s ago", "PT19.9S,19 s ago", "PT34.9S,30 s ago", "PT59.9S,55 s ago", "PT2M59S,2 min ago", "PT1H5M,1 h ago", "PT75H,3 d ago", "PT-3S,now"})
    void agesAreSaidInOneUnit(Duration age, String words) {
        assertThat(Texts.ago(NOON.minus(age), NOON)).isEqualTo(words);
    }

    @Test
    void aLastKnownValueSaysSinceWhen() {
        assertThat(Texts.quality(new Quality.LastKnown(NOON.minusSeconds(185), Quality.Cause.DISCONNECTED), NOON))
                .isEqualTo("last known, 3 min ago");
    }

    @Test
    void anErrorIsASentenceWithTheServersWordsBehindIt() {
        assertThat(Texts.error(new ServerError(3, "module raised: volume 140 is above 100 (ArgumentError)")))
                .isEqualTo("The driver raised an error: module raised: volume 140 is above 100 (ArgumentError)");
        assertThat(Texts.error(new ServerError(6, ""))).isEqualTo("There is no such module in this system.");
        assertThat(Texts.error(new ServerError(99, "odd"))).contains("99").contains("odd");
    }

    @Test
    void aBusyServersWaitIsToldOnceByTheCountdown() {
        Failure busy = new Failure.Busy(503, Optional.of(Duration.ofSeconds(3)));
        assertThat(Texts.state(new SocketState.Waiting(NOON.plusSeconds(11), 4, busy), "HQ", NOON)).contains("in 11 s");
        assertThat(Texts.lineFailure(busy)).isEqualTo("The server is busy or restarting (status 503).");
        // where nothing counts down, what it asks for is all there is
        assertThat(Texts.failure(busy)).contains("wait 3 s");
    }

    @Test
    void everyCodeOfTheTableHasASentenceOfItsOwn() {
        assertThat(IntStream.range(0, 8).mapToObj(code -> Texts.error(new ServerError(code, ""))))
                .doesNotHaveDuplicates().noneMatch(sentence -> sentence.contains("error 0"));
    }

    @Test
    void everyReasonForDistrustHasASentenceThatSaysWhatToDo() {
        assertThat(Stream.of(Failure.Distrust.values())
                .map(reason -> Texts.failure(new Failure.NotTrusted(reason, ""))))
                .doesNotHaveDuplicates().hasSize(5);
        assertThat(Texts.failure(new Failure.NotTrusted(Failure.Distrust.UNKNOWN_ISSUER, "")))
                .contains("add its file under More settings");
        assertThat(Texts.failure(new Failure.NotTrusted(Failure.Distrust.EXPIRED, ""))).contains("clock");
    }

    @Test
    void everyFaultOfACertificateFileNamesTheFile() {
        Path file = Path.of("office.pem");
        assertThat(Stream.of(Failure.FileFault.values())
                .map(fault -> Texts.failure(new Failure.BadAuthorityFile(file, fault, ""))))
                .doesNotHaveDuplicates().hasSize(5).allMatch(sentence -> sentence.contains("“office.pem”"));
    }

    @Test
    void aLostLineIsOneSentence() {
        assertThat(Texts.failure(new Failure.ConnectionLost("nothing was received for 40 s")))
                .isEqualTo("The connection was lost: nothing was received for 40 s.");
    }

    @Test
    void aKeyThatMayNotOpenTheLiveConnectionIsToldSoAndNoProxyIsBlamed() {
        assertThat(Stream.of(Texts.lineFailure(new Failure.NotAllowed("")),
                        Texts.socketFailure(new Failure.NotAllowed(""))))
                .allMatch(words -> words.startsWith("This key may not open the live connection. Connect with another"));
        assertThat(Texts.socketFailure(new Failure.Busy(503, Optional.empty()))).contains("proxy");
    }

    @Test
    void aProxysFailuresAreToldApartAndNameTheProxy() {
        assertThat(List.of(new Failure.ProxyNotFound("proxy"), new Failure.ProxyUnreachable("proxy:3128", ""),
                        new Failure.ProxyWantsSignIn("proxy:3128"),
                        new Failure.ProxyRefused("proxy:3128", "rooms.example.com:443", "")))
                .extracting(Texts::failure)
                .doesNotHaveDuplicates().allMatch(sentence -> sentence.contains("proxy"));
        assertThat(Texts.failure(new Failure.ProxyRefused("proxy:3128", "rooms.example.com:443", "")))
                .contains("proxy:3128").contains("rooms.example.com:443");
    }

    @Test
    void theZoneIsSaidAsAnOffset() {
        assertThat(Texts.offset(ZoneOffset.UTC, NOON)).isEqualTo("UTC");
        assertThat(Texts.offset(ZoneId.of("Europe/Berlin"), NOON)).isEqualTo("UTC+1");
        assertThat(Texts.offset(ZoneId.of("Asia/Kolkata"), NOON)).isEqualTo("UTC+5:30");
    }

    @Test
    void durationsOfCallsAreExactWhereItMatters() {
        assertThat(Texts.took(Duration.ofMillis(38))).isEqualTo("38 ms");
        assertThat(Texts.took(Duration.ofMillis(2449))).isEqualTo("2.4 s");
    }
}

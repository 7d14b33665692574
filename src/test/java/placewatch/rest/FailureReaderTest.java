package placewatch.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static placewatch.rest.Results.failed;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import placewatch.network.Route;
import placewatch.protocol.Credential;
import placewatch.protocol.Failure;
import placewatch.protocol.ModuleAddress;
import placewatch.rest.CannedServer.Canned;

/// What each refusal of a server or of a proxy before it is taken for.
class FailureReaderTest {

    private static final Instant NOW = Instant.parse("2026-08-01T12:00:00Z");

    private CannedServer server;
    private PlaceApi api;

    @BeforeEach
    void open() throws Exception {
        server = CannedServer.start();
        api = new PlaceApi(
                server.address(), new Credential.ApiKey("k"), Route.direct(), Deadlines.usual(),
                InstantSource.fixed(NOW));
    }

    @AfterEach
    void close() {
        api.close();
        server.close();
    }

    private Failure failureOf(Canned answer) throws Exception {
        server.on("GET", "/systems/sys-1?complete=true", answer);
        return failed(api.system("sys-1"));
    }

    @Test
    void anUnknownKeyIsRejected() throws Exception {
        assertThat(failureOf(Canned.json(401, "{\"error\":\"unknown x-api-key\"}")))
                .isEqualTo(new Failure.KeyRejected("unknown x-api-key"));
    }

    @Test
    void aKeyWithoutTheRightIsNotAllowedThoughTheBodyIsEmptyAndTypedJson() throws Exception {
        assertThat(failureOf(Canned.json(403, ""))).isEqualTo(new Failure.NotAllowed(""));
    }

    @Test
    void whatIsNotThereIsNamed() throws Exception {
        assertThat(failureOf(Canned.json(404, "{\"error\":\"not found\"}")))
                .isEqualTo(new Failure.NotFound("system sys-1"));
        server.on("GET", "/systems/sys-1/functions/Display_2", Canned.json(404, ""));
        assertThat(failed(api.functions(new ModuleAddress("sys-1", "Display", 2))))
                .isEqualTo(new Failure.NotFound("functions of Display_2 in sys-1"));
        server.on("POST", "/modules/mod-1/start", Canned.json(404, ""));
        assertThat(failed(api.start("mod-1"))).isEqualTo(new Failure.NotFound("module mod-1"));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 406, 408, 409, 415, 422})
    void aQuestionTheServerDoesNotAcceptIsABadRequestInItsWords(int status) throws Exception {
        assertThat(failureOf(Canned.json(status,
                "{\"error\":\"invalid value\",\"parameter\":\"limit\",\"restriction\":\"positive\",\"backtrace\":[]}")))
                .isEqualTo(new Failure.BadRequest(status, "invalid value (parameter: limit) (restriction: positive)"));
    }

    @ParameterizedTest
    @CsvSource({"500", "501", "504"})
    void aServerThatBreaksIsAtFault(int status) throws Exception {
        assertThat(failureOf(Canned.json(status, "{\"error\":\"Nil assertion failed\"}")))
                .isEqualTo(new Failure.ServerFault(status, "Nil assertion failed"));
    }

    @Test
    void textThatIsNoJsonIsKeptAsItCame() throws Exception {
        assertThat(failureOf(new Canned(500, " upstream died\nat line 3 ", Map.of("Content-Type", "text/plain"))))
                .isEqualTo(new Failure.ServerFault(500, "upstream died\nat line 3"));
        assertThat(failureOf(Canned.json(500, "\"just a string\"")))
                .isEqualTo(new Failure.ServerFault(500, "just a string"));
        assertThat(failureOf(Canned.json(500, "[1]"))).isEqualTo(new Failure.ServerFault(500, "[1]"));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503})
    void aBusyServerIsAskedAgainWhenItSays(int status) throws Exception {
        assertThat(failureOf(Canned.json(status, "").with("Retry-After", "120")))
                .isEqualTo(new Failure.Busy(status, Optional.of(Duration.ofMinutes(2))));
    }

    @Test
    void aDateToComeBackAtIsCountedFromNow() throws Exception {
        assertThat(failureOf(Canned.json(429, "").with("Retry-After", "Sat, 01 Aug 2026 12:01:30 GMT")))
                .isEqualTo(new Failure.Busy(429, Optional.of(Duration.ofSeconds(90))));
        assertThat(failureOf(Canned.json(429, "").with("Retry-After", "Sat, 01 Aug 2026 11:00:00 GMT")))
                .isEqualTo(new Failure.Busy(429, Optional.of(Duration.ZERO)));
    }

    @Test
    void aDateThatCannotBeReadIsNoDate() throws Exception {
        assertThat(failureOf(Canned.json(429, "").with("Retry-After", "soon")))
                .isEqualTo(new Failure.Busy(429, Optional.empty()));
    }

    @Test
    void aProxysPageMeansBusy() throws Exception {
        assertThat(failureOf(Canned.html(502, "<html><title>502 Bad Gateway</title></html>")))
                .isEqualTo(new Failure.Busy(502, Optional.empty()));
        assertThat(failureOf(Canned.html(503, "<html></html>")))
                .isEqualTo(new Failure.Busy(503, Optional.empty()));
    }

    @Test
    void aProxysPageAboutAFaultGivesItsTitle() throws Exception {
        assertThat(failureOf(Canned.html(504, "<html><head><TITLE>504 Gateway\nTime-out</TITLE></head></html>")))
                .isEqualTo(new Failure.ServerFault(504, "504 Gateway\nTime-out"));
    }

    @Test
    void aWebPageIsNotPlaceOs() throws Exception {
        assertThat(failureOf(Canned.html(200, "<!doctype html><title>Welcome to nginx!</title>")))
                .isEqualTo(new Failure.NotPlaceOs(
                        "GET /api/engine/v2/systems/sys-1 was answered with a web page: Welcome to nginx!"));
    }

    @Test
    void norIsOneThatPretendsToBeJson() throws Exception {
        assertThat(failureOf(Canned.json(" <html></html>"))).isInstanceOf(Failure.NotPlaceOs.class);
    }

    @Test
    void aSiteThatHasNoSuchPageIsNotPlaceOsEither() throws Exception {
        assertThat(failureOf(Canned.html(404, "<title>404 Not Found</title>"))).isInstanceOf(Failure.NotPlaceOs.class);
    }

    @Test
    void aPageInsteadOfAnEmptySuccessIsNotTakenForOne() throws Exception {
        server.on("POST", "/modules/mod-1/stop", Canned.html(200, "<title>Sign in</title>"));
        assertThat(failed(api.stop("mod-1"))).isInstanceOf(Failure.NotPlaceOs.class);
    }

    @Test
    void theKeyDoesNotFollowARedirect() throws Exception {
        server.onHost("GET", "/elsewhere", Canned.json("{\"id\":\"sys-1\"}"));
        Failure failure = failureOf(Canned.json(302, "").with("Location", "/elsewhere?token=abc"));

        assertThat(failure).isInstanceOfSatisfying(Failure.NotPlaceOs.class, it -> assertThat(it.detail())
                .contains("status 302").endsWith("/elsewhere").doesNotContain("token"));
        assertThat(server.asked()).hasSize(1);
    }
}

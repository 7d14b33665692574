package placewatch.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// The REST table of protocol.md, note by note.
class RestTest {

    private final FakeBuilding building = new FakeBuilding(249);
    private Simulator simulator;
    private Rest rest;

    @BeforeEach
    void open() {
        Limits limits = new Limits(Duration.ofSeconds(80), Duration.ofMillis(2), Duration.ofMillis(50),
                Duration.ofSeconds(15), 1000, 1 << 20, 4 << 20);
        simulator = Simulator.start(SimulatorOptions.demo(), building, limits);
        rest = new Rest(simulator);
    }

    @AfterEach
    void close() {
        rest.close();
        simulator.close();
    }

    @Test
    void systemsComeAHundredAtATimeWithTheHeadersOfPaging() throws IOException, InterruptedException {
        HttpResponse<String> page = rest.get(Role.USER, "/systems");
        assertThat(Rest.json(page).size()).isEqualTo(100);
        assertThat(page.headers().firstValue("X-Total-Count")).contains("250");
        assertThat(page.headers().firstValue("Content-Range")).contains("sys 0-100/250");
        assertThat(page.headers().firstValue("Link"))
                .contains("</api/engine/v2/systems?offset=100&limit=100>; rel=\"next\"");
    }

    @Test
    void followingTheRelativeLinksGivesEverySystemOnce() throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        Optional<String> next = Optional.of("/api/engine/v2/systems?zone_id=zone-bld,zone-l1&limit=40");
        while (next.isPresent()) {
            HttpResponse<String> page = rest.send(
                    rest.request(next.get()).header("X-API-Key", simulator.key(Role.USER)));
            Rest.json(page).forEach(system -> ids.add(system.path("id").stringValue()));
            Optional<String> link = page.headers().firstValue("Link");
            assertThat(link.orElse("%2C")).as("commas are percent-encoded").contains("%2C").doesNotContain(",");
            next = link.map(text -> text.substring(1, text.indexOf('>')));
        }
        assertThat(ids).hasSize(126).doesNotHaveDuplicates();
    }

    @Test
    void theLastPageHasNoLinkAndALimitAboveTenThousandIsTenThousand() throws IOException, InterruptedException {
        HttpResponse<String> last = rest.get(Role.USER, "/systems?offset=200");
        assertThat(last.headers().firstValue("Content-Range")).contains("sys 200-250/250");
        assertThat(last.headers().firstValue("Link")).isEmpty();
        assertThat(Rest.json(rest.get(Role.USER, "/systems?limit=20000")).size()).isEqualTo(250);
    }

    @Test
    void aLimitOfZeroGivesAnEmptyListWithTheTotal() throws IOException, InterruptedException {
        HttpResponse<String> none = rest.get(Role.USER, "/systems?limit=0");
        assertThat(none.body()).isEqualTo("[]");
        assertThat(none.headers().firstValue("X-Total-Count")).contains("250");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=-1", "limit=ten", "offset=-5", "offset=1.5", "limit=99999999999", "capacity=many"})
    void whatIsNotANumberIsA400ThatNamesTheParameter(String query) throws IOException, InterruptedException {
        HttpResponse<String> answer = rest.get(Role.USER, "/systems?" + query);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Rest.json(answer).path("parameter").stringValue()).isEqualTo(query.substring(0, query.indexOf('=')));
    }

    @ParameterizedTest
    @CsvSource({
        "q=board,                  1",
        "q=boardr,                 1",
        "q=boardr+zzz,             0",
        "q=boardroom+zzz,          1",
        "q=boardroom%20room,     250",
        "q=0012,                   1",
        "q=00,                    99",
        "q=oardroom,               0",
        "q=,                     250",
        "zone_id=zone-l2,        124",
        "'zone_id=zone-l1,zone-l2', 0",
        "'zone_id=zone-bld,zone-l1', 126",
        "bookable=true,            1",
        "bookable=false,         249",
        "bookable=1,             249",
        "capacity=5,               1",
        "features=VidConf,         1",
        "'features=VidConf,None',  0",
        "module_id=mod-d1,         1",
        "'email=sys-0001@demo.example,sys-0002@demo.example', 2",
    })
    void systemsAreFoundByTheirParameters(String query, String total) throws IOException, InterruptedException {
        HttpResponse<String> answer = rest.get(Role.USER, "/systems?" + query);
        assertThat(answer.headers().firstValue("X-Total-Count")).contains(total);
    }

    @Test
    void completeAddsZonesAndModulesWithTheirDriversForEveryKey() throws IOException, InterruptedException {
        building.fake("mod-d2").stop();
        building.fake("mod-d1").connected(false);
        JsonNode system = Rest.json(rest.get(Role.USER, "/systems/sys-board?complete=true"));
        assertThat(system.path("zone_data").size()).isEqualTo(3);
        assertThat(system.at("/module_data/0/connected").booleanValue()).isFalse();
        assertThat(system.at("/module_data/1/running").booleanValue()).isFalse();
        assertThat(system.at("/module_data/0/driver/module_name").stringValue()).isEqualTo("Display");
        assertThat(system.at("/module_data/0/role").intValue()).isEqualTo(1);
        assertThat(system.at("/module_data/4/custom_name").stringValue()).isEqualTo("Room_101");
        assertThat(Rest.json(rest.get(Role.USER, "/systems/sys-board?complete=yes")).has("module_data"))
                .as("only true counts").isFalse();
    }

    @Test
    void typesCountTheModulesOfEachName() throws IOException, InterruptedException {
        assertThat(rest.get(Role.USER, "/systems/sys-board/types").body())
                .isEqualTo("{\"Display\":2,\"Bookings\":1,\"_Internal\":1,\"Room_101\":1}");
    }

    @Test
    void functionsAboveTheKeysRoleAreNotListedAndWhiteSpaceIsStripped() throws IOException, InterruptedException {
        JsonNode support = Rest.json(rest.get(Role.SUPPORT, "/systems/sys-board/functions/Display_1"));
        assertThat(support.propertyNames()).contains("power", "calibrate").doesNotContain("reset!");
        assertThat(support.path("say").toString()).isEqualTo("{\"arity\":1,\"params\":{\"text\":{\"type\":\"string\","
                + "\"title\":\"String|Nil\",\"default\":\"goodmorning\"}},\"order\":[\"text\"]}");
        assertThat(Rest.json(rest.get(Role.ADMIN, "/systems/sys-board/functions/Display_1")).has("reset!")).isTrue();
        assertThat(rest.get(Role.ADMIN, "/systems/sys-board/functions/None_1").statusCode()).isEqualTo(404);
    }

    @Test
    void stateIsStringifiedAndWhatIsMissingIsToldInFourWays() throws IOException, InterruptedException {
        assertThat(rest.get(Role.SUPPORT, "/systems/sys-board/Display_1").body())
                .isEqualTo("{\"power\":\"true\",\"input\":\"\\\"hdmi1\\\"\",\"volume\":\"42.0\"}");
        assertThat(rest.get(Role.SUPPORT, "/systems/sys-board/Display_1/volume").body()).isEqualTo("42.0");
        assertThat(rest.get(Role.SUPPORT, "/systems/sys-board/None_1").body()).isEqualTo("{}");
        assertThat(rest.get(Role.SUPPORT, "/systems/sys-none/Display_1").body()).isEqualTo("{}");
        assertThat(rest.get(Role.SUPPORT, "/systems/sys-board/Display_1/none").statusCode()).isEqualTo(500);
        HttpResponse<String> ofMissing = rest.get(Role.SUPPORT, "/systems/sys-board/None_1/power");
        assertThat(ofMissing.statusCode()).isEqualTo(200);
        assertThat(ofMissing.body()).isEqualTo("null");
        assertThat(rest.get(Role.SUPPORT, "/modules/mod-d1/state/input").body()).isEqualTo("\"\\\"hdmi1\\\"\"");
    }

    @Test
    void aSlugSplitsAtItsLastUnderscore() throws IOException, InterruptedException {
        building.fake("mod-wall").publish("power", "true");
        assertThat(rest.get(Role.SUPPORT, "/systems/sys-board/Room_101_1").body()).isEqualTo("{\"power\":\"true\"}");
    }

    @Test
    void execOverRestTakesAnArrayAndItsFailuresHaveStatuses() throws IOException, InterruptedException {
        assertThat(rest.post(Role.USER, "/systems/sys-board/Display_1/power", "[false]").body()).isEqualTo("false");
        assertThat(rest.post(Role.USER, "/systems/sys-board/Display_1/say", "[]").body())
                .isEqualTo("[42.0,1.0e-7,9007199254740993]");
        assertThat(rest.post(Role.USER, "/systems/sys-board/None_1/power", "[]").statusCode()).isEqualTo(404);
        assertThat(rest.post(Role.USER, "/systems/sys-board/Display_1/none", "[]").statusCode()).isEqualTo(400);
        HttpResponse<String> raised = rest.post(Role.USER, "/systems/sys-board/Display_1/raise", "[]");
        assertThat(raised.statusCode()).isEqualTo(500);
        assertThat(Rest.json(raised).path("message").stringValue()).contains("vga");
        assertThat(rest.post(Role.USER, "/systems/sys-board/Display_1/calibrate", "[]").statusCode())
                .as("a privileged exec is a 401").isEqualTo(401);
        assertThat(rest.post(Role.USER, "/systems/sys-board/Display_1/say", "{}").statusCode()).isEqualTo(400);
        assertThat(rest.post(Role.USER, "/systems/sys-board/Display_1/say", "[").statusCode()).isEqualTo(400);
        assertThat(rest.post(Role.USER, "/systems/sys-board/Display_1/say", "").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "/systems/sys-board/functions/Display_1, SUPPORT",
        "/systems/sys-board/Display_1,           SUPPORT",
        "/systems/sys-board/Display_1/power,     SUPPORT",
        "/modules,                               SUPPORT",
        "/modules?control_system_id=sys-board,   SUPPORT",
        "/modules/mod-d1,                        SUPPORT",
        "/systems/sys-board/zones,               ADMIN",
        "/systems/sys-board/settings,            ADMIN",
        "/systems/sys-board/metadata,            ADMIN",
        "/systems/sys-board/types,               USER",
        "/systems/sys-board,                     USER",
        "/zones,                                 USER",
        "/zones/zone-l1,                         USER",
        "/users/current,                         USER",
        "/version,                               USER",
    })
    void eachCallNeedsItsRoleAndAnEmpty403TypedJsonIsTheRefusal(String path, Role needed)
            throws IOException, InterruptedException {
        for (Role role : Role.values()) {
            HttpResponse<String> answer = rest.get(role, path);
            boolean allowed = role.compareTo(needed) >= 0;
            assertThat(answer.statusCode()).as("%s as %s", path, role).isEqualTo(allowed ? 200 : 403);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
            if (!allowed) {
                assertThat(answer.body()).isEmpty();
            }
        }
    }

    @Test
    void startAndStopNeedSupportUnlessThereIsNothingToDo() throws IOException, InterruptedException {
        assertThat(rest.post(Role.USER, "/modules/mod-d1/start", "").statusCode()).isEqualTo(200);
        assertThat(rest.post(Role.USER, "/modules/mod-d1/stop", "").statusCode()).isEqualTo(403);
        assertThat(building.fake("mod-d1").running()).isTrue();
        HttpResponse<String> stopped = rest.post(Role.SUPPORT, "/modules/mod-d1/stop", "");
        assertThat(stopped.statusCode()).isEqualTo(200);
        assertThat(stopped.body()).isEmpty();
        assertThat(stopped.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(building.fake("mod-d1").running()).isFalse();
        assertThat(rest.post(Role.USER, "/systems/sys-board/start", "").statusCode()).isEqualTo(403);
        assertThat(rest.post(Role.SUPPORT, "/systems/sys-board/start", "").statusCode()).isEqualTo(200);
        assertThat(building.fake("mod-d1").running()).isTrue();
    }

    @Test
    void pingOfALogicModuleIsUnprocessable() throws IOException, InterruptedException {
        assertThat(rest.post(Role.SUPPORT, "/modules/mod-book/ping", "").statusCode()).isEqualTo(422);
        assertThat(Rest.json(rest.post(Role.SUPPORT, "/modules/mod-d1/ping", "")).path("pingable").booleanValue())
                .isTrue();
        assertThat(rest.post(Role.USER, "/modules/mod-d1/ping", "").statusCode()).isEqualTo(403);
    }

    @Test
    void modulesOfASystemIgnorePagingAndTheirConnectedIsTheDatabases() throws IOException, InterruptedException {
        building.fake("mod-d1").connected(false);
        HttpResponse<String> list = rest.get(Role.SUPPORT, "/modules?control_system_id=sys-board&limit=1");
        assertThat(Rest.json(list).size()).isEqualTo(5);
        assertThat(list.headers().firstValue("Link")).isEmpty();
        Rest.json(list).forEach(module -> assertThat(module.path("connected").booleanValue()).isTrue());
    }

    @Test
    void zonesAreFoundByParentTagAndWord() throws IOException, InterruptedException {
        assertThat(ids(rest.get(Role.USER, "/zones?parent_id=zone-bld"))).containsExactly("zone-l1", "zone-l2");
        assertThat(ids(rest.get(Role.USER, "/zones?tags=building"))).containsExactly("zone-bld");
        assertThat(ids(rest.get(Role.USER, "/zones?q=main"))).containsExactly("zone-bld");
        assertThat(rest.get(Role.USER, "/zones?limit=2").headers().firstValue("Content-Range")).contains("zone 0-2/4");
        assertThat(Rest.json(rest.get(Role.USER, "/zones/zone-org")).has("parent_id"))
                .as("nil fields are left out").isFalse();
        assertThat(rest.get(Role.USER, "/zones/zone-none").statusCode()).isEqualTo(404);
    }

    @Test
    void theKeySaysWhoCalls() throws IOException, InterruptedException {
        assertThat(Rest.json(rest.get(Role.SUPPORT, "/users/current")).path("support").booleanValue()).isTrue();
        assertThat(Rest.json(rest.get(Role.ADMIN, "/users/current")).path("sys_admin").booleanValue()).isTrue();
        JsonNode user = Rest.json(rest.get(Role.USER, "/users/current"));
        assertThat(user.path("support").booleanValue() || user.path("sys_admin").booleanValue()).isFalse();
        assertThat(user.path("created_at").isIntegralNumber()).isTrue();
    }

    @Test
    void theAuthorityIsToldWithoutAKeyAndIsOfVersionTwo() throws IOException, InterruptedException {
        HttpResponse<String> authority = rest.send(rest.request("/auth/authority"));
        assertThat(authority.statusCode()).isEqualTo(200);
        assertThat(Rest.json(authority).path("version").stringValue()).startsWith("2.");
        assertThat(rest.send(rest.request("/api/engine/v2")).statusCode()).isEqualTo(200);
        assertThat(rest.send(rest.request("/api/engine/v2/")).statusCode()).isEqualTo(200);
    }

    @Test
    void aKeyIsTakenFromHeaderQueryCookieAndBearer() throws IOException, InterruptedException {
        String key = simulator.key(Role.USER);
        List<HttpRequest.Builder> ways = List.of(
                rest.request("/api/engine/v2/version").header("X-API-Key", key),
                rest.request("/api/engine/v2/version?api-key=" + key),
                rest.request("/api/engine/v2/version").header("Cookie", "api-key=" + key),
                rest.request("/api/engine/v2/version").header("Authorization", "Bearer " + key),
                rest.request("/api/engine/v2/version?bearer_token=" + key));
        for (HttpRequest.Builder way : ways) {
            assertThat(rest.send(way).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aBadOrEmptyKeyIsA401WithAJsonBodyAndAKeyWithoutScopeAnEmpty403() throws IOException, InterruptedException {
        for (String path : List.of("/version", "/systems/control")) {
            for (String key : List.of("", "wrong")) {
                HttpResponse<String> answer = rest.send(rest.request("/api/engine/v2" + path).header("X-API-Key", key)
                        .header("Authorization", "Bearer " + simulator.key(Role.USER)));
                assertThat(answer.statusCode()).isEqualTo(401);
                assertThat(Rest.json(answer).path("error").stringValue()).isNotBlank();
            }
            HttpResponse<String> answer = rest.send(
                    rest.request("/api/engine/v2" + path).header("X-API-Key", simulator.keyWithoutScope()));
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).isEmpty();
        }
    }

    @Test
    void whatIsNotThereOrNotJsonIsRefusedAsTheServerDoes() throws IOException, InterruptedException {
        assertThat(rest.get(Role.ADMIN, "/nothing/here/at/all").statusCode()).isEqualTo(404);
        assertThat(rest.get(Role.ADMIN, "/systems/sys-none").statusCode()).isEqualTo(404);
        assertThat(rest.send(rest.request("/")).statusCode()).isEqualTo(404);
        String key = simulator.key(Role.USER);
        assertThat(rest.send(rest.request("/api/engine/v2/version").header("X-API-Key", key)
                .header("Accept", "text/html")).statusCode()).isEqualTo(406);
        assertThat(rest.send(rest.request("/api/engine/v2/systems/sys-board/Display_1/say").header("X-API-Key", key)
                .header("Content-Type", "text/plain").POST(HttpRequest.BodyPublishers.ofString("[]"))).statusCode())
                .isEqualTo(415);
    }

    private static List<String> ids(HttpResponse<String> list) {
        List<String> ids = new ArrayList<>();
        Rest.json(list).forEach(one -> ids.add(one.path("id").stringValue()));
        return ids;
    }
}

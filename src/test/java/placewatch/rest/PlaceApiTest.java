package placewatch.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static placewatch.rest.Results.failed;
import static placewatch.rest.Results.ok;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import placewatch.network.Route;
import placewatch.protocol.Credential;
import placewatch.protocol.Failure;
import placewatch.protocol.ModuleAddress;
import placewatch.rest.CannedServer.Canned;

/// Every call against a real server that answers as PlaceOS does.
class PlaceApiTest {

    private static final ModuleAddress DISPLAY = new ModuleAddress("sys-1", "Display", 1);

    private CannedServer server;
    private PlaceApi api;

    @BeforeEach
    void open() throws Exception {
        server = CannedServer.start();
        api = new PlaceApi(server.address(), new Credential.ApiKey("secret-key"), Route.direct());
    }

    @AfterEach
    void close() {
        api.close();
        server.close();
    }

    @Test
    void theKeyIsSentInItsHeaderOnly() throws Exception {
        server.on("GET", "/users/current", Canned.json("{}"));
        ok(api.currentUser());

        CannedServer.Asked asked = server.asked().getFirst();
        assertThat(asked.header("X-API-Key")).contains("secret-key");
        assertThat(asked.header("Accept")).contains("application/json");
        assertThat(asked.header("Authorization")).isEmpty();
        assertThat(asked.target()).doesNotContain("secret");
    }

    @Test
    void aTokenIsSentAsBearer() throws Exception {
        server.on("GET", "/users/current", Canned.json("{}"));
        try (PlaceApi signedIn =
                new PlaceApi(server.address(), new Credential.BearerToken("a.b.c"), Route.direct())) {
            ok(signedIn.currentUser());
        }
        assertThat(server.asked().getFirst().header("Authorization")).contains("Bearer a.b.c");
        assertThat(server.asked().getFirst().header("X-API-Key")).isEmpty();
    }

    @Test
    void aKeyThatNoHeaderCanCarryIsRejectedWithoutBeingShown() throws Exception {
        try (PlaceApi broken =
                new PlaceApi(server.address(), new Credential.ApiKey("two\nlines"), Route.direct())) {
            assertThat(failed(broken.currentUser()))
                    .isInstanceOfSatisfying(Failure.KeyRejected.class, it -> assertThat(it.serverText())
                            .contains("header").doesNotContain("two").doesNotContain("lines"));
        }
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void theHostSaysWhatItIsAndDoesNotSeeTheKey() throws Exception {
        server.onHost("GET", "/auth/authority", Canned.json("""
                {"id":"authority-1","name":"Demo","description":"A building","login_url":"/login?continue={{url}}",
                 "logout_url":"/auth/logout","session":false,"production":true,"config":{},"version":"2.0.1"}"""));

        assertThat(ok(api.authority()))
                .isEqualTo(new Authority("Demo", "A building", "2.0.1", "/login?continue={{url}}"));
        assertThat(server.asked().getFirst().header("X-API-Key")).isEmpty();
    }

    @Test
    void jsonOfAnotherProgramIsNotPlaceOs() throws Exception {
        server.onHost("GET", "/auth/authority", Canned.json("{\"status\":\"up\"}"));
        assertThat(failed(api.authority())).isInstanceOf(Failure.NotPlaceOs.class);
    }

    @Test
    void theServerTellsItsVersion() throws Exception {
        server.on("GET", "/version", Canned.json("""
                {"service":"rest-api","commit":"abc","version":"2.11.0","build_time":"Mon",
                 "platform_version":"DEV"}"""));
        assertThat(ok(api.version())).isEqualTo(new ServerVersion("rest-api", "2.11.0", "DEV", "abc", "Mon"));
    }

    @Test
    void theRoleOfAKeyComesFromItsTwoFlags() throws Exception {
        server.on("GET", "/users/current", Canned.json("""
                {"id":"user-1","name":"Ann","email":"ann@example.com","sys_admin":true,"support":true,
                 "created_at":1700000000,"associated_metadata":{},"groups":[]}"""));
        assertThat(ok(api.currentUser()))
                .isEqualTo(new CurrentUser("user-1", "Ann", "ann@example.com", CurrentUser.Role.ADMIN));

        server.on("GET", "/users/current", Canned.json("{\"id\":\"user-1\",\"sys_admin\":false,\"support\":true}"));
        assertThat(ok(api.currentUser()).role()).isEqualTo(CurrentUser.Role.SUPPORT);

        server.on("GET", "/users/current", Canned.json("{\"id\":\"user-1\",\"name\":\"Bob\"}"));
        assertThat(ok(api.currentUser())).isEqualTo(new CurrentUser("user-1", "Bob", "", CurrentUser.Role.USER));
    }

    @Test
    void aSystemIsReadWithWhatItHasAndWhatItLacks() throws Exception {
        server.on("GET", "/systems?limit=100&offset=0", Canned.json("""
                [{"id":"sys-1","name":"Room 1","display_name":"Boardroom","description":"By the lift",
                  "email":"r1@example.com","zones":["zone-a","zone-b"],"modules":["mod-1"],"features":["vc"],
                  "capacity":12,"bookable":true,"support_url":"https://example.com/1","timezone":"Australia/Sydney",
                  "public":false,"images":[],"version":3,"update_triggers":false},
                 {"id":"sys-2","name":"Room 2","email":null,"timezone":{}}]""")
                .with("X-Total-Count", "2"));

        Page<ControlSystem> page = ok(api.systems(SystemQuery.all()));

        assertThat(page.items()).containsExactly(
                new ControlSystem("sys-1", "Room 1", "Boardroom", "By the lift", "r1@example.com",
                        List.of("zone-a", "zone-b"), List.of("mod-1"), List.of("vc"), 12, true,
                        "https://example.com/1", "Australia/Sydney"),
                new ControlSystem("sys-2", "Room 2", "", "", "", List.of(), List.of(), List.of(), 0, false, "", ""));
        assertThat(page.total()).isEqualTo(2);
        assertThat(page.more()).isFalse();
    }

    @Test
    void searchTextAndZonesAreEncodedInTheQuery() throws Exception {
        String target = "/systems?limit=20&offset=40"
                + "&q=caf%C3%A9%20%2B%20b%26b%20100%25%20%E4%BC%9A&zone_id=zone-a_~1%2Czone-b";
        server.on("GET", target, Canned.json("[]"));

        SystemQuery query = new SystemQuery(
                " café + b&b 100% 会 ", List.of("zone-a_~1", "zone-b"), false, 0, List.of(), 20, 40);

        assertThat(ok(api.systems(query)).items()).isEmpty();
    }

    @Test
    void theFilterIsAskedOfTheServer() throws Exception {
        server.on("GET", "/systems?limit=0&offset=0&bookable=true&capacity=8&features=video%20call%2Cwhiteboard",
                Canned.json("[]").with("X-Total-Count", "12"));

        assertThat(ok(api.systems(SystemQuery.all().first(0).bookable().seating(8)
                .having(List.of("video call", "whiteboard")))).total()).isEqualTo(12);
    }

    @Test
    void aWholeSystemIsStartedAndStopped() throws Exception {
        server.on("POST", "/systems/sys-1~_/start", Canned.json(""));
        server.on("POST", "/systems/sys-1~_/stop", Canned.json(403, ""));

        assertThat(ok(api.startSystem("sys-1~_"))).isEqualTo(new Done());
        assertThat(failed(api.stopSystem("sys-1~_"))).isInstanceOf(Failure.NotAllowed.class);
    }

    @Test
    void everyZoneIsGatheredOverAllPages() throws Exception {
        server.on("GET", "/zones?limit=1000&offset=0", Canned.json("""
                [{"id":"zone-a","name":"Org","tags":["org"]},
                 {"id":"zone-b","name":"HQ","display_name":"Head office","parent_id":"zone-a","tags":["building"]}]""")
                .with("X-Total-Count", "4")
                .with("Link", "</api/engine/v2/zones?offset=3&limit=1000>; rel=\"next\""));
        server.on("GET", "/zones?limit=1000&offset=2", Canned.json("""
                [{"id":"zone-b","name":"HQ"},{"id":"zone-c","name":"L1","description":"Ground"}]""")
                .with("X-Total-Count", "4"));

        assertThat(ok(api.zones())).containsExactly(
                new Zone("zone-a", "Org", "", "", "", List.of("org")),
                new Zone("zone-b", "HQ", "Head office", "", "zone-a", List.of("building")),
                new Zone("zone-c", "L1", "", "Ground", "", List.of()));
        assertThat(server.targets()).containsExactly(
                CannedServer.API + "/zones?limit=1000&offset=0", CannedServer.API + "/zones?limit=1000&offset=2");
    }

    @Test
    void aServerThatRepeatsItsFirstPageIsNotAskedForEver() throws Exception {
        Canned same = Canned.json("[{\"id\":\"zone-a\"}]").with("X-Total-Count", "9");
        server.on("GET", "/zones?limit=1000&offset=0", same);
        server.on("GET", "/zones?limit=1000&offset=1", same);

        assertThat(ok(api.zones())).extracting(Zone::id).containsExactly("zone-a");
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void aFailedPageFailsTheWholeGathering() throws Exception {
        server.on("GET", "/zones?limit=1000&offset=0", Canned.json("[{\"id\":\"zone-a\"}]").with("X-Total-Count", "9"));
        server.on("GET", "/zones?limit=1000&offset=1", Canned.json(403, ""));

        assertThat(failed(api.zones())).isEqualTo(new Failure.NotAllowed(""));
    }

    @Test
    void aSystemsModulesComeInTheOrderThatGivesThemTheirIndex() throws Exception {
        server.on("GET", "/systems/sys-1?complete=true", Canned.json("""
                {"id":"sys-1","name":"Room 1","modules":["mod-2","mod-1","mod-gone","mod-3"],"zones":["zone-a"],
                 "zone_data":[{"id":"zone-a","name":"HQ","tags":["building"]}],
                 "module_data":[
                   {"id":"mod-1","name":"Display","driver_id":"driver-1","role":1,"ip":"10.0.0.5","port":4352,
                    "running":true,"connected":false,"notes":"left","driver":{"name":"PJLink","module_name":"Display"}},
                   {"id":"mod-2","name":"Display","custom_name":" ","role":3,"uri":"wss://10.0.0.6"},
                   {"id":"mod-9","name":"Stray","role":0},
                   {"id":"mod-3","name":"Display","custom_name":"Room_101","role":99,"running":true,"connected":true}]}
                """));

        SystemDetail detail = ok(api.system("sys-1"));

        assertThat(detail.modules()).extracting(Module::id).containsExactly("mod-2", "mod-1", "mod-3", "mod-9");
        assertThat(detail.modules().get(1)).isEqualTo(new Module("mod-1", "Display", "driver-1", "PJLink",
                Module.Kind.DEVICE, "10.0.0.5", 4352, "", true, false, "left"));
        assertThat(detail.modules()).extracting(Module::kind).containsExactly(
                Module.Kind.WEBSOCKET, Module.Kind.DEVICE, Module.Kind.LOGIC, Module.Kind.SSH);
        assertThat(detail.addressed()).extracting(addressed -> addressed.address().slug())
                .containsExactly("Display_1", "Display_2", "Room_101_1", "Stray_1");
        assertThat(detail.zones()).extracting(Zone::id).containsExactly("zone-a");
    }

    @Test
    void kindsAreReadFromNumbersAndFromWords() throws Exception {
        server.on("GET", "/systems/sys-1?complete=true", Canned.json("""
                {"id":"sys-1","module_data":[
                   {"id":"a","name":"A","role":2},{"id":"b","name":"B","role":"logic"},{"id":"c","name":"C","role":7},
                   {"id":"d"}]}"""));

        SystemDetail detail = ok(api.system("sys-1"));

        assertThat(detail.modules()).extracting(Module::kind).containsExactly(
                Module.Kind.SERVICE, Module.Kind.LOGIC, Module.Kind.UNKNOWN, Module.Kind.UNKNOWN);
        assertThat(detail.addressed()).hasSize(4);
    }

    @Test
    void idsAreEncodedInThePath() throws Exception {
        server.on("GET", "/systems/sys-Z6~x_-1?complete=true", Canned.json("{\"id\":\"sys-Z6~x_-1\"}"));
        assertThat(ok(api.system("sys-Z6~x_-1")).system().id()).isEqualTo("sys-Z6~x_-1");

        server.on("GET", "/systems/a%2Fb%3Fc%20d%23%C3%A9/functions/On%2FOff%3F_2", Canned.json("{}"));
        assertThat(ok(api.functions(new ModuleAddress("a/b?c d#é", "On/Off?", 2)))).isEmpty();
    }

    @Test
    void parametersComeInTheOrderInWhichTheyAreSent() throws Exception {
        server.on("GET", "/systems/sys-1/functions/Display_1", Canned.json("""
                {"power?":{"arity":0,"params":{},"order":[]},
                 "switch_to!":{"arity":3,
                   "params":{"mute":{"type":"boolean","title":"Bool","default":null},
                             "input":{"type":"string","title":"Input","enum":["hdmi","vga"]},
                             "any":{}},
                   "order":["input","any","mute"]}}"""));

        List<Function> functions = ok(api.functions(DISPLAY));

        assertThat(functions).extracting(Function::name).containsExactly("power?", "switch_to!");
        assertThat(functions.getFirst().parameters()).isEmpty();
        assertThat(functions.get(1).parameters()).extracting(Function.Parameter::name)
                .containsExactly("input", "any", "mute");
        assertThat(functions.get(1).parameters()).extracting(Function.Parameter::kind)
                .containsExactly("enum", "any", "boolean");
        assertThat(functions.get(1).parameters()).extracting(Function.Parameter::optional)
                .containsExactly(false, false, true);
    }

    @Test
    void functionsOfOldDriversAreReadAsFarAsTheyGo() throws Exception {
        server.on("GET", "/systems/sys-1/functions/Display_1", Canned.json("""
                {"b":{"params":{"y":{"default":1.50},"x":["String"],"w":null}},
                 "a":{"arity":2,"params":{"p":{},"q":{}},"order":["q"]},
                 "c":{"arity":1,"order":["only_named"]},
                 "d":{}}"""));

        List<Function> functions = ok(api.functions(DISPLAY));

        assertThat(functions).extracting(Function::name).containsExactly("b", "a", "c", "d");
        assertThat(functions.get(0).parameters()).extracting(Function.Parameter::name).containsExactly("y", "x", "w");
        assertThat(functions.get(0).parameters()).extracting(Function.Parameter::optional)
                .containsExactly(true, false, false);
        assertThat(functions.get(0).signature()).isEqualTo("b(y: any = 1.50, x: any, w: any)");
        assertThat(functions.get(1).parameters()).extracting(Function.Parameter::name).containsExactly("q", "p");
        assertThat(functions.get(2).parameters()).extracting(Function.Parameter::name).containsExactly("only_named");
        assertThat(functions.get(3).parameters()).isEmpty();
    }

    @Test
    void stateIsJsonTextInTheServersOrder() throws Exception {
        server.on("GET", "/systems/sys-1/Display_1", Canned.json("""
                {"power":"true","volume":"42.0","input":"\\"hdmi\\"","gone":"null","list":"[1, 2]",
                 "a_raw":{"x":1.50,"n":9007199254740993123},"bare":"hdmi","empty":""}"""));

        Map<String, String> state = ok(api.state(DISPLAY));

        assertThat(state).containsExactly(
                Map.entry("power", "true"),
                Map.entry("volume", "42.0"),
                Map.entry("input", "\"hdmi\""),
                Map.entry("gone", "null"),
                Map.entry("list", "[1, 2]"),
                Map.entry("a_raw", "{\"x\":1.50,\"n\":9007199254740993123}"),
                Map.entry("bare", "\"hdmi\""),
                Map.entry("empty", "\"\""));
    }

    @Test
    void aModuleIsStartedAndStopped() throws Exception {
        server.on("POST", "/modules/mod-1~_/start", Canned.json(""));
        server.on("POST", "/modules/mod-1~_/stop", Canned.json(""));

        assertThat(ok(api.start("mod-1~_"))).isEqualTo(new Done());
        assertThat(ok(api.stop("mod-1~_"))).isEqualTo(new Done());
        assertThat(server.asked()).extracting(CannedServer.Asked::method).containsExactly("POST", "POST");
    }

    @Test
    void aPingTellsWhetherTheDeviceAnswered() throws Exception {
        server.on("POST", "/modules/mod-1/ping", Canned.json("{\"host\":\"10.0.0.5\",\"pingable\":true}"));
        server.on("POST", "/modules/mod-2/ping",
                Canned.json("{\"host\":\"nohost\",\"pingable\":false,\"exception\":\"Hostname lookup failed\"}"));
        server.on("POST", "/modules/mod-3/ping", Canned.json(422, "{\"error\":\"module is not pingable\"}"));

        assertThat(ok(api.ping("mod-1"))).isEqualTo(new PingResult("10.0.0.5", true, "", ""));
        assertThat(ok(api.ping("mod-2"))).isEqualTo(new PingResult("nohost", false, "", "Hostname lookup failed"));
        assertThat(failed(api.ping("mod-3"))).isEqualTo(new Failure.BadRequest(422, "module is not pingable"));
    }

    @Test
    void anAnswerOfTheWrongTypeIsUnreadableAndNamesTheCall() throws Exception {
        server.on("GET", "/systems?limit=100&offset=0", Canned.json("[{\"id\":\"sys-1\",\"capacity\":\"many\"}]"));
        assertThat(failed(api.systems(SystemQuery.all()))).isEqualTo(new Failure.Unreadable(
                "The answer to GET /api/engine/v2/systems (list of systems) can't be read: "
                        + "“capacity” should be a whole number, but is text"));

        server.on("GET", "/systems/sys-1?complete=true", Canned.json("[]"));
        assertThat(failed(api.system("sys-1"))).isInstanceOfSatisfying(Failure.Unreadable.class,
                it -> assertThat(it.detail())
                        .contains("(system sys-1)").endsWith("should be an object, but is a list"));

        server.on("GET", "/systems/sys-2?complete=true", Canned.json("{\"name\":\"nameless\"}"));
        assertThat(failed(api.system("sys-2"))).isInstanceOfSatisfying(Failure.Unreadable.class,
                it -> assertThat(it.detail()).endsWith("“id” is missing"));

        server.on("GET", "/users/current", Canned.json("{\"id\": cut"));
        assertThat(failed(api.currentUser())).isInstanceOfSatisfying(Failure.Unreadable.class,
                it -> assertThat(it.detail()).contains("is not JSON"));

        server.on("GET", "/version", Canned.json(""));
        assertThat(failed(api.version())).isInstanceOfSatisfying(Failure.Unreadable.class,
                it -> assertThat(it.detail()).endsWith("it is empty"));
    }

    @Test
    void whatIsNotKnownIsIgnored() throws Exception {
        server.on("GET", "/version", Canned.json("{\"version\":\"3\",\"new\":{\"deep\":[1,{\"x\":null}]}}"));
        assertThat(ok(api.version())).isEqualTo(new ServerVersion("", "3", "", "", ""));
    }
}

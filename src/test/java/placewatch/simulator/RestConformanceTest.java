package placewatch.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Every call of the real server's own document is made, and its answer held against it.
class RestConformanceTest {

    private final FakeBuilding building = new FakeBuilding(3);
    private Simulator simulator;
    private Rest rest;
    private OpenApi document;

    @BeforeEach
    void open() throws IOException {
        simulator = Simulator.start(SimulatorOptions.demo(), building, Limits.likeTheServer());
        rest = new Rest(simulator);
        document = new OpenApi();
    }

    @AfterEach
    void close() {
        rest.close();
        simulator.close();
    }

    @Test
    void everyCallAnswersAsTheDocumentSays() throws IOException, InterruptedException {
        for (String call : document.calls()) {
            if (call.endsWith("/systems/control")) {
                continue;
            }
            // The calls before this one may have stopped everything.
            building.fake("mod-d1").start();
            HttpResponse<String> answer = make(Role.ADMIN, call);
            boolean nothingKnown = call.endsWith("/error") || call.endsWith("/triggers/{trig_id}");
            assertThat(answer.statusCode()).as(call + " " + answer.body()).isEqualTo(nothingKnown ? 404 : 200);
            assertThat(document.faults(call, answer.statusCode(), answer.body())).as(call).isEmpty();
            assertThat(answer.headers().firstValue("Content-Type")).as(call).contains("application/json");
        }
    }

    @Test
    void everyCallButTheHealthCheckNeedsAKeyAndSaysSoAsTheDocumentSays() throws IOException, InterruptedException {
        for (String call : document.calls()) {
            HttpResponse<String> answer = rest.send(rest.request(path(call)).method(call.split(" ")[0],
                    HttpRequest.BodyPublishers.noBody()).header("X-API-Key", "wrong"));
            boolean open = call.equals("GET /api/engine/v2");
            assertThat(answer.statusCode()).as(call).isEqualTo(open ? 200 : 401);
            if (!open && !call.endsWith("/control")) {
                assertThat(document.faults(call, 401, answer.body())).as(call).isEmpty();
            }
        }
    }

    @Test
    void aCompleteSystemFitsTheDocument() throws IOException, InterruptedException {
        HttpResponse<String> answer = rest.get(Role.USER, "/systems/sys-board?complete=true");
        assertThat(document.faults("GET /api/engine/v2/systems/{sys_id}", 200, answer.body())).isEmpty();
        assertThat(Rest.json(answer).path("module_data").size()).isEqualTo(5);
    }

    @Test
    void theCheckFindsWhatDoesNotFit() {
        String call = "GET /api/engine/v2/systems/{sys_id}";
        assertThat(document.faults(call, 200, "{\"update_triggers\":false,\"capacity\":\"12\"}"))
                .containsExactly("$.capacity is not integer: \"12\"");
        assertThat(document.faults(call, 200, "{}")).containsExactly("$ lacks update_triggers");
        assertThat(document.faults(call, 200, "{\"update_triggers\":false,\"orientation\":\"up\"}")).hasSize(1);
        assertThat(document.faults(call, 200, "{\"update_triggers\":false,\"zone_data\":[{\"name\":1}]}"))
                .containsExactlyInAnyOrder("$.zone_data[0] lacks update_systems",
                        "$.zone_data[0].name is not string: 1");
        assertThat(document.faults(call, 200, "{\"update_triggers\":false,\"made_up\":1}")).hasSize(1);
        assertThat(document.faults(call, 200, "{\"update_triggers\":null}")).isNotEmpty();
        assertThat(document.faults(call, 299, "{}")).hasSize(1);
        assertThat(document.faults("GET /api/engine/v2/systems/{sys_id}/types", 200, "{\"Display\":\"2\"}")).hasSize(1);
    }

    private HttpResponse<String> make(Role role, String call) throws IOException, InterruptedException {
        String path = path(call).substring("/api/engine/v2".length());
        return call.startsWith("GET") ? rest.get(role, path) : rest.post(role, path, "[]");
    }

    private static String path(String call) {
        String path = call.substring(call.indexOf(' ') + 1);
        path = path.replace("{sys_id}", "sys-board").replace("{module_slug}", "Display_1").replace("{method}", "say")
                .replace("{key}", "power").replace("{trig_id}", "trig-none")
                .replace("{id}", path.contains("/zones") ? "zone-l1" : "mod-d1");
        return path.endsWith("/systems/with_emails") ? path + "?in=a@b.example" : path;
    }
}

package placewatch.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// REST calls of a client.
final class Rest implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final Simulator simulator;

    Rest(Simulator simulator) {
        this.simulator = simulator;
    }

    /// @param path  behind `/api/engine/v2`
    HttpResponse<String> get(Role role, String path) throws IOException, InterruptedException {
        return send(request("/api/engine/v2" + path).header("X-API-Key", simulator.key(role)).GET());
    }

    HttpResponse<String> post(Role role, String path, String body) throws IOException, InterruptedException {
        return send(request("/api/engine/v2" + path).header("X-API-Key", simulator.key(role))
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /// @param path  from the root of the host
    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(simulator.address() + path)).timeout(Duration.ofSeconds(20));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    static JsonNode json(HttpResponse<String> response) {
        return new JsonMapper().readTree(response.body());
    }

    @Override
    public void close() {
        client.close();
    }
}

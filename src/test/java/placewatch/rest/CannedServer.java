package placewatch.rest;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import placewatch.protocol.ServerAddress;

/// A real server on the loopback interface that gives the answers laid down for it and remembers who asked what.
final class CannedServer implements AutoCloseable {

    static final String API = "/api/engine/v2";

    /// What was asked: the path and query exactly as they came over the wire.
    record Asked(String method, String target, Map<String, String> headers) {
        Optional<String> header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(Map.Entry::getValue)
                    .findFirst();
        }
    }

    record Canned(int status, String body, Map<String, String> headers) {

        static Canned json(String body) {
            return new Canned(200, body, Map.of("Content-Type", "application/json"));
        }

        static Canned json(int status, String body) {
            return new Canned(status, body, Map.of("Content-Type", "application/json"));
        }

        static Canned html(int status, String body) {
            return new Canned(status, body, Map.of("Content-Type", "text/html; charset=utf-8"));
        }

        Canned with(String name, String value) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(name, value);
            return new Canned(status, body, more);
        }
    }

    private final Map<String, Canned> answers = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final ServerConnector connector;
    private final String scheme;

    private CannedServer(String scheme, ServerConnector connector) {
        this.scheme = scheme;
        this.connector = connector;
    }

    static CannedServer start() throws Exception {
        Server server = new Server();
        HttpConfiguration config = new HttpConfiguration();
        config.setUriCompliance(UriCompliance.UNSAFE);
        CannedServer canned = new CannedServer("http", new ServerConnector(server, new HttpConnectionFactory(config)));
        return canned.listen(server);
    }

    static CannedServer startTls(SslContextFactory.Server tls) throws Exception {
        Server server = new Server();
        return new CannedServer("https", new ServerConnector(server, tls)).listen(server);
    }

    private CannedServer listen(Server jetty) throws Exception {
        connector.setHost("127.0.0.1");
        jetty.addConnector(connector);
        jetty.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                answer(request, response, callback);
                return true;
            }
        });
        jetty.start();
        return this;
    }

    /// `target` begins behind `/api/engine/v2`.
    CannedServer on(String method, String target, Canned answer) {
        return onHost(method, API + target, answer);
    }

    CannedServer onHost(String method, String target, Canned answer) {
        answers.put(method + " " + target, answer);
        return this;
    }

    ServerAddress address() {
        return new ServerAddress(URI.create(scheme + "://127.0.0.1:" + connector.getLocalPort()));
    }

    List<Asked> asked() {
        return asked;
    }

    List<String> targets() {
        return asked.stream().map(Asked::target).toList();
    }

    private void answer(Request request, Response response, Callback callback) {
        String target = request.getHttpURI().getPathQuery();
        Map<String, String> headers = new LinkedHashMap<>();
        request.getHeaders().forEach(field -> headers.put(field.getName(), field.getValue()));
        asked.add(new Asked(request.getMethod(), target, headers));
        Canned answer = answers.getOrDefault(
                request.getMethod() + " " + target, Canned.json(599, "{\"error\":\"nothing laid down\"}"));
        response.setStatus(answer.status());
        answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
        response.write(true, ByteBuffer.wrap(answer.body().getBytes(StandardCharsets.UTF_8)), callback);
    }

    @Override
    public void close() {
        try {
            connector.getServer().stop();
        } catch (Exception e) {
            throw new IllegalStateException("the canned server would not stop", e);
        }
    }
}

package placewatch.screen.explore;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import placewatch.protocol.ServerAddress;

/// A server with zones and any number of systems, `Room 0`, `Room 1`, …, that misbehaves as it is told to. It has no
/// control socket.
final class ScriptedPlaces implements AutoCloseable {

    /// What a list of systems is answered with.
    record Reply(int status, List<Integer> rooms, Map<String, String> headers) {

        Reply with(String header, String value) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(header, value);
            return new Reply(status, rooms, more);
        }

        Reply without(String header) {
            Map<String, String> less = new LinkedHashMap<>(headers);
            less.remove(header);
            return new Reply(status, rooms, less);
        }
    }

    /// How a list of systems was asked for.
    record Asked(Map<String, String> query) {
        int offset() {
            return Integer.parseInt(query.getOrDefault("offset", "0"));
        }

        int limit() {
            return Integer.parseInt(query.getOrDefault("limit", "100"));
        }

        String text(String name) {
            return query.getOrDefault(name, "");
        }
    }

    @FunctionalInterface
    interface Script {
        Reply answer(Asked asked, Reply sound) throws InterruptedException;
    }

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger mostInFlight = new AtomicInteger();
    private final String zones;
    private volatile int systems;
    private volatile Script script = (_, sound) -> sound;
    private volatile UnaryOperator<String> post = _ -> "";
    private volatile int postStatus = 200;

    private ScriptedPlaces(int systems, String zones) throws Exception {
        this.systems = systems;
        this.zones = zones;
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws InterruptedException {
                ScriptedPlaces.this.handle(request, response, callback);
                return true;
            }
        });
        server.start();
    }

    static ScriptedPlaces without(int systems) throws Exception {
        return new ScriptedPlaces(systems, "[]");
    }

    /// @param zones as JSON
    static ScriptedPlaces with(int systems, String zones) throws Exception {
        return new ScriptedPlaces(systems, zones);
    }

    ServerAddress address() {
        return ServerAddress.parse("http://127.0.0.1:" + connector.getLocalPort());
    }

    void answers(Script next) {
        script = next;
    }

    void posts(int status, String body) {
        postStatus = status;
        post = _ -> body;
    }

    void systems(int number) {
        systems = number;
    }

    /// Pages that were asked for, without mere counts.
    List<Integer> pages() {
        return asked.stream().filter(one -> one.limit() > 0).map(Asked::offset).toList();
    }

    List<Asked> asked() {
        return asked;
    }

    int mostInFlight() {
        return mostInFlight.get();
    }

    private void handle(Request request, Response response, Callback callback) throws InterruptedException {
        String path = request.getHttpURI().getPath();
        response.getHeaders().put("Content-Type", "application/json");
        if (request.getMethod().equals("POST")) {
            send(postStatus, post.apply(path), response, callback);
        } else if (path.endsWith("/zones")) {
            send(200, zones, response, callback);
        } else if (path.endsWith("/users/current")) {
            send(200, "{\"id\":\"user-1\",\"name\":\"A\",\"support\":true}", response, callback);
        } else if (path.endsWith("/systems")) {
            mostInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
            try {
                list(new Asked(query(request)), response, callback);
            } finally {
                inFlight.decrementAndGet();
            }
        } else {
            send(404, "{\"error\":\"no such thing\"}", response, callback);
        }
    }

    private static Map<String, String> query(Request request) {
        Map<String, String> query = new HashMap<>();
        Arrays.stream(request.getHttpURI().getQuery().split("&")).map(pair -> pair.split("=", 2))
                .forEach(pair -> query.put(pair[0], java.net.URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        return query;
    }

    private void list(Asked question, Response response, Callback callback) throws InterruptedException {
        asked.add(question);
        int end = Math.min(systems, question.offset() + question.limit());
        List<Integer> rooms = new ArrayList<>();
        for (int i = question.offset(); i < end; i++) {
            rooms.add(i);
        }
        Reply sound = new Reply(200, rooms, Map.of("X-Total-Count", String.valueOf(systems)));
        if (end < systems) {
            sound = sound.with("Link", "</api/engine/v2/systems?limit=" + question.limit() + "&offset=" + end
                    + ">; rel=\"next\"");
        }
        Reply reply = script.answer(question, sound);
        reply.headers().forEach(response.getHeaders()::put);
        List<String> records = reply.rooms().stream().map(i -> "{\"id\":\"sys-" + i + "\",\"name\":\"Room " + i
                + "\",\"capacity\":" + i % 20 + ",\"features\":[\"video call\"]}").toList();
        send(reply.status(), "[" + String.join(",", records) + "]", response, callback);
    }

    private static void send(int status, String body, Response response, Callback callback) {
        response.setStatus(status);
        response.write(true, ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)), callback);
    }

    /// Waits, but not for ever.
    static void hold(CountDownLatch until) throws InterruptedException {
        if (!until.await(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("held for too long");
        }
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the scripted server would not stop", e);
        }
    }
}

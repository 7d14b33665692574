package placewatch.simulator;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import placewatch.simulator.rest.Answer;
import placewatch.simulator.rest.Incoming;
import placewatch.simulator.rest.RestApi;
import placewatch.simulator.socket.ControlSockets;

/// Where every request comes in: the control socket's upgrade goes one way, REST the other. Safe on any thread.
final class Door extends Handler.Abstract {

    private static final Logger LOG = LoggerFactory.getLogger(Door.class);
    private static final String SOCKET = RestApi.BASE + "/systems/control";
    private static final int LONGEST_BODY = 4 << 20;

    private final KeyCheck keys;
    private final RestApi rest;
    private final ControlSockets sockets;
    private final ServerWebSocketContainer upgrades;

    Door(KeyCheck keys, RestApi rest, ControlSockets sockets, ServerWebSocketContainer upgrades) {
        this.keys = keys;
        this.rest = rest;
        this.sockets = sockets;
        this.upgrades = upgrades;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = request.getHttpURI().getPath();
        KeyCheck.Found found = keys.in(request);
        if (path.equals(SOCKET) && request.getMethod().equals("GET")) {
            openSocket(found, request, response, callback);
            return true;
        }
        Content.Source.asByteArrayAsync(request, LONGEST_BODY, Promise.Invocable.from(InvocationType.BLOCKING,
                body -> answer(incoming(request, path, found, body), request, response, callback),
                failure -> {
                    LOG.debug("body of {} {} not read", request.getMethod(), path, failure);
                    write(Answer.error(413, "the body is too long or came to no end"), response, callback);
                }));
        return true;
    }

    private void openSocket(KeyCheck.Found found, Request request, Response response, Callback callback) {
        switch (found) {
            case KeyCheck.Found.Nobody(String words) -> write(Answer.error(401, words), response, callback);
            case KeyCheck.Found.Known(Caller caller) when !caller.scoped() ->
                    write(new Answer(403, "", Map.of()), response, callback);
            case KeyCheck.Found.Known(Caller caller) -> {
                boolean handled = upgrades.upgrade((asked, granted, done) -> {
                    // The real server knows no extensions, permessage-deflate among them.
                    granted.setExtensions(List.of());
                    return sockets.admit(caller);
                }, request, response, callback);
                if (!handled) {
                    response.getHeaders().put(HttpHeader.UPGRADE, "websocket");
                    write(Answer.error(426, "this is a WebSocket"), response, callback);
                }
            }
        }
    }

    private static Incoming incoming(Request request, String path, KeyCheck.Found found, byte[] body) {
        Optional<Caller> caller = found instanceof KeyCheck.Found.Known(Caller known)
                ? Optional.of(known) : Optional.empty();
        return new Incoming(request.getMethod(), path,
                Optional.ofNullable(request.getHttpURI().getQuery()).orElse(""),
                caller, found instanceof KeyCheck.Found.Nobody(String words) ? words : "",
                header(request, HttpHeader.ACCEPT), header(request, HttpHeader.CONTENT_TYPE),
                new String(body, StandardCharsets.UTF_8));
    }

    private void answer(Incoming call, Request request, Response response, Callback callback) {
        rest.answer(call, request.getHttpURI().getAuthority()).whenComplete((answer, failure) -> {
            if (failure == null) {
                write(answer, response, callback);
            } else {
                LOG.error("{} {} broke", call.method(), call.path(), failure);
                write(Answer.error(500, String.valueOf(failure.getMessage())), response, callback);
            }
        });
    }

    private static void write(Answer answer, Response response, Callback callback) {
        response.setStatus(answer.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.getHeaders().put("X-Request-ID", UUID.randomUUID().toString());
        answer.headers().forEach(response.getHeaders()::put);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    private static String header(Request request, HttpHeader name) {
        return Optional.ofNullable(request.getHeaders().get(name)).orElse("");
    }
}

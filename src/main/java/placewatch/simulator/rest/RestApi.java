package placewatch.simulator.rest;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import placewatch.simulator.Caller;
import placewatch.simulator.Execution;
import placewatch.simulator.Role;
import placewatch.simulator.building.Building;

/// Answers REST calls. Safe on any thread.
public final class RestApi {

    public static final String BASE = "/api/engine/v2";

    private final Router router = new Router();

    /// @param started  told the id of each module that a call started
    public RestApi(Building building, Execution execution, Consumer<String> started) {
        ExecCall exec = new ExecCall(execution);
        RunningState running = new RunningState(started);
        new RootResource().route(router);
        new ZonesResource(building, exec, execution).route(router);
        new ModulesResource(building, exec, running).route(router);
        new SystemsResource(building, running).route(router);
        new SystemModulesResource(building, exec).route(router);
    }

    /// Never completes where a driver never answers.
    ///
    /// @param host  as the client calls this server
    public CompletableFuture<Answer> answer(Incoming call, String host) {
        if (call.path().equals("/auth/authority") && call.method().equals("GET")) {
            return CompletableFuture.completedFuture(RootResource.authority(host));
        }
        Optional<Router.Match> match = call.path().equals(BASE) || call.path().startsWith(BASE + "/")
                ? router.find(call.method(), decoded(call.path().substring(BASE.length())))
                : Optional.empty();
        if (match.isEmpty()) {
            return CompletableFuture.completedFuture(Answer.error(404, "no such route"));
        }
        return refusal(call, match.get().route())
                .map(CompletableFuture::completedFuture)
                .orElseGet(() -> run(call, match.get()));
    }

    private static Optional<Answer> refusal(Incoming call, Router.Route route) {
        if (route.rights() != Rights.NO_KEY_NEEDED) {
            Optional<Caller> caller = call.caller();
            if (caller.isEmpty()) {
                return Optional.of(Answer.error(401, call.keyProblem()));
            }
            if (!caller.get().scoped() || !route.rights().allow(caller.get())) {
                return Optional.of(Answer.empty(403));
            }
        }
        if (!acceptsJson(call.accept())) {
            return Optional.of(Answer.notJson(406, "no acceptable response format"));
        }
        if (!call.body().isEmpty() && !call.contentType().isEmpty()
                && !call.contentType().startsWith("application/json")) {
            return Optional.of(Answer.notJson(415, "unsupported media type " + call.contentType()));
        }
        return Optional.empty();
    }

    private static boolean acceptsJson(String accept) {
        return accept.isBlank() || accept.contains("*/*") || accept.contains("application/*")
                || accept.contains("application/json");
    }

    private static CompletableFuture<Answer> run(Incoming call, Router.Match match) {
        Caller caller = call.caller().orElse(new Caller(Role.USER, true));
        try {
            return match.route().endpoint().answer(new Call(
                    caller, call.path(), match.captured(), Query.parse(call.query()), call.body()));
        } catch (Declined declined) {
            return CompletableFuture.completedFuture(declined.answer());
        }
    }

    private static List<String> decoded(String path) {
        return Router.parts(path).stream().map(RestApi::decodedPart).toList();
    }

    /// In a path, unlike in a query, a plus is a plus.
    private static String decodedPart(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return part;
        }
    }
}

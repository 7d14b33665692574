package placewatch.simulator.rest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// The calls that there are, in the order in which they are tried: literal paths before those with variable parts.
/// Filled once, then safe on any thread.
final class Router {

    /// Answers now.
    @FunctionalInterface
    interface Endpoint {
        Answer answer(Call call);
    }

    /// Answers when a driver did.
    @FunctionalInterface
    interface SlowEndpoint {
        CompletableFuture<Answer> answer(Call call);
    }

    record Route(String method, List<String> pattern, Rights rights, SlowEndpoint endpoint) { }

    record Match(Route route, List<String> captured) { }

    private final List<Route> routes = new ArrayList<>();

    /// `{}` in a pattern stands for any one part of a path.
    void get(String pattern, Rights rights, Endpoint endpoint) {
        add("GET", pattern, rights, call -> CompletableFuture.completedFuture(endpoint.answer(call)));
    }

    void post(String pattern, Rights rights, Endpoint endpoint) {
        add("POST", pattern, rights, call -> CompletableFuture.completedFuture(endpoint.answer(call)));
    }

    void postSlow(String pattern, Rights rights, SlowEndpoint endpoint) {
        add("POST", pattern, rights, endpoint);
    }

    Optional<Match> find(String method, List<String> path) {
        return routes.stream()
                .filter(route -> route.method().equals(method) && fits(route.pattern(), path))
                .findFirst()
                .map(route -> new Match(route, captured(route.pattern(), path)));
    }

    private void add(String method, String pattern, Rights rights, SlowEndpoint endpoint) {
        routes.add(new Route(method, parts(pattern), rights, endpoint));
    }

    static List<String> parts(String path) {
        return Arrays.stream(path.split("/")).filter(part -> !part.isEmpty()).toList();
    }

    private static boolean fits(List<String> pattern, List<String> path) {
        if (pattern.size() != path.size()) {
            return false;
        }
        for (int i = 0; i < path.size(); i++) {
            if (!pattern.get(i).equals("{}") && !pattern.get(i).equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<String> captured(List<String> pattern, List<String> path) {
        List<String> captured = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            if (pattern.get(i).equals("{}")) {
                captured.add(path.get(i));
            }
        }
        return captured;
    }
}

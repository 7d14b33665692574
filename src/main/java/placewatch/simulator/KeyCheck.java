package placewatch.simulator;

import java.util.Optional;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import placewatch.simulator.rest.Query;

/// Finds the key in a request: header `X-API-Key`, query or cookie `api-key`, then `Authorization: Bearer`, query or
/// cookie `bearer_token` (protocol.md, Connecting). Safe on any thread.
final class KeyCheck {

    private final ApiKeys keys;

    KeyCheck(ApiKeys keys) {
        this.keys = keys;
    }

    /// Who calls, or what to say to a caller without a good key.
    sealed interface Found {

        record Known(Caller caller) implements Found { }

        record Nobody(String words) implements Found { }
    }

    Found in(Request request) {
        Query query = Query.parse(Optional.ofNullable(request.getHttpURI().getQuery()).orElse(""));
        // An empty header is a bad key, not a missing one.
        Optional<String> key = Optional.ofNullable(request.getHeaders().get("X-API-Key"))
                .or(() -> query.text("api-key"))
                .or(() -> cookie(request, "api-key"));
        if (key.isPresent()) {
            return found(key.get(), "unknown X-API-Key");
        }
        Optional<String> token = Optional.ofNullable(request.getHeaders().get(HttpHeader.AUTHORIZATION))
                .map(KeyCheck::withoutScheme)
                .or(() -> query.text("bearer_token"))
                .or(() -> cookie(request, "bearer_token"));
        return token.map(given -> found(given.strip(), "bearer invalid"))
                .orElse(new Found.Nobody("no bearer token or API key was given"));
    }

    private Found found(String key, String otherwise) {
        return keys.caller(key).<Found>map(Found.Known::new).orElse(new Found.Nobody(otherwise));
    }

    private static String withoutScheme(String header) {
        return header.startsWith("Bearer ") ? header.substring("Bearer ".length()) : header;
    }

    private static Optional<String> cookie(Request request, String name) {
        return Request.getCookies(request).stream()
                .filter(cookie -> cookie.getName().equals(name)).map(HttpCookie::getValue).findFirst();
    }
}

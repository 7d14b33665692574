package placewatch.protocol;

/// How we prove who we are; sent in a header only, because addresses end up in logs.
///
/// `toString` never shows the secret.
public sealed interface Credential {

    /// Header that carries it, on REST calls and on the socket's upgrade alike.
    String headerName();

    /// That header's value: the secret itself is in it.
    String headerValue();

    /// A PlaceOS API key, in `X-API-Key`.
    record ApiKey(String secret) implements Credential {
        @Override
        public String headerName() {
            return "X-API-Key";
        }

        @Override
        public String headerValue() {
            return secret;
        }

        @Override
        public String toString() {
            return "API key";
        }
    }

    /// An OAuth 2 access token, in `Authorization: Bearer`.
    record BearerToken(String secret) implements Credential {
        @Override
        public String headerName() {
            return "Authorization";
        }

        @Override
        public String headerValue() {
            return "Bearer " + secret;
        }

        @Override
        public String toString() {
            return "signed-in token";
        }
    }
}

package placewatch.protocol;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/// A PlaceOS host as a person names it, and the addresses of its two doors: REST and the control socket.
public record ServerAddress(URI origin) {

    private static final String API = "/api/engine/v2";

    /// Reads what people type: `placeos.example.com`, `https://placeos.example.com/`, `http://127.0.0.1:8085`.
    /// Without a scheme it means https. Anything behind the host is dropped.
    ///
    /// @throws IllegalArgumentException with a sentence fit for a form, when it names no host
    public static ServerAddress parse(String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            throw new IllegalArgumentException("Type the server's address, for example https://placeos.example.com");
        }
        String full = text.contains("://") ? text : "https://" + text;
        URI uri;
        try {
            uri = new URI(full);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("“" + text + "” is not an address: " + e.getReason()
                    + ". It should look like https://placeos.example.com", e);
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        String web = switch (scheme) {
            case "http", "ws" -> "http";
            case "https", "wss" -> "https";
            default -> throw new IllegalArgumentException(
                    "“" + scheme + "” is not a way to reach PlaceOS. Use an https:// address");
        };
        if (uri.getUserInfo() != null) {
            throw new IllegalArgumentException("Leave user name and password out of the address; use an API key");
        }
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("“" + text + "” names no host. It should look like https://placeos.example.com");
        }
        if (uri.getPort() == 0 || uri.getPort() > 65_535) {
            throw new IllegalArgumentException("Port " + uri.getPort() + " does not exist; ports go from 1 to 65535");
        }
        String port = uri.getPort() == -1 ? "" : ":" + uri.getPort();
        return new ServerAddress(URI.create(web + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port));
    }

    /// A REST call's address; `pathAndQuery` begins with `/` and is already percent-encoded.
    public URI rest(String pathAndQuery) {
        return URI.create(origin + API + pathAndQuery);
    }

    /// An address on the host outside the versioned API, such as `/auth/authority`.
    public URI host(String path) {
        return URI.create(origin + path);
    }

    /// The control socket's address.
    public URI socket() {
        return URI.create(origin.toString().replaceFirst("^http", "ws") + API + "/systems/control");
    }

    /// Host and port, as shown to people.
    public String shown() {
        return origin.getAuthority();
    }
}

package placewatch.screen.explore;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.ServerAddress;
import tools.jackson.databind.node.JsonNodeFactory;

/// A call as others can make it again. The key is never in it.
final class CallCopies {

    private CallCopies() {
    }

    /// For a shell, over REST; the key comes from the variable `PLACE_KEY`.
    ///
    /// @param args JSON texts by position
    static String curl(ServerAddress server, ModuleAddress module, String function, List<String> args) {
        String address = server.rest("/systems/" + segment(module.system()) + "/" + segment(module.slug()) + "/"
                + segment(function)).toString();
        return "curl --fail-with-body -X POST " + quoted(address) + " \\\n"
                + "  -H \"X-API-Key: $PLACE_KEY\" \\\n"
                + "  -H 'Content-Type: application/json' \\\n"
                + "  --data-raw " + quoted("[" + String.join(", ", args) + "]");
    }

    /// For PlaceOS's own TypeScript client.
    static String code(ModuleAddress module, String function, List<String> args) {
        return "import { getModule } from '@placeos/ts-client';\n\n"
                + "const answer = await getModule(" + literal(module.system()) + ", " + literal(module.module()) + ", "
                + module.index() + ")\n"
                + "    .execute(" + literal(function) + ", [" + String.join(", ", args) + "]);";
    }

    /// A word that a POSIX shell takes as it stands.
    static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static String segment(String text) {
        // the encoding of forms differs from that of paths in these
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static String literal(String text) {
        return JsonNodeFactory.instance.stringNode(text).toString();
    }
}

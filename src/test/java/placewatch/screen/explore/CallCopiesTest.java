package placewatch.screen.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.ServerAddress;

/// Calls as others can make them again.
class CallCopiesTest {

    private static final ServerAddress SERVER = ServerAddress.parse("https://place.example.com:8443");
    private static final ModuleAddress DISPLAY = new ModuleAddress("sys-a~b_1", "Room 101", 2);

    @Test
    void aCallForAShell() {
        assertThat(CallCopies.curl(SERVER, DISPLAY, "power?", List.of("true", "\"it's\""))).isEqualTo("""
                curl --fail-with-body -X POST \
                'https://place.example.com:8443/api/engine/v2/systems/sys-a~b_1/Room%20101_2/power%3F' \\
                  -H "X-API-Key: $PLACE_KEY" \\
                  -H 'Content-Type: application/json' \\
                  --data-raw '[true, "it'\\''s"]'""");
    }

    /// A real shell gives the words to something that writes them down, in place of curl.
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void noShellMakesAnythingElseOfIt(@TempDir Path folder) throws IOException, InterruptedException {
        String nasty = "\"$(touch pwned) `id` '; rm -rf x; ' \\\\ !! $HOME \\n “ü” \\\"\"";
        ModuleAddress module = new ModuleAddress("sys'; touch pwned; '", "Mod\"$(id)", 1);
        Path said = folder.resolve("said");
        String script = "curl() { for word in \"$@\"; do printf '%s\\0' \"$word\"; done > said; }\nPLACE_KEY=k\n"
                + CallCopies.curl(SERVER, module, "f'*", List.of(nasty, "-1"));
        Process shell = new ProcessBuilder("sh", "-c", script).directory(folder.toFile()).inheritIO().start();
        assertThat(shell.waitFor()).isZero();
        List<String> words = List.of(Files.readString(said, StandardCharsets.UTF_8).split("\0"));
        assertThat(words).contains("X-API-Key: k").endsWith("[" + nasty + ", -1]")
                .contains("https://place.example.com:8443/api/engine/v2/systems/sys%27%3B%20touch%20pwned%3B%20%27/"
                        + "Mod%22%24%28id%29_1/f%27%2A");
        assertThat(folder.resolve("pwned")).doesNotExist();
    }

    @Test
    void aCallForPlaceOssOwnClient() {
        assertThat(CallCopies.code(DISPLAY, "say \"hi\"", List.of("{\"a\":[1]}", "null"))).isEqualTo("""
                import { getModule } from '@placeos/ts-client';

                const answer = await getModule("sys-a~b_1", "Room 101", 2)
                    .execute("say \\"hi\\"", [{"a":[1]}, null]);""");
    }
}

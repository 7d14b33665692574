package placewatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import placewatch.network.TestAuthority;
import placewatch.settings.ConnectionSettings;
import placewatch.settings.ConnectionSettings.Values;

class LaunchOptionsTest {

    private static final ConnectionSettings REMEMBERED =
            new ConnectionSettings(Values.RAW, Duration.ofSeconds(9), List.of(Path.of("/kept.pem")));

    private final AtomicInteger launches = new AtomicInteger();
    private final LaunchOptions options = new LaunchOptions(_ -> launches.incrementAndGet());
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return new CommandLine(options).setErr(new PrintWriter(err, true)).execute(args);
    }

    @Test
    void whatIsNotGivenIsAsRemembered() {
        run();
        assertThat(launches).hasValue(1);
        assertThat(options.settings(REMEMBERED)).isEqualTo(REMEMBERED);
    }

    @Test
    void whatIsGivenWins() {
        String file = TestAuthority.shared().pem().toString();
        run("--values", "Stringified", "--exec-deadline", "600", "--ca-file", file, "--ca-file", file);
        assertThat(err.toString()).isEmpty();
        assertThat(launches).hasValue(1);
        assertThat(options.settings(REMEMBERED)).isEqualTo(new ConnectionSettings(
                Values.STRINGIFIED, Duration.ofMinutes(10), List.of(Path.of(file), Path.of(file))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--values perhaps     | --values is detect, raw or stringified, not “perhaps”",
        "--exec-deadline 0    | --exec-deadline is from 1 to 600 seconds, not 0",
        "--exec-deadline 601  | --exec-deadline is from 1 to 600 seconds, not 601",
        "--exec-deadline soon | is not an int",
        "--tour-steps 0       | --tour-steps is from 1 to 6, not 0",
        "--tour-steps 7       | --tour-steps is from 1 to 6, not 7",
        "notes.txt            | “notes.txt” is neither a workspace file (.placewatch) nor a recording",
        "/no/where.placewatch | there is no file “/no/where.placewatch”",
        "--ca-file /no/where  | --ca-file: There is no certificate file “/no/where”"
    })
    void badInputGivesAClearSentenceAndNoWindow(String args, String sentence) {
        assertThat(run(args.split(" "))).isEqualTo(2);
        assertThat(err.toString()).contains(sentence);
        assertThat(launches).hasValue(0);
    }

    @Test
    void aFileThatHoldsNoCertificateIsNamed(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("notes.txt"), "hello");
        assertThat(run("--ca-file", file.toString())).isEqualTo(2);
        assertThat(err.toString()).contains(file.toString()).contains("holds no certificate");
    }

    @Test
    void aFileOfTheProgramsKindsOpensTheWindow(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("Tuesday.placewatch-recording"), "");
        run(file.toString());
        assertThat(err.toString()).isEmpty();
        assertThat(launches).hasValue(1);
        assertThat(options.file()).contains(file);
    }

    @Test
    void theVersionIsTheOneThatTheBuildWrote() {
        assertThat(new LaunchOptions.Version().getVersion()).singleElement().asString().matches("Placewatch \\d+\\.\\d+.*");
    }
}

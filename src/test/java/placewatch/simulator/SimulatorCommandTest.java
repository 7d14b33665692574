package placewatch.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/// The simulator alone, as `placewatch simulator …`.
class SimulatorCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void itSaysWhereItListensAndItsKeysAndRunsUntilItIsInterrupted() throws InterruptedException {
        Thread runner = Thread.ofPlatform().start(() -> run("--port", "0", "--dialect", "documented"));
        await().until(() -> out.toString().lines().count() == 4);
        List<String> lines = out.toString().lines().toList();
        assertThat(lines.getFirst()).matches("LISTENING http://127\\.0\\.0\\.1:\\d+");
        assertThat(lines.get(1)).matches("user \\S{32,}");
        assertThat(lines.get(2)).matches("support \\S{32,}");
        assertThat(lines.get(3)).matches("admin \\S{32,}");
        assertThat(runner.isAlive()).isTrue();
        runner.interrupt();
        runner.join();
        assertThat(err.toString()).doesNotContain("Warning");
        assertThatThrownBy(() -> new Socket("127.0.0.1", URI.create(lines.getFirst().split(" ")[1]).getPort()).close())
                .isInstanceOf(ConnectException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--port 70000        | --port must be between 0 and 65535, not 70000",
        "--port many         | is not an int",
        "--systems 0         | --systems must be at least 1, not 0",
        "--dialect klingon   | --dialect must be current or documented, not klingon",
        "--host no.such.invalid | its name is not known",
        "--nonsense          | --nonsense",
    })
    void badInputGivesAClearSentenceAndExitCodeTwo(String args, String sentence) {
        assertThat(run(args.split(" "))).isEqualTo(2);
        assertThat(err.toString()).contains(sentence);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aTakenPortGivesAClearSentenceAndExitCodeOne() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(run("--port", String.valueOf(taken.getLocalPort()))).isEqualTo(1);
            assertThat(err.toString()).contains("Port " + taken.getLocalPort()).contains("is taken");
        }
    }

    @Test
    void aHostThatIsNotLoopbackIsWarnedOf() throws InterruptedException {
        Thread runner = Thread.ofPlatform().start(() -> run("--host", "0.0.0.0"));
        await().until(() -> out.toString().startsWith("LISTENING"));
        runner.interrupt();
        runner.join();
        assertThat(err.toString()).contains("Warning").contains("0.0.0.0");
    }

    private int run(String... args) {
        return new CommandLine(new SimulatorCommand())
                .setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)).execute(args);
    }
}

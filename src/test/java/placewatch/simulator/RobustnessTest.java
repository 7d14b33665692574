package placewatch.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What bad clients do, and that a good one beside them doesn't notice.
class RobustnessTest {

    private static final int LONGEST = 4 << 20;

    private static final String BIND = """
            {"id":#,"cmd":"bind","sys":"sys-board","mod":"Display","index":1,"name":"big"}""";

    private final FakeBuilding building = new FakeBuilding();
    private Simulator simulator;
    private TestSocket good;

    @BeforeEach
    void open() throws InterruptedException {
        start(SimulatorOptions.demo(), Duration.ofSeconds(15), 4L << 20);
    }

    private void start(SimulatorOptions options, Duration stall, long queued) throws InterruptedException {
        Limits limits = new Limits(Duration.ofSeconds(80), Duration.ofMillis(2), Duration.ofMillis(50),
                stall, 100_000, queued, LONGEST);
        simulator = Simulator.start(options, building, limits);
        good = TestSocket.open(simulator, Role.USER);
        good.ask(1, BIND);
    }

    @AfterEach
    void close() {
        good.close();
        simulator.close();
    }

    @Test
    void garbageHarmsNobody() throws IOException, InterruptedException {
        Random random = new Random(42);
        for (int i = 0; i < 20; i++) {
            try (RawSocket bad = new RawSocket(simulator)) {
                byte[] noise = new byte[500];
                random.nextBytes(noise);
                bad.write(noise);
            }
            try (RawSocket bad = new RawSocket(simulator)) {
                byte[] noise = new byte[500];
                random.nextBytes(noise);
                bad.frame(2, noise);
                bad.text("{\"id\":1,\"cmd\":\"bind\"" + "[".repeat(50_000));
                // Not UTF-8: this ends the connection.
                bad.frame(1, noise);
            }
        }
        theGoodOneIsServed();
    }

    /// One byte above, so that nothing is left unread: with more, TCP may throw the close frame away with the rest.
    @Test
    void aTextAboveTheLimitClosesThatConnectionAndSaysWhy() throws InterruptedException {
        TestSocket bad = TestSocket.open(simulator, Role.USER);
        bad.send("x".repeat(LONGEST + 1));
        assertThat(bad.closeCode()).isEqualTo(1009);
        theGoodOneIsServed();
    }

    @Test
    void aTextOfFiveMegabytesClosesThatConnectionOnly() throws InterruptedException {
        TestSocket bad = TestSocket.open(simulator, Role.USER);
        bad.send("x".repeat(5 << 20));
        assertThat(bad.closeCode()).isIn(1009, 1006);
        theGoodOneIsServed();
    }

    @Test
    void aTextOfThreeMegabytesIsRead() throws InterruptedException {
        good.send("""
                {"id":7,"cmd":"exec","sys":"sys-board","mod":"Display","name":"say","args":["%s"]}"""
                .formatted("x".repeat(3 << 20)));
        assertThat(good.answer(7).path("type").stringValue()).isEqualTo("success");
    }

    @Test
    void hugeBinaryFramesAreIgnored() throws InterruptedException {
        good.send(new byte[6 << 20]);
        theGoodOneIsServed();
    }

    @Test
    void fiveHundredQuickConnectsLeaveNothingBehind() throws IOException, InterruptedException {
        for (int i = 0; i < 500; i++) {
            try (RawSocket quick = new RawSocket(simulator)) {
                quick.text(BIND.replace("#", "1"));
            }
        }
        theGoodOneIsServed();
        await().untilAsserted(() -> assertThat(simulator.figures()).isEqualTo(new SimulatorFigures(1, 1, 0)));
    }

    @Test
    void aReaderThatNeverReadsIsCutWhenTooMuchWaitsWhileAnotherGetsEverything()
            throws IOException, InterruptedException {
        try (RawSocket stuck = new RawSocket(simulator)) {
            stuck.text(BIND.replace("#", "1"));
            await().until(() -> simulator.figures().bindings() == 2);
            String much = "x".repeat(100_000);
            int sent = 0;
            while (simulator.figures().sockets() == 2 && sent < 2000) {
                building.fake("mod-d1").publish("big", "\"" + sent + much + "\"");
                assertThat(good.notification("big").path("value").stringValue()).startsWith(sent + "x");
                sent++;
            }
            await().untilAsserted(() -> assertThat(simulator.figures()).isEqualTo(new SimulatorFigures(1, 1, 0)));
        }
    }

    @Test
    void aReaderThatTakesNothingForTooLongIsCut() throws IOException, InterruptedException {
        close();
        // the good one reads within that on a busy machine, too
        start(SimulatorOptions.demo(), Duration.ofSeconds(2), 1L << 40);
        try (RawSocket stuck = new RawSocket(simulator)) {
            stuck.text(BIND.replace("#", "1"));
            await().until(() -> simulator.figures().bindings() == 2);
            String much = "x".repeat(100_000);
            for (int i = 0; i < 200; i++) {
                building.fake("mod-d1").publish("big", "\"" + i + much + "\"");
                good.notification("big");
            }
            await().untilAsserted(() -> assertThat(simulator.figures().sockets()).isEqualTo(1));
            theGoodOneIsServed();
        }
    }

    private void theGoodOneIsServed() throws InterruptedException {
        building.fake("mod-d1").publish("big", "\"served\"");
        assertThat(good.notification("big").path("value").stringValue()).isEqualTo("served");
    }
}

package placewatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import placewatch.model.Quality;
import placewatch.model.StatusRow;
import placewatch.network.Relay;
import placewatch.network.TestAuthority;
import placewatch.screen.connect.ConnectView;
import placewatch.screen.explore.ExploreView;
import placewatch.screen.shell.ShellView;
import placewatch.settings.KeptFile;
import placewatch.settings.Preferences;
import placewatch.settings.PreferencesJson;
import placewatch.simulator.Dialect;
import placewatch.simulator.Role;
import placewatch.simulator.Simulator;
import placewatch.simulator.SimulatorFigures;
import placewatch.simulator.SimulatorOptions;

/// The main job as its users do it: real window, real sockets, the simulator as the server.
class MainJobTest extends DemoJourney {

    @Test
    void anIntegratorWatchesExecsAndReadsTheLog() throws TimeoutException {
        try (WindowUnderTest window = WindowUnderTest.onto(simulator, Role.SUPPORT)) {
            ExplorePage.ModulePage display = window.explore().open(BOARDROOM).module("Display_1");
            display.status("connected").becomes("true").isLive();
            display.startDebug();
            display.exec("volume", "33");
            assertThat(display.answer()).startsWith("→");
            display.status("volume").becomes("33.0");
            display.logSays("exec volume(33)");
            display.logSays("volume");
        }
        await().atMost(WindowUnderTest.PATIENCE).until(
                () -> simulator.figures().equals(new SimulatorFigures(0, 0, 0)));
        simulator.close();
        await().atMost(WindowUnderTest.PATIENCE).untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName).noneMatch(name -> name.matches("(placewatch|simulator)-.*")));
    }

    @Test
    void aWindowThatWasOpenedTooEarlyFillsWhenTheServerComes() throws TimeoutException {
        int port = simulator.address().getPort();
        String key = simulator.key(Role.SUPPORT);
        simulator.close();
        try (WindowUnderTest window = WindowUnderTest.onto("http://127.0.0.1:" + port, key)) {
            window.until("the trouble to be told", () -> ((Label) window.wiring().scene()
                    .lookup("#" + ShellView.STATE)).getText().contains("Disconnected"));
            simulator = Simulator.start(SimulatorOptions.demo().port(port));
            window.explore().open(BOARDROOM).module("Display_1").status("power").isLive();
        }
    }

    @Test
    void whileTheServerIsAwayNothingIsCalledSentAndRetryNowGivesTheCursorBack() throws TimeoutException {
        try (WindowUnderTest window = WindowUnderTest.onto(simulator, Role.SUPPORT)) {
            ExplorePage.ModulePage lab = window.explore().open("Lab 3.08").module("Lab_1").startDebug();
            lab.exec("spam", "100").logSays("spam 100 of 100");
            simulator.close();
            lab.logSays("connection lost").showsItsLatestLine();
            window.click(ExploreView.EXEC_RUN);
            await().atMost(WindowUnderTest.PATIENCE).until(() -> lab.answer().startsWith("Not sent"));
            lab.logSays("not sent: spam(100");
            Button connect = window.see(ShellView.CONNECT);
            window.until("a whole button beside the reason", () -> connect.getWidth() >= connect.prefWidth(-1));
            window.click(ExploreView.PLACES_SEARCH);
            window.click(ShellView.RETRY);
            window.untilFocused(ExploreView.PLACES_SEARCH);
        }
    }

    @Test
    void theSameJobIsDoneOnADocumentedServer() throws TimeoutException {
        simulator.close();
        simulator = Simulator.start(SimulatorOptions.demo().speaking(Dialect.DOCUMENTED));
        try (WindowUnderTest window = WindowUnderTest.onto(simulator, Role.SUPPORT)) {
            ExplorePage.ModulePage display = window.explore().open(BOARDROOM).module("Display_1");
            display.startDebug();
            display.exec("volume", "21");
            assertThat(display.answer()).startsWith("→");
            display.status("volume").becomes("21.0").isLive();
            display.status("input").isLive();
            assertThat(display.status("input").value()).matches("\"\\w+\"");
            display.logSays("volume");
        }
    }

    @Test
    void functionsWithoutArgumentsRunAtOnceOneAfterTheOther() throws TimeoutException {
        try (WindowUnderTest window = WindowUnderTest.onto(simulator, Role.SUPPORT)) {
            ExplorePage.ModulePage display = window.explore().open(BOARDROOM).module("Display_1");
            display.exec("input?", "");
            assertThat(display.answer()).startsWith("→ \"");
            display.exec("mute?", "").latestCall("mute?");
            assertThat(display.answer()).isIn("→ true", "→ false");
        }
    }

    @Test
    void aDriversErrorIsToldInItsOwnWords() throws TimeoutException {
        try (WindowUnderTest window = WindowUnderTest.onto(simulator, Role.SUPPORT)) {
            ExplorePage.ModulePage display = window.explore().open(BOARDROOM).module("Display_1");
            display.exec("volume", "140");
            assertThat(display.answer()).contains("140");
        }
    }

    @Test
    void aServerThatGoesAwayAndReturnsLeavesNoValueLookingLive() throws TimeoutException {
        int port = simulator.address().getPort();
        try (WindowUnderTest window = WindowUnderTest.onto(simulator, Role.SUPPORT)) {
            ExplorePage.ModulePage display = window.explore().open(BOARDROOM).module("Display_1");
            display.status("power").isLive();
            simulator.close();
            display.status("power").hasQuality(Quality.LastKnown.class);
            TableView<StatusRow> table = window.see(ExploreView.STATUS_TABLE);
            assertThat(WindowUnderTest.fx(() -> table.getItems().stream().map(StatusRow::quality).toList()))
                    .noneMatch(quality -> quality instanceof Quality.Live);
            window.seeLine(ExploreView.MODULES_LIST, "Display_1, was connected",
                    cell -> "Display_1, was connected".equals(cell.getAccessibleText()));
            assertThat(WindowUnderTest.fx(() -> ((Label) window.wiring().scene().lookup("#" + ShellView.STATE)).getText())).contains("Disconnected");
            simulator = Simulator.start(SimulatorOptions.demo().port(port));
            display.status("power").isLive();
        }
    }

    @Test
    void anOrdinaryKeyGetsAUsefulPage() throws TimeoutException {
        try (WindowUnderTest window = WindowUnderTest.onto(simulator, Role.USER)) {
            ExplorePage.ModulePage display = window.explore().open(BOARDROOM).module("Display_1");
            display.status("connected").becomes("true").isLive();
            window.type(ExploreView.STATUS_ADD, "power");
            window.robot().type(javafx.scene.input.KeyCode.ENTER);
            display.status("power").isLive();
            window.type(ExploreView.EXEC_HAND_NAME, "volume");
            window.type(ExploreView.EXEC_HAND_ARGUMENTS, "[17]");
            window.click(ExploreView.EXEC_RUN);
            assertThat(display.answer()).startsWith("→");
        }
    }

    @Test
    void aDebugStreamGoesOnWhenItsModuleIsLeftUntilSomebodyStopsIt() throws TimeoutException {
        try (WindowUnderTest window = WindowUnderTest.onto(simulator, Role.SUPPORT)) {
            ExplorePage boardroom = window.explore().open(BOARDROOM);
            ExplorePage.ModulePage system = boardroom.module("System_1").startDebug();
            system.logSays("debug on");
            boardroom.module("Display_1").status("power").isLive();
            assertThat(simulator.figures().debugStreams()).isEqualTo(1);
            boardroom.module("System_1").logSays("debug on");
            window.click(ExploreView.LOG_DEBUG);
            await().atMost(WindowUnderTest.PATIENCE).until(() -> simulator.figures().debugStreams() == 0);
        }
    }

    @Test
    void stoppingDebugIsNotCalledALostConnection() throws TimeoutException {
        try (WindowUnderTest window = WindowUnderTest.onto(simulator, Role.SUPPORT)) {
            ExplorePage.ModulePage display = window.explore().open(BOARDROOM).module("Display_1").startDebug();
            window.click(ExploreView.LOG_DEBUG);
            display.logSays("debug off");
            assertThat(display.log()).noneMatch(line -> line.contains("connection lost"));
        }
    }

    @Test
    void theSearchAsksTheServerAndClearingItBringsTheTreeBack() throws TimeoutException {
        try (WindowUnderTest window = WindowUnderTest.onto(simulator, Role.SUPPORT)) {
            ListView<?> places = window.see(ExploreView.PLACES_TREE);
            window.explore().seesPlace("Harbour House");
            window.explore().search("nothing is called so");
            window.until("an empty result that says so", () -> places.getItems().size() == 2);
            window.explore().search("boardroom").seesPlace(BOARDROOM);
            window.explore().search("").seesPlace("Harbour House");
        }
    }

    @Test
    void aWrongKeyIsToldOnTheFormAndNothingTypedIsLost() throws TimeoutException {
        try (WindowUnderTest window = WindowUnderTest.onto(simulator, Role.SUPPORT)) {
            window.click(ShellView.CONNECT);
            window.type(ConnectView.ADDRESS, simulator.address().toString());
            window.type(ConnectView.KEY, "not a key");
            window.click(ConnectView.CONNECT);
            Label trouble = window.see(ConnectView.TROUBLE);
            window.until("the reason", () -> trouble.getText().contains("does not accept this API key"));
            assertThat(WindowUnderTest.fx(() -> ((javafx.scene.control.TextField) window.wiring().scene()
                    .lookup("#" + ConnectView.KEY)).getText())).isEqualTo("not a key");
            window.type(ConnectView.KEY, simulator.key(Role.ADMIN));
            window.click(ConnectView.CONNECT);
            window.until("the form to be gone",
                    () -> window.wiring().scene().lookup("#" + ConnectView.ADDRESS) == null);
            window.explore().open(BOARDROOM).module("Display_1").status("power").isLive();
        }
    }

    @Test
    void givingUpATryKeepsWhatWasTyped() throws TimeoutException, IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                WindowUnderTest window = WindowUnderTest.onto(simulator, Role.SUPPORT)) {
            window.click(ShellView.CONNECT);
            window.type(ConnectView.ADDRESS, "http://127.0.0.1:" + silent.getLocalPort());
            window.type(ConnectView.KEY, "a key");
            window.robot().type(KeyCode.ENTER);
            TextField key = window.see(ConnectView.KEY);
            window.until("the try", key::isDisabled);
            window.click(ConnectView.CANCEL);
            window.untilFocused(ConnectView.KEY);
            assertThat(WindowUnderTest.<String>fx(key::getText)).isEqualTo("a key");
            window.click(ConnectView.CANCEL);
            window.until("the form to be gone",
                    () -> window.wiring().scene().lookup("#" + ConnectView.ADDRESS) == null);
        }
    }

    @Test
    void theCursorGoesWhereTheTroubleIs() throws TimeoutException {
        try (WindowUnderTest window = WindowUnderTest.onto(simulator, Role.SUPPORT)) {
            window.click(ShellView.CONNECT);
            window.type(ConnectView.KEY, "a key");
            window.robot().type(KeyCode.ENTER);
            window.untilFocused(ConnectView.ADDRESS);
            window.robot().write(simulator.address().toString(), 0);
            window.click(ConnectView.MORE);
            window.type(ConnectView.EXEC_SECONDS, "31");
            window.robot().type(KeyCode.ENTER);
            window.untilFocused(ConnectView.KEY);
        }
    }

    @Test
    void aConnectionsSettingsAreCheckedUsedAndComeBack(@TempDir Path folder) throws Exception {
        Path authority = TestAuthority.shared().pem();
        KeptFile<Preferences> file = new KeptFile<>(folder.resolve("preferences.json"), new PreferencesJson(), InstantSource.system());
        try (Relay relay = Relay.tls(TestAuthority.shared().tls(TestAuthority.Server.GOOD),
                simulator.address().getPort())) {
            String address = "https://localhost:" + relay.port();
            try (WindowUnderTest window = WindowUnderTest.remembering(new WindowMemory(file))) {
                window.click(ShellView.CONNECT);
                window.type(ConnectView.ADDRESS, address);
                window.type(ConnectView.KEY, simulator.key(Role.SUPPORT));
                window.click(ConnectView.CONNECT);
                Label trouble = window.see(ConnectView.TROUBLE);
                window.until("the untrusted issuer", () -> trouble.getText().contains("who signed"));

                window.robot().push(KeyCode.TAB).push(KeyCode.SPACE);
                window.type(ConnectView.EXEC_SECONDS, "0");
                window.type(ConnectView.AUTHORITIES, folder.resolve("nowhere.pem").toString());
                window.click(ConnectView.CONNECT);
                Label badNumber = window.see(ConnectView.EXEC_TROUBLE);
                window.until("the bad number", () -> badNumber.getText().contains("from 1 to 600"));
                window.untilFocused(ConnectView.EXEC_SECONDS);

                window.type(ConnectView.EXEC_SECONDS, "45");
                window.click(ConnectView.CONNECT);
                Label badFile = window.see(ConnectView.AUTHORITIES_TROUBLE);
                window.until("the missing file", () -> badFile.getText().contains("nowhere.pem"));
                window.untilFocused(ConnectView.AUTHORITIES);

                window.type(ConnectView.AUTHORITIES, authority.toString());
                window.click(ConnectView.CONNECT);
                window.explore().open(BOARDROOM).module("Display_1").status("power").isLive();
            }
            try (WindowUnderTest window = WindowUnderTest.remembering(new WindowMemory(file))) {
                window.click(ShellView.CONNECT);
                window.type(ConnectView.ADDRESS, address);
                TextField seconds = window.see(ConnectView.EXEC_SECONDS);
                TextField authorities = window.see(ConnectView.AUTHORITIES);
                window.until("the settings to be back", () -> seconds.getText().equals("45")
                        && authorities.getText().equals(authority.toString()));
            }
        }
    }
}

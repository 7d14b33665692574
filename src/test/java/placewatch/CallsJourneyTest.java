package placewatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import placewatch.control.Confirmation;
import placewatch.screen.explore.ExploreView;
import placewatch.settings.KeptFile;
import placewatch.settings.PreferencesJson;
import placewatch.simulator.Role;
import placewatch.simulator.Simulator;
import placewatch.simulator.SimulatorOptions;

/// Calling functions: a dangerous call asks, a slow one is left, and all of them are there again the next day.
class CallsJourneyTest {

    @TempDir
    private Path folder;

    @BeforeAll
    static void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    private WindowUnderTest window(Simulator simulator) throws TimeoutException {
        return WindowUnderTest.remembering(new WindowMemory(new KeptFile<>(folder.resolve("preferences.json"),
                        new PreferencesJson(), InstantSource.system())))
                .goTo(simulator.address().toString(), simulator.key(Role.SUPPORT));
    }

    private static boolean shown(WindowUnderTest window, String id) {
        Node node = window.wiring().scene().lookup("#" + id);
        return node != null && node.isVisible() && node.getParent().isVisible();
    }

    private static void untilListed(WindowUnderTest window, int calls) {
        window.until(calls + " calls of before",
                () -> ((ListView<?>) window.wiring().scene().lookup("#" + ExploreView.PAST_LIST)).getItems().size() == calls);
    }

    @Test
    void callsAreAskedAboutLeftFoundAgainAndRepeated() throws Exception {
        try (Simulator simulator = Simulator.start(SimulatorOptions.demo())) {
            try (WindowUnderTest window = window(simulator)) {
                ExplorePage.ModulePage lab = window.explore().open("Lab 3.08").module("Lab_1");
                lab.exec("reset!", "");
                Label question = window.see(Confirmation.CARD).lookup(".dialog-title") instanceof Label it ? it : null;
                assertThat(question.getText()).isEqualTo("Call reset! on Lab_1 in Lab 3.08?");
                window.robot().type(KeyCode.ENTER);
                window.until("the question away", () -> !shown(window, Confirmation.CARD));
                assertThat(window.wiring().scene().getRoot().lookupAll(".run-name")).as("Enter calls nothing").isEmpty();
                window.click(ExploreView.EXEC_RUN);
                window.click(Confirmation.GO);
                lab.latestCall("reset!");
                assertThat(lab.answer()).isEqualTo("→ true");

                lab.exec("slow", "");
                window.click(ExploreView.CALL_CANCEL);
                assertThat(lab.answer()).contains("Lab_1 may still do it");
                await().atMost(WindowUnderTest.PATIENCE).until(() -> lab.answer().startsWith("→ late, after "));

                lab.exec("with_string", "https://a.example/cam.png").latestCall("with_string");
                assertThat(lab.answer()).contains("a.example");
                window.click(ExploreView.CALL_FOLD);
                TextInputControl text = window.see(ExploreView.ANSWER_TEXT);
                window.until("the answer as text", () -> text.getText().equals("https://a.example/cam.png"));
                Label frame = window.see(ExploreView.ANSWER_FRAME);
                assertThat(frame.getText()).contains("\"name\":\"with_string\"");
                window.click(ExploreView.CALLS_DANGEROUS);
                window.type(ExploreView.DANGEROUS_PATTERNS, "reset(");
                window.click(ExploreView.DANGEROUS_SAVE);
                window.until("what is wrong with it", () -> window.wiring().scene().getRoot().lookupAll(".calls .trouble")
                        .stream().anyMatch(node -> node.isVisible() && ((Label) node).getText().contains("reset(")));
                window.type(ExploreView.DANGEROUS_PATTERNS, "*set!");
                window.click(ExploreView.DANGEROUS_SAVE);
                window.until("the calls again", () -> !shown(window, ExploreView.DANGEROUS_PATTERNS));
                assertThat(WindowUnderTest.PAGES_OPENED).as("nothing is opened unasked").doesNotContain(
                        "https://a.example/cam.png");
            }
            try (var files = Files.walk(folder)) {
                assertThat(files.filter(Files::isRegularFile)).extracting(file -> file.getFileName().toString())
                        .contains("calls.json", "dangerous-calls.json");
            }
            try (WindowUnderTest window = window(simulator)) {
                ExplorePage.ModulePage lab = window.explore().open("Lab 3.08").module("Lab_1");
                window.click(ExploreView.CALLS_PAST);
                untilListed(window, 3);
                window.type(ExploreView.PAST_FILTER, "cam.png");
                untilListed(window, 1);
                window.clickLine(ExploreView.PAST_LIST, "the call", cell -> WindowUnderTest.says(cell,
                        "with_string(\"https://a.example/cam.png\")"));
                window.click(ExploreView.PAST_AGAIN);
                lab.latestCall("with_string");
                assertThat(lab.answer()).contains("a.example");
                window.click(ExploreView.CALLS_PAST);
                untilListed(window, 2);
                window.type(ExploreView.PAST_FILTER, "reset");
                untilListed(window, 1);
                window.clickLine(ExploreView.PAST_LIST, "the call", cell -> WindowUnderTest.says(cell, "reset!()"));
                window.click(ExploreView.PAST_AGAIN);
                window.see(Confirmation.CARD);
                window.robot().type(KeyCode.ESCAPE);
                window.until("the question away", () -> !shown(window, Confirmation.CARD));
            }
        }
    }
}

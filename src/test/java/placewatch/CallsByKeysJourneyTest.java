package placewatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import placewatch.control.Confirmation;
import placewatch.screen.explore.ExploreView;

/// Calls are made, left, found again, changed and made on several modules by keys alone.
class CallsByKeysJourneyTest extends DemoJourney {

    @Test
    void aCallIsLeftAndOneOfBeforeIsChangedAndKept() throws TimeoutException {
        try (FormPage form = FormPage.of(simulator, "Lab 3.08", "Lab_1")) {
            form.choose("with_string", "text").types("one");
            assertThat(form.answer("with_string")).contains("one");
            form.together(KeyCode.SHORTCUT, KeyCode.E);
            form.window().untilFocused(ExploreView.EXEC_FUNCTIONS);
            form.types("slow").keys(KeyCode.ENTER);
            form.window().untilFocused(ExploreView.EXEC_RUN);
            form.keys(KeyCode.SPACE);
            form.see(ExploreView.CALL_CANCEL);
            form.tabTo(ExploreView.CALL_CANCEL).keys(KeyCode.SPACE);
            form.says("answer", "Lab_1 may still do it");

            form.backTo(ExploreView.CALLS_HERE).keys(KeyCode.RIGHT).tabTo(ExploreView.PAST_FILTER).types("with_string");
            ListView<?> past = form.see(ExploreView.PAST_LIST);
            form.window().until("the call of before", () -> past.getItems().size() == 1);
            form.tabTo(ExploreView.PAST_LIST).keys(KeyCode.ENTER).in("text").instead("two");
            assertThat(form.answer("with_string")).contains("two");

            form.tabTo(ExploreView.CALLS_HERE).keys(KeyCode.RIGHT).tabTo(ExploreView.PAST_LIST)
                    .tabTo(ExploreView.PAST_KEEP).keys(KeyCode.SPACE);
            form.window().untilFocused(ExploreView.KEPT_NAME);
            form.types("mine").keys(KeyCode.ENTER);
            form.window().untilFocused(ExploreView.KEPT_LIST);
            form.tabTo(ExploreView.KEPT_RUN).keys(KeyCode.SPACE);
            form.window().until("a third call", () -> form.window().wiring().scene().getRoot()
                    .lookupAll("#" + ExploreView.EXEC_RUNS + " .run-name").size() == 4);
        }
    }

    @Test
    void aCallOfBeforeGoesToAllDisplaysOfTheRoom() throws TimeoutException {
        try (FormPage form = FormPage.of(simulator, BOARDROOM, "Display_1")) {
            form.choose("volume", "level").types("21");
            assertThat(form.answer("volume")).isEqualTo("→ 21.0");
            form.tabTo(ExploreView.CALLS_HERE).keys(KeyCode.RIGHT).tabTo(ExploreView.PAST_LIST)
                    .tabTo(ExploreView.PAST_SEVERAL).keys(KeyCode.SPACE);
            Label question = (Label) form.see(Confirmation.CARD).lookup(".dialog-title");
            assertThat(question.getText()).isEqualTo("Call volume on Display_1 and Display_2 in Boardroom 2.01?");
            form.keys(KeyCode.TAB).window().untilFocused(Confirmation.GO);
            form.keys(KeyCode.SPACE);
            Label summary = form.see(ExploreView.ROUND_SUMMARY);
            form.window().until("what came of both", () -> summary.getText().startsWith("1 answered, 1 failed"));

            form.tabTo(ExploreView.CALLS_HERE).keys(KeyCode.RIGHT).tabTo(ExploreView.PAST_LIST)
                    .tabTo(ExploreView.PAST_KEEP).keys(KeyCode.SPACE);
            form.window().untilFocused(ExploreView.KEPT_NAME);
            form.types("loud").keys(KeyCode.ENTER);
            form.window().untilFocused(ExploreView.KEPT_LIST);
            form.tabTo(ExploreView.KEPT_SEVERAL).keys(KeyCode.SPACE);
            assertThat(((Label) form.see(Confirmation.CARD).lookup(".dialog-title")).getText())
                    .isEqualTo("Call volume on Display_1 and Display_2 in Boardroom 2.01?");
            form.keys(KeyCode.ESCAPE);
            form.window().until("the question away", () -> !form.window().wiring().scene().lookup("#" + Confirmation.CARD)
                    .getParent().isVisible());
        }
    }
}

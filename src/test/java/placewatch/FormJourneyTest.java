package placewatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import placewatch.screen.explore.ExploreView;

/// Calls that are written by keys alone: every kind of argument, as a form and as a JSON list.
class FormJourneyTest extends DemoJourney {

    private FormPage form() throws TimeoutException {
        return FormPage.of(simulator, "Lab 3.08", "Lab_1");
    }

    @Test
    void whatIsLeftOutIsNotSentAndWhatIsLackingHasTheCursor() throws TimeoutException {
        try (FormPage form = form()) {
            form.choose("with_defaults", "name").lacks("name: needed");
            form.keys(KeyCode.TAB).in("times").together(KeyCode.SHORTCUT, KeyCode.ENTER).in("name");
            assertThat(form.window().wiring().scene().getRoot().lookupAll(".run-name")).as("calls").isEmpty();
            form.types("Ann").sends("[\"Ann\"]");
            assertThat(form.<Label>see(ExploreView.EXEC_TOUCHES).getText()).isEqualTo("touches Lab_1 in Lab 3.08");
            assertThat(form.<Label>see(ExploreView.EXEC_FRAME_SIZE).getText()).matches("sends 1\\d\\d B");
            form.keys(KeyCode.TAB, KeyCode.TAB).in("label").types("x")
                    .lacks("times: needed, because label behind it is given")
                    .says("form-fault", "The default is not sent for you");
            form.together(KeyCode.SHIFT, KeyCode.TAB).in("times").keys(KeyCode.UP, KeyCode.UP, KeyCode.UP)
                    .sends("[\"Ann\",2,\"x\"]");
            assertThat(form.answer("with_defaults")).contains("Ann").contains("x");

            form.choose("with_text_rules", "pin").types("12a45").lacks("pin: what is typed does not match ^[0-9]+$");
            form.instead("1234").sends("[\"••••••\"]").says("muted", "What looks like a secret");
            form.keys(KeyCode.TAB, KeyCode.TAB).in("message").types("a").together(KeyCode.SHIFT, KeyCode.ENTER).types("b")
                    .sends("[\"••••••\",\"a\\nb\"]").says("muted", "3 of 280");
            assertThat(form.answer("with_text_rules")).as("what was really sent").contains("1234");
        }
    }

    @Test
    void everyKindOfArgumentIsFilledByKeys() throws TimeoutException {
        try (FormPage form = form()) {
            form.choose("with_bounds", "percent").types("140").lacks("percent: at most 100");
            form.instead("98").keys(KeyCode.UP, KeyCode.UP, KeyCode.UP).sends("[100]");
            form.choose("with_enum", "mode").lacks("mode: needed").keys(KeyCode.DOWN).sends("[\"slow\"]");
            form.choose("with_switches", "power").keys(KeyCode.SPACE).sends("[true]").keys(KeyCode.SPACE).sends("[false]");
            form.keys(KeyCode.TAB, KeyCode.TAB).in("fade").keys(KeyCode.SPACE)
                    .lacks("mute: needed, because fade behind it is given");
            form.keys(KeyCode.SPACE, KeyCode.SPACE).sends("[false]");
            form.choose("with_nullable", "level-kind").keys(KeyCode.DOWN).sends("[null]").keys(KeyCode.UP)
                    .lacks("level: needed").keys(KeyCode.TAB).in("level").types("5").sends("[5]");
            form.choose("with_union", "id-kind").keys(KeyCode.DOWN, KeyCode.TAB).in("id").types("7").sends("[\"7\"]");
            form.choose("with_integer_array", "numbers").keys(KeyCode.SPACE).in("numbers-1").types("1")
                    .keys(KeyCode.TAB).in("numbers").keys(KeyCode.SPACE).in("numbers-2").types("2").sends("[[1,2]]")
                    .together(KeyCode.ALT, KeyCode.UP).in("numbers-1").sends("[[2,1]]")
                    .together(KeyCode.SHORTCUT, KeyCode.DELETE).sends("[[1]]");
            form.choose("with_nested", "booking-title").types("t").keys(KeyCode.TAB).in("booking-host-name").types("n")
                    .keys(KeyCode.TAB).in("booking-host-age").types("x")
                    .lacks("booking.host.age: “x” is not a whole number").keys(KeyCode.BACK_SPACE).types("3")
                    .keys(KeyCode.TAB).in("booking-host-email-kind").keys(KeyCode.DOWN, KeyCode.TAB).in("booking-rooms")
                    .keys(KeyCode.SPACE).types("a")
                    .sends("[{\"title\":\"t\",\"host\":{\"name\":\"n\",\"age\":3,\"email\":null},\"rooms\":[\"a\"]}]");
            form.choose("with_moments", "starts_at").types("1700000000").sends("[1700000000]").says("muted", "Nov 2023")
                    .keys(KeyCode.UP).sends("[1700000060]")
                    .keys(KeyCode.TAB, KeyCode.TAB, KeyCode.TAB, KeyCode.TAB).in("until")
                    .types("2026-11-26T09:30:00+01:00").sends("[1700000060,\"2026-11-26T09:30:00+01:00\"]");
            form.choose("with_keys", "labels").keys(KeyCode.SPACE).in("labels-key-1").types("k").keys(KeyCode.TAB).types("v")
                    .sends("[{\"k\":\"v\"}]");
        }
    }

    @Test
    void theListSaysWhatTheFormSaysAndKeepsWhatCanNotBeRead() throws TimeoutException {
        try (FormPage form = form()) {
            form.choose("with_float", "gain_db").types("1.5").together(KeyCode.SHORTCUT, KeyCode.J);
            form.window().untilFocused(ExploreView.EXEC_JSON);
            assertThat(form.text(ExploreView.EXEC_JSON)).isEqualTo("[\n  1.5\n]");
            form.instead("[1.5, x]").lacks("The JSON list, line 1, column 7: “x” is no JSON; texts need \"quotes\"")
                    .says("form-excerpt", "[1.5, x]\n      ^");
            form.together(KeyCode.SHORTCUT, KeyCode.J);
            form.window().see(ExploreView.EXEC_WAITING);
            form.together(KeyCode.SHORTCUT, KeyCode.J);
            form.window().untilFocused(ExploreView.EXEC_JSON);
            assertThat(form.text(ExploreView.EXEC_JSON)).isEqualTo("[1.5, x]");
            form.instead("[2.25]").sends("[2.25]").together(KeyCode.SHORTCUT, KeyCode.J).in("gain_db");
            assertThat(form.text(ExploreView.argument("gain_db"))).isEqualTo("2.25");
            assertThat(form.answer("with_float")).isEqualTo("→ 2.25");

            form.choose("with_tree", "tree").says("form-reason", "refers to itself").types("5x").lacks(
                    form.problem().getText());
            form.choose("with_contradiction", "impossible").says("form-reason", "contradicts itself").types("4").sends("[4]");
            form.choose("with_huge", "everything").says("form-reason", "too large for a form");
            form.choose("with_rule", "word").says("form-reason", "rules (not) that a form can't show")
                    .types("\"forbidden\"").says("form-fault", "word: ");
            form.choose("with_no_schema", "mystery").says("form-reason", "doesn't say what kind").lacks("mystery: needed").types("{\"a\":[]}").sends("[{\"a\":[]}]");
        }
    }
}

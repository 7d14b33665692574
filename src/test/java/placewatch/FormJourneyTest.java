package placewatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import placewatch.rest.Function;
import placewatch.screen.explore.ExploreView;
import placewatch.simulator.Role;

/// Calls that are written by keys alone: every kind of argument, as a form and as a JSON list.
class FormJourneyTest extends DemoJourney {

    /// The Exec pane of the Lab, under somebody's fingers.
    private record Form(WindowUnderTest window) implements AutoCloseable {

        private Form keys(KeyCode... keys) {
            window.robot().type(keys);
            return this;
        }

        private Form together(KeyCode... keys) {
            window.robot().push(keys);
            return this;
        }

        private Form types(String text) {
            window.robot().write(text);
            return this;
        }

        private Form instead(String text) {
            return together(KeyCode.SHORTCUT, KeyCode.A).keys(KeyCode.BACK_SPACE).types(text);
        }

        /// @param first what the cursor is in then, without what all arguments' ids begin with
        private Form choose(String function, String first) {
            together(KeyCode.SHORTCUT, KeyCode.E);
            window.untilFocused(ExploreView.EXEC_FUNCTIONS);
            ListView<Function> list = window.see(ExploreView.EXEC_FUNCTION_LIST);
            types(function);
            window.until(function + " to be marked", () -> list.getSelectionModel().getSelectedItem() instanceof Function it
                    && it.name().equals(function));
            return keys(KeyCode.ENTER).in(first);
        }

        private Form in(String argument) {
            window.untilFocused(ExploreView.argument(argument));
            return this;
        }

        private Label frame() {
            return window.see(ExploreView.EXEC_FRAME);
        }

        private Form sends(String args) {
            Label frame = frame();
            try {
                window.until("the arguments " + args, () -> frame.getText().endsWith("\"args\":" + args + "}"));
            } catch (AssertionError e) {
                throw new AssertionError("not " + args + " but " + frame.getText(), e);
            }
            assertThat(window.<Node>see(ExploreView.EXEC_RUN).isDisabled()).as("Run is barred").isFalse();
            return this;
        }

        private Form lacks(String words) {
            Label frame = frame();
            try {
                window.until("“" + words + "”", () -> frame.getText().equals(words));
            } catch (AssertionError e) {
                throw new AssertionError("not “" + words + "” but “" + frame.getText() + "”", e);
            }
            assertThat(window.<Node>see(ExploreView.EXEC_RUN).isDisabled()).as("Run is barred").isTrue();
            return this;
        }

        private Form says(String style, String words) {
            window.until("“" + words + "” in ." + style, () -> window.wiring().scene().getRoot().lookupAll("." + style)
                    .stream().anyMatch(node -> node instanceof Label label && shown(label)
                            && label.getText().contains(words)));
            return this;
        }

        private static boolean shown(Node node) {
            for (Node around = node; around != null; around = around.getParent()) {
                if (!around.isVisible()) {
                    return false;
                }
            }
            return true;
        }

        private String text(String id) {
            return window.<TextInputControl>see(id).getText();
        }

        private String answer(String function) {
            together(KeyCode.SHORTCUT, KeyCode.ENTER);
            ExplorePage.ModulePage lab = new ExplorePage.ModulePage(window);
            lab.latestCall(function);
            return lab.answer();
        }

        @Override
        public void close() throws TimeoutException {
            window.close();
        }
    }

    private Form form() throws TimeoutException {
        WindowUnderTest window = WindowUnderTest.onto(simulator, Role.SUPPORT);
        window.explore().open("Lab 3.08").module("Lab_1");
        window.until("the functions", () -> window.wiring().scene().lookup("#" + ExploreView.EXEC_FUNCTION_LIST)
                instanceof ListView<?> list && !list.getItems().isEmpty());
        return new Form(window);
    }

    @Test
    void whatIsLeftOutIsNotSentAndWhatIsLackingHasTheCursor() throws TimeoutException {
        try (Form form = form()) {
            form.choose("with_defaults", "name").lacks("name: needed");
            Label touches = form.window().see(ExploreView.EXEC_TOUCHES);
            assertThat(touches.getText()).isEqualTo("touches Lab_1 in Lab 3.08");
            form.keys(KeyCode.TAB).in("times").together(KeyCode.SHORTCUT, KeyCode.ENTER).in("name");
            assertThat(form.window().wiring().scene().getRoot().lookupAll(".run-name")).as("calls").isEmpty();
            form.types("Ann").sends("[\"Ann\"]");
            assertThat(touches.getText()).isEqualTo("touches Lab_1 in Lab 3.08 and sends");
            form.keys(KeyCode.TAB, KeyCode.TAB).in("label").types("x")
                    .lacks("times: needed, because label behind it is given")
                    .says("form-fault", "The default is not sent for you");
            form.together(KeyCode.SHIFT, KeyCode.TAB).in("times").keys(KeyCode.UP, KeyCode.UP, KeyCode.UP)
                    .sends("[\"Ann\",2,\"x\"]");
            assertThat(form.answer("with_defaults")).contains("Ann").contains("x");

            form.choose("with_text_rules", "pin").types("12a45").lacks("pin: “12a45” does not match ^[0-9]+$");
            form.instead("1234").sends("[\"••••••\"]").says("muted", "What looks like a secret");
            form.keys(KeyCode.TAB).in("message").types("a").together(KeyCode.SHIFT, KeyCode.ENTER).types("b")
                    .sends("[\"••••••\",\"a\\nb\"]").says("muted", "3 of 280");
            assertThat(form.answer("with_text_rules")).as("what was really sent").contains("1234");
        }
    }

    @Test
    void everyKindOfArgumentIsFilledByKeys() throws TimeoutException {
        try (Form form = form()) {
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
        try (Form form = form()) {
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
                    form.frame().getText());
            form.choose("with_contradiction", "impossible").says("form-reason", "contradicts itself").types("4").sends("[4]");
            form.choose("with_huge", "everything").says("form-reason", "too large for a form");
            form.choose("with_no_schema", "mystery").lacks("mystery: needed").types("{\"a\":[]}").sends("[{\"a\":[]}]");
        }
    }
}

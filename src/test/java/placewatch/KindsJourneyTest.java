package placewatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DateCell;
import javafx.scene.control.DatePicker;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import placewatch.screen.explore.ExploreView;

/// The rarer kinds of arguments, filled by keys: choices that are searched, choices of a type, calendars, secrets.
class KindsJourneyTest extends DemoJourney {

    private FormPage form() throws TimeoutException {
        return FormPage.of(simulator, "Lab 3.08", "Lab_1");
    }

    private static boolean listShown(FormPage form, String argument) {
        return WindowUnderTest.fx(() -> form.window().wiring().scene().lookup("#" + ExploreView.argument(argument) + "-list")
                .isVisible());
    }

    @Test
    void aLongChoiceIsSearchedAndWhatStandsInTheFieldCounts() throws TimeoutException {
        try (FormPage form = form()) {
            form.choose("with_long_enum", "colour").lacks("colour: needed");
            assertThat(listShown(form, "colour")).as("open unasked").isFalse();
            form.types("tur").lacks("colour: “tur” is not one of the choices");
            assertThat(form.shows("form-fault")).as("red on the way to a choice").isFalse();
            form.keys(KeyCode.ENTER).sends("[\"turquoise\"]");
            assertThat(listShown(form, "colour")).as("open after the choice").isFalse();
            form.instead("GRE").keys(KeyCode.ENTER).sends("[\"green\"]").keys(KeyCode.DOWN).sends("[\"green\"]");
            assertThat(listShown(form, "colour")).as("opened by Down").isTrue();
            form.keys(KeyCode.DOWN, KeyCode.DOWN).sends("[\"yellow\"]").keys(KeyCode.ESCAPE).sends("[\"green\"]");
            assertThat(listShown(form, "colour")).as("closed by Escape").isFalse();
            form.instead("viol").keys(KeyCode.TAB).sends("[\"violet\"]");
            form.backTo(ExploreView.argument("colour")).instead("zzz").keys(KeyCode.TAB)
                    .lacks("colour: “zzz” is not one of the choices").says("form-fault", "zzz");
            form.window().click(ExploreView.argument("colour"));
            form.together(KeyCode.SHORTCUT, KeyCode.A).keys(KeyCode.BACK_SPACE);
            ListView<String> list = form.see(ExploreView.argument("colour") + "-list");
            form.window().clickLine(list.getId(), "white", cell -> "white".equals(cell.getItem()));
            form.sends("[\"white\"]").in("colour");
            form.choose("with_presets", "preset").types("10").sends("[10]").instead("home").sends("[\"home\"]")
                    .instead("null").sends("[null]");
        }
    }

    @Test
    void everyOtherKindIsFilledByKeysAndWhatIsOnlyBegunIsNotRed() throws TimeoutException {
        try (FormPage form = form()) {
            form.choose("with_one_of", "source-kind").keys(KeyCode.TAB).in("source").keys(KeyCode.DOWN).sends("[\"hdmi1\"]")
                    .together(KeyCode.SHIFT, KeyCode.TAB).in("source-kind").keys(KeyCode.DOWN, KeyCode.TAB)
                    .in("source-name").types("n").lacks("source.age: needed");
            assertThat(form.shows("form-fault")).as("red at the first letter").isFalse();
            form.keys(KeyCode.TAB).in("source-age").types("x").says("form-fault", "source.age: “x” is not a whole number");
            form.choose("with_types", "value-kind").keys(KeyCode.TAB).in("value").types("5").sends("[5]")
                    .together(KeyCode.SHIFT, KeyCode.TAB).keys(KeyCode.DOWN, KeyCode.TAB).in("value").types("5")
                    .sends("[\"5\"]").together(KeyCode.SHIFT, KeyCode.TAB).keys(KeyCode.DOWN).sends("[null]");
            form.choose("with_null", "nothing").keys(KeyCode.SPACE).sends("[null]");
            form.choose("with_one_value", "state").keys(KeyCode.DOWN).sends("[\"on\"]");
            form.choose("with_grid", "cells").keys(KeyCode.SPACE).in("cells-1")
                    .lacks("cells[1]: needed; fill it in or remove the row");
            assertThat(form.shows("form-fault")).as("red before anything was typed").isFalse();
            form.keys(KeyCode.SPACE).in("cells-1-1").types("7").sends("[[[7]]]");
            form.choose("with_mixed_array", "parts").keys(KeyCode.SPACE).in("parts-1-kind").keys(KeyCode.DOWN, KeyCode.TAB)
                    .in("parts-1").types("a").sends("[[\"a\"]]");
            form.choose("with_definitions", "route").types("12").lacks("route: at most 9")
                    .instead("3").sends("[3]");
            assertThat(form.answer("with_definitions")).isEqualTo("→ 3");
        }
    }

    @Test
    void aDateIsPickedByKeysAndByMouse() throws TimeoutException {
        try (FormPage form = form()) {
            form.choose("with_times", "starts").types("1700000000").says("muted", "Nov 2023").keys(KeyCode.TAB, KeyCode.TAB);
            DatePicker date = form.see(ExploreView.argument("starts") + "-date");
            form.window().until("the day of the number", () -> date.getValue() != null
                    && date.getValue().toString().equals("2023-11-14"));
            form.together(KeyCode.ALT, KeyCode.DOWN);
            form.window().until("the calendar", date::isShowing);
            form.keys(KeyCode.RIGHT, KeyCode.ENTER).sends("[1700086400]");
            form.window().until("the calendar away", () -> !date.isShowing());
            form.window().robot().clickOn(date.lookup(".arrow-button"));
            form.window().until("the calendar", date::isShowing);
            form.window().robot().clickOn(WindowUnderTest.fx(() -> Window.getWindows().stream()
                    .flatMap(window -> window.getScene().getRoot().lookupAll(".day-cell").stream())
                    .filter(day -> day instanceof DateCell cell && LocalDate.of(2023, 11, 20).equals(cell.getItem()))
                    .findFirst().orElseThrow()));
            form.sends("[1700518400]");
        }
    }

    private static String shown(FormPage form, String argument) {
        return WindowUnderTest.fx(() -> form.window().wiring().scene().lookup("#" + ExploreView.argument(argument))
                .lookupAll(".text").stream().map(node -> ((Text) node).getText()).reduce("", String::concat));
    }

    @Test
    void aSecretIsDotsUntilSomebodyAsksAndALongFrameIsCopiedWhole() throws TimeoutException {
        try (FormPage form = form()) {
            form.choose("with_login", "user").types("ann").says("muted", "3").keys(KeyCode.TAB).in("password").types("hunter2")
                    .lacks("password: at least 8 characters, not 7");
            assertThat(shown(form, "password")).contains("•••••••").doesNotContain("hunter2");
            form.keys(KeyCode.TAB, KeyCode.SPACE);
            assertThat(shown(form, "password")).contains("hunter2");
            form.keys(KeyCode.SPACE);
            assertThat(shown(form, "password")).doesNotContain("hunter2");
            form.together(KeyCode.SHIFT, KeyCode.TAB).in("password").instead("hunter2!").sends("[\"ann\",\"••••••\"]");
            assertThat(form.answer("with_login")).isEqualTo("→ \"ann is let in\"");

            form.choose("with_string", "text");
            form.together(KeyCode.SHORTCUT, KeyCode.J);
            form.window().untilFocused(ExploreView.EXEC_JSON);
            String all = "abcdefghij".repeat(90);
            TextArea json = form.see(ExploreView.EXEC_JSON);
            // as if it was pasted
            WindowUnderTest.fx(() -> {
                json.setText("[\"" + all + "\"]");
                return true;
            });
            form.says("caption", ", this is the beginning");
            assertThat(form.frame().getText()).hasSizeLessThan(700).endsWith("…");
            Button copy = form.see(ExploreView.EXEC_FRAME_COPY);
            WindowUnderTest.fx(() -> {
                copy.fire();
                return true;
            });
            assertThat(WindowUnderTest.fx(() -> Clipboard.getSystemClipboard().getString()))
                    .contains("\"name\":\"with_string\"").endsWith("\"args\":[\"" + all + "\"]}");
        }
    }

    /// Whether all of it is in sight within the pane around it, and nothing lies over it.
    private static boolean inSight(FormPage form, String id) {
        return WindowUnderTest.fx(() -> seen(form, id));
    }

    private static boolean seen(FormPage form, String id) {
        Node node = form.window().wiring().scene().lookup("#" + id);
        ScrollPane pane = null;
        for (Node around = node; around != null && pane == null; around = around.getParent()) {
            pane = around instanceof ScrollPane it && around.getStyleClass().contains("exec-pane") ? it : null;
        }
        Bounds place = node.localToScene(node.getLayoutBounds());
        Bounds seen = pane.localToScene(pane.getLayoutBounds());
        Node foot = pane.getContent().lookup(".exec-foot");
        Bounds over = foot.localToScene(foot.getLayoutBounds());
        boolean free = node.getParent().getParent() == foot || node.getParent() == foot || !over.intersects(place);
        return place.getMinY() >= seen.getMinY() && place.getMaxY() <= seen.getMaxY() && free;
    }

    @Test
    void inALowPaneRunStaysInSightAndCoversNothingThatHasTheCursor() throws TimeoutException {
        try (FormPage form = form()) {
            WindowUnderTest.fx(() -> {
                form.window().wiring().stage().setHeight(600);
                return true;
            });
            form.choose("with_nested", "booking-title").lacks("booking: needed");
            assertThat(inSight(form, ExploreView.EXEC_RUN)).isTrue();
            for (String field : List.of("booking-title", "booking-host-name", "booking-host-age",
                    "booking-host-email-kind", "booking-host-email", "booking-rooms")) {
                form.in(field);
                form.window().until(field + " to be seen whole", () -> seen(form, ExploreView.argument(field)));
                assertThat(inSight(form, ExploreView.EXEC_RUN)).as("Run is in sight at " + field).isTrue();
                form.keys(KeyCode.TAB);
            }
            form.choose("with_long_enum", "colour").keys(KeyCode.DOWN);
            form.window().until("the list of choices whole",
                    () -> seen(form, ExploreView.argument("colour") + "-list"));
            form.keys(KeyCode.ENTER);
            form.answer("with_long_enum");
            form.tabTo(ExploreView.CALL_FOLD);
            form.window().until("the call below the button", () -> seen(form, ExploreView.CALL_FOLD));
            assertThat(inSight(form, ExploreView.EXEC_RUN)).isTrue();
        }
    }

    @Test
    void nothingIsCalledWhileAnotherFunctionIsChosen() throws TimeoutException {
        try (FormPage form = form()) {
            form.choose("with_string", "text").types("a").sends("[\"a\"]").together(KeyCode.SHORTCUT, KeyCode.E);
            form.window().untilFocused(ExploreView.EXEC_FUNCTIONS);
            Node run = form.window().wiring().scene().lookup("#" + ExploreView.EXEC_RUN);
            assertThat(run.isDisabled()).isTrue();
            assertThat(FormPage.shown(run)).as("Run is on screen").isFalse();
            form.together(KeyCode.SHORTCUT, KeyCode.ENTER);
            form.window().untilFocused(ExploreView.EXEC_FUNCTIONS);
            assertThat(form.window().wiring().scene().getRoot().lookupAll(".run-name")).as("calls").isEmpty();
            form.keys(KeyCode.ESCAPE).in("text").sends("[\"a\"]");
            assertThat(form.answer("with_string")).contains("a");
        }
    }
}

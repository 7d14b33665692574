package placewatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import placewatch.rest.Function;
import placewatch.screen.explore.ExploreView;
import placewatch.simulator.Role;
import placewatch.simulator.Simulator;

/// The Exec pane of a module, under somebody's fingers.
record FormPage(WindowUnderTest window) implements AutoCloseable {

    /// Opens a window onto a module.
    static FormPage of(Simulator simulator, String system, String slug) throws TimeoutException {
        WindowUnderTest window = WindowUnderTest.onto(simulator, Role.SUPPORT);
        window.explore().open(system).module(slug);
        window.until("the functions", () -> window.wiring().scene().lookup("#" + ExploreView.EXEC_FUNCTION_LIST)
                instanceof ListView<?> list && !list.getItems().isEmpty());
        return new FormPage(window);
    }

    FormPage keys(KeyCode... keys) {
        window.robot().type(keys);
        return this;
    }

    FormPage together(KeyCode... keys) {
        window.robot().push(keys);
        return this;
    }

    FormPage types(String text) {
        window.robot().write(text);
        return this;
    }

    /// In the place of what is marked, in one go.
    private void pastes(String text) {
        WindowUnderTest.fx(() -> {
            ((TextInputControl) window.wiring().scene().getFocusOwner()).replaceSelection(text);
            return true;
        });
    }

    FormPage instead(String text) {
        return together(KeyCode.SHORTCUT, KeyCode.A).keys(KeyCode.BACK_SPACE).types(text);
    }

    /// @param first what the cursor is in then, without what all arguments' ids begin with
    FormPage choose(String function, String first) {
        together(KeyCode.SHORTCUT, KeyCode.E);
        window.untilFocused(ExploreView.EXEC_FUNCTIONS);
        ListView<Function> list = window.see(ExploreView.EXEC_FUNCTION_LIST);
        pastes(function);
        window.until(function + " to be marked", () -> list.getSelectionModel().getSelectedItem() instanceof Function it
                && it.name().equals(function));
        return keys(KeyCode.ENTER).in(first);
    }

    /// Goes on with Tab until the cursor is there.
    FormPage tabTo(String id) {
        return goTo(id, KeyCode.TAB);
    }

    /// Goes back with Shift Tab until the cursor is there.
    FormPage backTo(String id) {
        return goTo(id, KeyCode.SHIFT, KeyCode.TAB);
    }

    private FormPage goTo(String id, KeyCode... keys) {
        List<String> passed = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            together(keys);
            Node owner = window.wiring().scene().getFocusOwner();
            if (owner != null && id.equals(owner.getId())) {
                return this;
            }
            passed.add(owner == null ? "nothing" : String.valueOf(owner.getId()));
        }
        throw new AssertionError("Tab does not lead to " + id + " but to " + passed);
    }

    FormPage in(String argument) {
        window.untilFocused(ExploreView.argument(argument));
        return this;
    }

    <T extends Node> T see(String id) {
        return window.see(id);
    }

    Label frame() {
        return window.see(ExploreView.EXEC_FRAME);
    }

    FormPage sends(String args) {
        Label frame = frame();
        try {
            window.until("the arguments " + args, () -> frame.getText().endsWith("\"args\":" + args + "}"));
        } catch (AssertionError e) {
            throw new AssertionError("not " + args + " but " + frame.getText(), e);
        }
        assertThat(window.<Node>see(ExploreView.EXEC_RUN).isDisabled()).as("Run is barred").isFalse();
        return this;
    }

    Label problem() {
        return window.see(ExploreView.EXEC_PROBLEM);
    }

    FormPage lacks(String words) {
        Label problem = problem();
        try {
            window.until("“" + words + "”", () -> problem.getText().equals(words));
        } catch (AssertionError e) {
            throw new AssertionError("not “" + words + "” but “" + problem.getText() + "”", e);
        }
        assertThat(window.<Node>see(ExploreView.EXEC_RUN).isDisabled()).as("Run is barred").isTrue();
        return this;
    }

    FormPage says(String style, String words) {
        window.until("“" + words + "” in ." + style, () -> window.wiring().scene().getRoot().lookupAll("." + style)
                .stream().anyMatch(node -> node instanceof Label label && shown(label)
                        && label.getText().contains(words)));
        return this;
    }

    /// The length beside a text.
    FormPage counts(String argument, String length) {
        window.until(length + " characters", () -> window.wiring().scene().lookup("#" + ExploreView.argument(argument))
                .getParent().lookup(".muted") instanceof Label label && label.getText().equals(length) && shown(label));
        return this;
    }

    static boolean shown(Node node) {
        for (Node around = node; around != null; around = around.getParent()) {
            if (!around.isVisible()) {
                return false;
            }
        }
        return true;
    }

    String text(String id) {
        return window.<TextInputControl>see(id).getText();
    }

    String answer(String function) {
        together(KeyCode.SHORTCUT, KeyCode.ENTER);
        ExplorePage.ModulePage lab = new ExplorePage.ModulePage(window);
        lab.latestCall(function);
        return lab.answer();
    }

    /// Whether words of that style are on screen.
    boolean shows(String style) {
        return WindowUnderTest.fx(() -> window.wiring().scene().getRoot().lookupAll("." + style).stream()
                .anyMatch(node -> node instanceof Label label && !label.getText().isEmpty() && shown(label)));
    }

    @Override
    public void close() throws TimeoutException {
        window.close();
    }
}

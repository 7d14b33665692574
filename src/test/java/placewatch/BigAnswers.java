package placewatch;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxToolkit;
import placewatch.screen.explore.ExploreView;
import placewatch.simulator.Simulator;
import placewatch.simulator.SimulatorOptions;

/// Measures how long the window stands still while an answer of two megabytes arrives, is unfolded, looked at in each
/// of its ways and folded again. Prints the longest time between two pulses of each step; no test, as a busy machine
/// stands still by itself.
final class BigAnswers {

    private static final long REST_MILLIS = 1_500;

    private BigAnswers() { }

    /// Time between pulses, and the longest of it since it was last asked for.
    private static final class Gaps extends AnimationTimer {
        private long last;
        private long longest;

        @Override
        public void handle(long now) {
            long real = System.nanoTime();
            longest = last == 0 ? 0 : Math.max(longest, real - last);
            last = real;
        }

        private double worst() {
            double worst = longest / 1e6;
            longest = 0;
            return worst;
        }
    }

    public static void main(String[] args) throws Exception {
        FxToolkit.registerPrimaryStage();
        try (Simulator simulator = Simulator.start(SimulatorOptions.demo());
                FormPage form = FormPage.of(simulator, "Lab 3.08", "Lab_1")) {
            Gaps gaps = new Gaps();
            WindowUnderTest.fx(() -> {
                gaps.start();
                return true;
            });
            for (int round = 0; round < 3; round++) {
                System.out.println("round " + (round + 1) + (round == 0 ? ", with classes still to be loaded" : ""));
                look(form, gaps, "big_value", "kilobytes", round == 0 ? "100" : "2000");
                look(form, gaps, "big_table", "rows", round == 0 ? "1000" : "50000");
                look(form, gaps, "big_tree", "kilobytes", round == 0 ? "100" : "2000");
            }
        }
        System.exit(0);
    }

    private static void look(FormPage form, Gaps gaps, String function, String argument, String size) {
        form.choose(function, argument).types(size);
        say(gaps, function + " " + size + ", before");
        form.together(KeyCode.SHORTCUT, KeyCode.ENTER);
        new ExplorePage.ModulePage(form.window()).answer();
        say(gaps, "answer arrives");
        fire(form, ExploreView.CALL_FOLD);
        form.see(ExploreView.ANSWER_FACTS);
        say(gaps, "unfolded");
        for (String way : List.of("answer-tree", "answer-text", "answer-table")) {
            if (form.window().wiring().scene().lookup("#" + way) instanceof ToggleButton tab) {
                WindowUnderTest.fx(() -> {
                    tab.fire();
                    return true;
                });
                say(gaps, "  as " + way.substring(7));
                scroll(form, gaps);
            }
        }
        fire(form, ExploreView.CALL_FOLD);
        say(gaps, "folded");
    }

    private static void scroll(FormPage form, Gaps gaps) {
        for (int step = 1; step <= 20; step++) {
            double part = step / 20.0;
            WindowUnderTest.fx(() -> {
                Node table = form.window().wiring().scene().lookup("#" + ExploreView.ANSWER_TABLE);
                Node tree = form.window().wiring().scene().lookup("#" + ExploreView.ANSWER_TREE);
                Node text = form.window().wiring().scene().lookup("#" + ExploreView.ANSWER_TEXT);
                if (table instanceof TableView<?> it) {
                    it.scrollTo((int) (part * (it.getItems().size() - 1)));
                } else if (tree instanceof TreeView<?> it) {
                    it.getTreeItem(Math.max(0, it.getExpandedItemCount() / 2)).setExpanded(true);
                    it.scrollTo((int) (part * (it.getExpandedItemCount() - 1)));
                } else if (text != null && text.lookup(".scroll-pane") instanceof ScrollPane pane) {
                    pane.setVvalue(part);
                }
                return true;
            });
            rest(50);
        }
        say(gaps, "    scrolled");
    }

    private static void fire(FormPage form, String id) {
        Button button = form.see(id);
        WindowUnderTest.fx(() -> {
            button.fire();
            return true;
        });
    }

    private static void say(Gaps gaps, String what) {
        rest(REST_MILLIS);
        System.out.printf(Locale.ROOT, "%-40s %6.1f ms%n", what, WindowUnderTest.fx(gaps::worst));
    }

    private static void rest(long millis) {
        long until = System.nanoTime() + millis * 1_000_000;
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }
}

package placewatch.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// Words can be read in both themes: WCAG AA asks for a contrast of 4.5. Disabled controls are exempt there.
class ContrastTest {

    private static final double LEAST = 4.5;

    /// Style classes and states of what is around the words, from the outside, and of the words themselves.
    private static final List<String> PLACES = List.of(
            "title-bar > app-name", "title-bar > pill pill-good > mark-good",
            "title-bar > pill pill-trouble > mark-trouble", "title-bar > connection-pill > muted",
            "title-bar > pill > mark-old", "title-bar > pill > mark-waiting", "status-bar > mark-good",
            "status-bar > mark-old", "notice > label", "empty-state > label", "pane-head > pane-title",
            "pane-head > muted", "pane-head > pill pill-good > mark-good",
            "pane-head > pill pill-trouble > mark-trouble", "list-note", "outcome-line > label",
            "outcome-line > trouble", "outcome-line happened-line > label", "system-head > chip",
            "system-head > muted", "places-tree > list-cell:filled > muted",
            "places-tree > list-cell:filled:selected > muted", "places-tree > list-cell:filled:selected > more-link",
            "places-tree > list-cell:filled > more-link", "modules-list > list-cell:filled > mark-good",
            "modules-list > list-cell:filled > mark-old", "modules-list > list-cell:filled > mark-trouble",
            "modules-list > list-cell:filled > muted", "modules-list > list-cell:filled:selected > mark-good",
            "modules-list > list-cell:filled:selected > mark-old",
            "modules-list > list-cell:filled:selected > mark-trouble",
            "modules-list > list-cell:filled:selected > muted",
            "table-view status-table > table-row-cell:filled:selected > mark-good",
            "table-view status-table > table-row-cell:filled:selected > mark-old",
            "table-view status-table > table-row-cell:filled:selected > mark-trouble",
            "table-view status-table > table-row-cell:filled:selected > mark-waiting",
            "table-view history-table > table-row-cell:break:filled:selected > table-cell",
            "table-view history-table > table-row-cell:break:filled > table-cell",
            "tree-view json-tree > tree-cell:filled > json-string",
            "tree-view json-tree > tree-cell:filled:selected > json-name",
            "tree-view json-tree > tree-cell:filled:selected > json-string",
            "tree-view json-tree > tree-cell:filled:selected > json-number",
            "tree-view json-tree > tree-cell:filled:selected > json-word",
            "tree-view json-tree > tree-cell:filled:match > json-string",
            "tree-view json-tree > tree-cell:filled:match > json-number",
            "tree-view json-tree > tree-cell:filled:match > json-word",
            "tree-view json-tree > tree-cell:filled:match:selected > json-string",
            "tree-view json-tree > tree-cell:filled:match:selected > json-number",
            "tree-view json-tree > tree-cell:filled:match:selected > json-word",
            "tree-view json-tree > tree-cell:added:filled:selected > json-before",
            "tree-view json-tree > tree-cell:removed:filled:selected > json-before",
            "log-foot > dropped", "exec-form > caption", "exec-form > frame", "key", "find-bar > muted",
            "sheet-title > muted", "sheet-title > dropped", "series-legend > legend-line > muted",
            "series-legend > legend-line:hover > muted", "series-legend > legend-line:hover > dropped",
            "series-legend > legend-line:hover > mark-good", "series-legend > legend-line:hover > mark-old",
            "series-legend > legend-line:hidden > legend-name", "chart-reading > muted");

    @BeforeAll
    static void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyWordStandsOutFromWhatIsBehindIt(Theme theme) {
        List<String> weak = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            StackPane root = shell(theme);
            return PLACES.stream().flatMap(place -> {
                Label words = new Label("words");
                return weak(root, place, words, words::getTextFill);
            }).toList();
        });
        assertThat(weak).isEmpty();
    }

    /// Each part of a line on each row that it can be on, and on what is marked in it.
    private static List<String> lines() {
        List<String> all = new ArrayList<>();
        List<String> names = IntStream.rangeClosed(1, 8).mapToObj(n -> "log-colour-" + n).toList();
        for (String row : List.of("", ":selected", ":ours", ":warn", ":error", ":warn:selected", ":error:selected")) {
            Stream.of(List.of("log-text", "log-time", "log-mark", "log-module", "log-colour-none"),
                    row.contains("warn") ? List.of("level-warn") : row.contains("error")
                            ? List.of("level-error", "level-fatal") : List.of("level-trace", "level-debug", "level-info",
                            "level-notice", "level-other", "level-ours"),
                    names, List.of("ansi-red", "ansi-green", "ansi-yellow", "ansi-blue", "ansi-magenta", "ansi-cyan",
                            "ansi-white", "ansi-black")).flatMap(List::stream)
                    .forEach(words -> all.add("log-sheet > log-row" + row + " > " + words));
        }
        return all;
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyPartOfALineStandsOut(Theme theme) {
        List<String> weak = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            StackPane root = shell(theme);
            List<String> all = new ArrayList<>(lines().stream().flatMap(place -> {
                Text words = new Text("words");
                return weak(root, place, words, words::getFill);
            }).toList());
            for (int n = 1; n <= 8; n++) {
                for (String state : List.of("", ":selected")) {
                    Label words = new Label("words");
                    all.addAll(weak(root, "streams-list > list-cell:filled" + state + " > stream-colour-" + n, words,
                            words::getTextFill).toList());
                }
            }
            return all;
        });
        assertThat(weak).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void buttonsAndTheWordsInEmptyFieldsStandOut(Theme theme) {
        List<String> weak = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            StackPane root = shell(theme);
            List<String> all = new ArrayList<>();
            for (String look : List.of("success", "accent", "danger", "")) {
                for (String state : List.of("", ":hover", ":focused", ":pressed")) {
                    Button button = new Button("words");
                    all.addAll(weak(root, "exec-form > " + look + state, button, button::getTextFill).toList());
                }
            }
            for (String state : List.of("", ":focused")) {
                TextField field = new TextField();
                field.setPromptText("prompt");
                all.addAll(weak(root, "search-box > search-field" + state, field, () -> field
                        .lookupAll(".text").stream().map(Text.class::cast)
                        .filter(text -> text.getText().equals("prompt")).findFirst()
                        .map(Text::getFill).orElse(Color.TRANSPARENT)).toList());
            }
            return all;
        });
        assertThat(weak).isEmpty();
    }

    private static StackPane shell(Theme theme) {
        theme.apply();
        StackPane root = new StackPane();
        root.getStyleClass().add("shell");
        Theme.dress(new Scene(root));
        return root;
    }

    private static Stream<String> weak(StackPane root, String place, Node words, Supplier<Paint> fill) {
        String[] steps = place.split(" > ");
        Node inner = words;
        for (int i = steps.length - 1; i >= 0; i--) {
            Node node = i == steps.length - 1 ? words : new StackPane(inner);
            String[] parts = steps[i].split(":");
            Stream.of(parts[0].split(" ")).filter(name -> !name.isEmpty()).forEach(node.getStyleClass()::add);
            for (int state = 1; state < parts.length; state++) {
                node.pseudoClassStateChanged(PseudoClass.getPseudoClass(parts[state]), true);
            }
            inner = node;
        }
        root.getChildren().setAll(inner);
        root.applyCss();
        root.layout();
        Color behind = behind(words, base(root));
        double ratio = ratio(over((Color) fill.get(), behind), behind);
        return ratio >= LEAST ? Stream.empty()
                : Stream.of(String.format(Locale.ROOT, "%s %.2f %s on %s", place, ratio, fill.get(), behind));
    }

    private static Color base(StackPane root) {
        return (Color) root.getBackground().getFills().getLast().getFill();
    }

    private static Color behind(Node node, Color base) {
        Parent around = node.getParent();
        Color below = around == null ? base : behind(around, base);
        if (node instanceof Region region && region.getBackground() != null) {
            for (BackgroundFill layer : region.getBackground().getFills()) {
                if (layer.getFill() instanceof Color colour) {
                    below = over(colour, below);
                }
            }
        }
        return below;
    }

    private static Color over(Color above, Color below) {
        return below.interpolate(new Color(above.getRed(), above.getGreen(), above.getBlue(), 1), above.getOpacity());
    }

    private static double ratio(Color a, Color b) {
        double more = Math.max(luminance(a), luminance(b));
        double less = Math.min(luminance(a), luminance(b));
        return (more + 0.05) / (less + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed()) + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}

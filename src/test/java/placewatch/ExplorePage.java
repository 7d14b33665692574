package placewatch;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import placewatch.control.log.LogSheet;
import placewatch.log.FilteredLines;
import placewatch.model.Quality;
import placewatch.model.StatusRow;
import placewatch.model.StatusValue;
import placewatch.rest.Function;
import placewatch.screen.explore.ExploreView;

/// Explore, in the words of its user.
final class ExplorePage {

    private final WindowUnderTest window;

    ExplorePage(WindowUnderTest window) {
        this.window = window;
    }

    ExplorePage search(String words) {
        window.type(ExploreView.PLACES_SEARCH, words);
        return this;
    }

    /// Waits for a zone or system of that title on the left.
    ExplorePage seesPlace(String title) {
        window.seeLine(ExploreView.PLACES_TREE, title, cell -> WindowUnderTest.says(cell, title));
        return this;
    }

    /// Finds a system by its whole title and opens it.
    ExplorePage open(String title) {
        search(title);
        // what was typed stands first among the results; before they are there, lines move under the mouse
        window.clickLine(ExploreView.PLACES_TREE, title,
                cell -> cell.getIndex() == 0 && WindowUnderTest.says(cell, title));
        window.until(title + " to be open", () -> Optional
                .ofNullable((Label) window.wiring().scene().lookup("#" + ExploreView.SYSTEM_TITLE))
                .filter(label -> label.getText().equals(title)).isPresent());
        return this;
    }

    ModulePage module(String slug) {
        window.clickLine(ExploreView.MODULES_LIST, slug, cell -> WindowUnderTest.says(cell, slug));
        window.until(slug + " to be open", () -> Optional
                .ofNullable((Label) window.wiring().scene().lookup("#" + ExploreView.MODULE_TITLE))
                .filter(label -> label.getText().equals(slug)).isPresent());
        return new ModulePage(window);
    }

    /// The chosen module's three panes.
    record ModulePage(WindowUnderTest window) {

        VariablePage status(String name) {
            return new VariablePage(window, name);
        }

        /// Starts the debug stream by its button, and waits until lines flow.
        ModulePage startDebug() {
            window.click(ExploreView.LOG_DEBUG);
            window.until("debug on", () -> ((Label) window.wiring().scene().lookup("#" + ExploreView.LOG_STATE))
                    .getText().contains("debug on"));
            return this;
        }

        /// The texts of the log's lines, seen or not.
        List<String> log() {
            LogSheet sheet = window.see(ExploreView.LOG_LIST);
            return WindowUnderTest.fx(() -> texts(sheet));
        }

        private static List<String> texts(LogSheet sheet) {
            FilteredLines lines = sheet.console().linesProperty().get();
            return LongStream.range(0, lines.size()).mapToObj(index -> lines.entry(index).text()).toList();
        }

        ModulePage logSays(String words) {
            LogSheet sheet = window.see(ExploreView.LOG_LIST);
            window.until("a line with “" + words + "”",
                    () -> texts(sheet).stream().anyMatch(line -> line.contains(words)));
            return this;
        }

        /// Waits until the log's latest line is wholly in sight.
        ModulePage showsItsLatestLine() {
            LogSheet sheet = window.see(ExploreView.LOG_LIST);
            window.until("the latest line in sight", () -> {
                FilteredLines lines = sheet.console().linesProperty().get();
                double end = sheet.lookupAll(".scroll-bar").stream().filter(Node::isVisible)
                        .filter(bar -> bar instanceof ScrollBar it && it.getOrientation() == Orientation.HORIZONTAL)
                        .mapToDouble(bar -> bar.localToScene(bar.getLayoutBounds()).getMinY()).min()
                        .orElseGet(() -> sheet.localToScene(sheet.getLayoutBounds()).getMaxY());
                return lines.size() > 0 && sheet.seenUntil() == lines.number(lines.size() - 1)
                        && sheet.lookupAll(".log-row").stream().filter(Node::isVisible)
                        .allMatch(row -> row.localToScene(row.getLayoutBounds()).getMaxY() <= end + 1);
            });
            return this;
        }

        /// Finds a function by its whole name and chooses it.
        Function chooses(String function) {
            window.type(ExploreView.EXEC_FUNCTIONS, function);
            ListView<Function> list = window.see(ExploreView.EXEC_FUNCTION_LIST);
            window.until(function + " to be offered", () -> list.getSelectionModel().getSelectedItem() != null
                    && list.getSelectionModel().getSelectedItem().name().equals(function));
            Function chosen = WindowUnderTest.fx(() -> list.getSelectionModel().getSelectedItem());
            window.robot().push(KeyCode.ENTER);
            return chosen;
        }

        /// Chooses a function, fills its first argument, and runs it.
        ModulePage exec(String function, String firstArgument) {
            Function chosen = chooses(function);
            if (!chosen.parameters().isEmpty() && !firstArgument.isEmpty()) {
                String id = ExploreView.argument(chosen.parameters().getFirst().name());
                if (window.see(id) instanceof CheckBox) {
                    // yes at the first, no at the second
                    for (int i = 0; i < (firstArgument.equals("true") ? 1 : 2); i++) {
                        window.click(id);
                    }
                } else if (window.see(id) instanceof ComboBox<?>) {
                    ComboBox<String> box = window.see(id);
                    WindowUnderTest.fx(() -> {
                        box.setValue(firstArgument);
                        return true;
                    });
                } else {
                    window.type(id, firstArgument);
                }
            }
            window.click(ExploreView.EXEC_RUN);
            return this;
        }

        /// Waits until the latest call is of that function.
        ModulePage latestCall(String function) {
            window.until("a call of " + function, () -> window.wiring().scene().getRoot()
                    .lookupAll("#" + ExploreView.EXEC_RUNS + " .run-name").stream()
                    .map(node -> ((Label) node).getText()).findFirst().filter(function::equals).isPresent());
            return this;
        }

        /// The latest call's end, as it is written under it.
        String answer() {
            AtomicReference<String> answer = new AtomicReference<>("");
            window.until("an answer", () -> {
                answer.set(window.wiring().scene().getRoot()
                        .lookupAll("#" + ExploreView.EXEC_RUNS + " .answer").stream()
                        .map(node -> ((Label) node).getText()).findFirst().orElse(""));
                return !answer.get().isEmpty();
            });
            return answer.get();
        }
    }

    /// One status variable's row.
    record VariablePage(WindowUnderTest window, String name) {

        private Optional<StatusRow> row() {
            TableView<StatusRow> table = window.see(ExploreView.STATUS_TABLE);
            return WindowUnderTest.fx(() -> table.getItems().stream()
                    .filter(row -> row.key().name().equals(name)).findFirst());
        }

        VariablePage becomes(String json) {
            TableView<StatusRow> table = window.see(ExploreView.STATUS_TABLE);
            window.until(name + " to become " + json, () -> table.getItems().stream()
                    .filter(row -> row.key().name().equals(name))
                    .anyMatch(row -> row.value().map(StatusValue::json).filter(json::equals).isPresent()));
            return this;
        }

        VariablePage isLive() {
            return hasQuality(Quality.Live.class);
        }

        VariablePage hasQuality(Class<? extends Quality> quality) {
            TableView<StatusRow> table = window.see(ExploreView.STATUS_TABLE);
            window.until(name + " to be " + quality.getSimpleName(), () -> table.getItems().stream()
                    .filter(row -> row.key().name().equals(name)).anyMatch(row -> quality.isInstance(row.quality())));
            return this;
        }

        String value() {
            return row().flatMap(StatusRow::value).map(StatusValue::json).orElse("");
        }
    }
}

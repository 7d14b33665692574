package placewatch.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.TreeItem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import tools.jackson.databind.json.JsonMapper;

class JsonTreeTest {

    @BeforeAll
    static void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    private static void onTree(java.util.function.Consumer<JsonTree> work) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> work.accept(new JsonTree()));
    }

    private static void show(JsonTree tree, String json) {
        tree.show(JsonMapper.shared().readTree(json));
    }

    private static TreeItem<JsonTree.Entry> child(TreeItem<JsonTree.Entry> item, String name) {
        return item.getChildren().stream().filter(c -> c.getValue().name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void aLongListComesInPieces() {
        onTree(tree -> {
            show(tree, IntStream.range(0, 450).mapToObj(Integer::toString).collect(Collectors.joining(",", "[", "]")));
            assertThat(tree.getRoot().getChildren()).extracting(c -> c.getValue().name())
                    .containsExactly("[0 … 199]", "[200 … 399]", "[400 … 449]");
            TreeItem<JsonTree.Entry> last = child(tree.getRoot(), "[400 … 449]");
            assertThat(last.getChildren()).hasSize(50);
            assertThat(last.getChildren().getLast().getValue().name()).isEqualTo("[449]");
        });
    }

    @Test
    void whatIsOpenStaysOpenWhenTheValueChanges() {
        onTree(tree -> {
            show(tree, "{\"on\":true,\"days\":[1,2,3]}");
            TreeItem<JsonTree.Entry> days = child(tree.getRoot(), "days");
            days.setExpanded(true);
            show(tree, "{\"on\":false,\"days\":[1,9,3,4]}");
            assertThat(child(tree.getRoot(), "days")).isSameAs(days);
            assertThat(days.isExpanded()).isTrue();
            assertThat(days.getChildren()).extracting(c -> c.getValue().value().toString())
                    .containsExactly("1", "9", "3", "4");
            assertThat(child(tree.getRoot(), "on").getValue().value().toString()).isEqualTo("false");
        });
    }

    @Test
    void aValueOfAnotherShapeReplacesTheOld() {
        onTree(tree -> {
            show(tree, "{\"a\":{\"b\":1}}");
            child(tree.getRoot(), "a").setExpanded(true);
            show(tree, "{\"x\":1,\"a\":2}");
            assertThat(tree.getRoot().getChildren()).extracting(c -> c.getValue().name()).containsExactly("x", "a");
            assertThat(child(tree.getRoot(), "a").isLeaf()).isTrue();
            show(tree, "[]");
            assertThat(tree.getRoot().getChildren()).isEmpty();
        });
    }
}

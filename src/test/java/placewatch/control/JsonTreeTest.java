package placewatch.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.TreeItem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import tools.jackson.databind.JsonNode;
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

    private static void show(JsonTree tree, String before, String now) {
        JsonNode node = JsonMapper.shared().readTree(now);
        tree.show(node, JsonChange.between(JsonMapper.shared().readTree(before), node, 10_000).change());
    }

    @Test
    void aLargeObjectComesInPiecesToo() {
        onTree(tree -> {
            show(tree, IntStream.range(0, 450).mapToObj(i -> "\"n" + i + "\":" + i)
                    .collect(Collectors.joining(",", "{", "}")));
            assertThat(tree.getRoot().getChildren()).extracting(c -> c.getValue().name())
                    .containsExactly("[0 … 199]", "[200 … 399]", "[400 … 449]");
            tree.reveal(new JsonPath(List.of("n333")));
            TreeItem<JsonTree.Entry> chosen = tree.getSelectionModel().getSelectedItem();
            assertThat(chosen.getValue().value().toString()).isEqualTo("333");
            assertThat(JsonTree.path(chosen).of("v")).isEqualTo("v.n333");
        });
    }

    @Test
    void aPartDeepInAListOfObjectsIsRevealedAndKnowsItsPath() {
        onTree(tree -> {
            show(tree, IntStream.range(0, 700).mapToObj(i -> "{\"id\":[" + i + "]}")
                    .collect(Collectors.joining(",", "[", "]")));
            tree.reveal(new JsonPath(List.of(512, "id", 0)));
            TreeItem<JsonTree.Entry> chosen = tree.getSelectionModel().getSelectedItem();
            assertThat(chosen.getValue().value().toString()).isEqualTo("512");
            assertThat(JsonTree.path(chosen).of("v")).isEqualTo("v[512].id[0]");
        });
    }

    @Test
    void whatWasRemovedStaysForOneValueAndWhatIsChosenStaysChosen() {
        onTree(tree -> {
            show(tree, "{\"a\":1,\"b\":{\"c\":2},\"z\":0}");
            TreeItem<JsonTree.Entry> b = child(tree.getRoot(), "b");
            b.setExpanded(true);
            tree.getSelectionModel().select(child(b, "c"));
            show(tree, "{\"a\":1,\"b\":{\"c\":2},\"z\":0}", "{\"new\":1,\"b\":{\"c\":3},\"z\":0}");
            assertThat(tree.getRoot().getChildren()).extracting(c -> c.getValue().name())
                    .containsExactly("new", "b", "z", "a");
            assertThat(child(tree.getRoot(), "a").getValue().removed()).isTrue();
            assertThat(child(tree.getRoot(), "new").getValue().change()).isInstanceOf(JsonChange.Added.class);
            assertThat(child(tree.getRoot(), "b")).isSameAs(b);
            assertThat(b.isExpanded()).isTrue();
            assertThat(child(b, "c").getValue().change()).isInstanceOf(JsonChange.Replaced.class);
            assertThat(JsonTree.path(tree.getSelectionModel().getSelectedItem()).of("v")).isEqualTo("v.b.c");
            show(tree, "{\"new\":1}", "{\"new\":1}");
            assertThat(tree.getRoot().getChildren()).extracting(c -> c.getValue().name()).containsExactly("new");
        });
    }
}

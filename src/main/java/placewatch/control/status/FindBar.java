package placewatch.control.status;

import atlantafx.base.controls.CustomTextField;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import placewatch.control.Icons;
import placewatch.control.JsonPath;
import placewatch.control.JsonTree;
import placewatch.control.Texts;
import placewatch.model.Background;
import placewatch.protocol.Subscription;
import tools.jackson.databind.JsonNode;

/// Looks for words in the value that the tree beside it shows.
final class FindBar extends HBox {

    /// Matches that are gone through; that there are more is said.
    private static final int MOST = 1_000;
    private static final long TYPED_MILLIS = 150;

    private final Background background;
    private final JsonTree tree;
    private final CustomTextField field = Icons.search("Find in this value");
    private final Label count = new Label();
    private JsonPath.Matches matches = new JsonPath.Matches(List.of(), true);
    private int at;
    private @Nullable JsonNode value;
    private Subscription looking = () -> { };

    FindBar(Background background, JsonTree tree) {
        super(4);
        this.background = background;
        this.tree = tree;
        getStyleClass().add("find-bar");
        setAlignment(Pos.CENTER_LEFT);
        field.setId(ValueView.VALUE_FIND);
        field.setMinWidth(80);
        HBox.setHgrow(field, Priority.ALWAYS);
        count.setId(ValueView.VALUE_FOUND);
        count.getStyleClass().add("muted");
        count.setMinWidth(Region.USE_PREF_SIZE);
        Button previous = Icons.button(Feather.CHEVRON_UP, "Previous match (Shift+Enter)");
        previous.setOnAction(_ -> go(-1));
        Button next = Icons.button(Feather.CHEVRON_DOWN, "Next match (Enter)");
        next.setOnAction(_ -> go(1));
        Button close = Icons.button(Feather.X, "Close (Esc)");
        close.setOnAction(_ -> close());
        getChildren().setAll(field, count, previous, next, close);
        field.textProperty().addListener(_ -> {
            looking.close();
            looking = background.after(TYPED_MILLIS, () -> look(true));
        });
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                go(event.isShiftDown() ? -1 : 1);
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        close();
    }

    /// Comes up, ready to be typed into.
    void open() {
        setVisible(true);
        setManaged(true);
        field.requestFocus();
        field.selectAll();
    }

    private void close() {
        setVisible(false);
        setManaged(false);
        field.clear();
        tree.requestFocus();
    }

    /// The tree shows another value from now on.
    void value(@Nullable JsonNode next) {
        value = next;
        if (!field.getText().isBlank()) {
            look(false);
        }
    }

    private void look(boolean going) {
        looking.close();
        String words = field.getText().strip();
        tree.highlight(words);
        JsonNode in = value;
        if (words.isEmpty() || in == null) {
            matches = new JsonPath.Matches(List.of(), true);
            count.setText("");
            return;
        }
        looking = background.work(() -> JsonPath.find(in, words, MOST), found -> {
            matches = found;
            at = going ? 0 : Math.min(at, Math.max(0, found.paths().size() - 1));
            if (going && !found.paths().isEmpty()) {
                tree.reveal(found.paths().getFirst());
            }
            say();
        });
    }

    private void go(int step) {
        int size = matches.paths().size();
        if (size > 0) {
            at = Math.floorMod(at + step, size);
            tree.reveal(matches.paths().get(at));
            say();
        }
    }

    private void say() {
        int size = matches.paths().size();
        count.setText(size == 0 ? "not in it"
                : Texts.grouped(at + 1) + " of " + (matches.whole() ? "" : "over ") + Texts.grouped(size));
    }
}

package placewatch.control.log;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import placewatch.control.CopySign;
import placewatch.control.Icons;
import placewatch.control.JsonTree;
import placewatch.control.Texts;
import placewatch.log.JsonInLine;
import placewatch.log.LineText;
import placewatch.log.LogEntry;
import placewatch.model.Background;
import placewatch.model.JsonRead;
import placewatch.protocol.Subscription;
import tools.jackson.databind.JsonNode;

/// One line whole: all that is known of it, its text with every further line, and the JSON in it as a tree.
final class LineDetail extends BorderPane {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS xxx", Locale.ROOT);

    private record Read(String text, Optional<JsonNode> json) { }

    private final Background background;
    private final Label head = new Label();
    private final TextArea text = new TextArea();
    private final JsonTree tree = new JsonTree();
    private final ToggleButton asText = new ToggleButton("Text");
    private final ToggleButton asTree = new ToggleButton("JSON");
    private Subscription reading = () -> { };
    private String whole = "";
    private boolean treeWanted = true;

    /// @param onClose the reader has seen enough
    LineDetail(String id, Background background, Runnable onClose) {
        this.background = background;
        getStyleClass().add("line-detail");
        setId(id + "-detail");
        head.getStyleClass().addAll("mono", "muted");
        head.setMinWidth(0);
        text.setId(id + "-detail-text");
        text.setEditable(false);
        text.setWrapText(true);
        text.getStyleClass().add("mono");
        tree.setId(id + "-detail-json");
        ToggleGroup group = new ToggleGroup();
        for (ToggleButton button : List.of(asText, asTree)) {
            button.setToggleGroup(group);
            button.getStyleClass().add("follow");
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        asText.setOnAction(_ -> show(asTree.isSelected()));
        asTree.setOnAction(_ -> show(asTree.isSelected()));
        Button copy = Icons.button(Feather.COPY, "Copy the whole message as it came");
        CopySign.on(copy, () -> whole);
        Button close = Icons.button(Feather.X, "Close (Esc)");
        close.setOnAction(_ -> onClose.run());
        for (Button button : List.of(copy, close)) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(6, head, gap, asText, asTree, copy, close);
        line.getStyleClass().addAll("history-head", "line-detail-head");
        setTop(line);
    }

    private void show(boolean wantsTree) {
        treeWanted = wantsTree;
        if (wantsTree) {
            asTree.setSelected(true);
            setCenter(tree);
        } else {
            asText.setSelected(true);
            setCenter(text);
        }
    }

    void show(LogEntry entry) {
        reading.close();
        whole = entry.text();
        String module = entry.source().slug();
        head.setText(MOMENT.format(entry.at().atZone(ZoneId.systemDefault()))
                + (module.isEmpty() ? "" : "  " + module)
                + (entry.source().systemName().isEmpty() ? "" : " in " + entry.source().systemName())
                + (entry.level().isEmpty() ? "" : "  " + entry.level()) + "  " + Texts.size(whole.length()));
        reading = background.work(() -> new Read(LineText.plain(entry.text()),
                JsonInLine.in(entry.text()).flatMap(found -> tree(found.json()))), read -> {
            text.setText(read.text());
            asTree.setDisable(read.json().isEmpty());
            boolean wanted = treeWanted;
            read.json().ifPresentOrElse(json -> {
                tree.show(json);
                show(wanted);
            }, () -> {
                show(false);
                treeWanted = wanted;
            });
        });
    }

    private static Optional<JsonNode> tree(String json) {
        JsonNode read = JsonRead.tree(json);
        return read.isContainer() ? Optional.of(read) : Optional.empty();
    }

    void close() {
        reading.close();
    }
}

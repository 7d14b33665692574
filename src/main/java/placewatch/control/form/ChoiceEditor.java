package placewatch.control.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import org.controlsfx.control.SearchableComboBox;
import org.jspecify.annotations.Nullable;
import placewatch.form.Draft;
import tools.jackson.databind.JsonNode;

/// One of several values, with a search where there are many. The first line takes the choice back.
final class ChoiceEditor implements ShapeEditor {

    private static final int MANY = 8;
    private static final PseudoClass UNCHOSEN = PseudoClass.getPseudoClass("unchosen");

    private final Map<String, String> jsonByWords = new LinkedHashMap<>();
    private final ComboBox<String> box;
    private final String blank;
    private boolean showing;

    /// @param blank what stands there while nothing is chosen
    ChoiceEditor(List<JsonNode> values, String blank, Asked asked, Consumer<Draft> changed) {
        box = values.size() > MANY ? new SearchableComboBox<>() : new ComboBox<>();
        this.blank = blank;
        for (JsonNode value : values) {
            String words = value.isString() && !value.asString().isBlank() ? value.asString() : value.toString();
            jsonByWords.put(jsonByWords.containsKey(words) || words.equals(blank) ? value.toString() : words,
                    value.toString());
        }
        box.setId(asked.id());
        box.setAccessibleText(asked.name());
        box.getItems().add(blank);
        box.getItems().addAll(jsonByWords.keySet());
        box.setValue(blank);
        box.getStyleClass().add("small");
        box.setMaxWidth(Double.MAX_VALUE);
        box.setCellFactory(_ -> new WordsCell());
        box.setButtonCell(new WordsCell());
        box.valueProperty().addListener((_, _, words) -> {
            if (!showing) {
                changed.accept(Draft.typed(words == null ? "" : jsonByWords.getOrDefault(words, "")));
            }
        });
    }

    /// What is not chosen yet looks as what an empty field wants does.
    private final class WordsCell extends ListCell<String> {
        @Override
        protected void updateItem(@Nullable String words, boolean empty) {
            super.updateItem(words, empty);
            setText(empty || words == null ? "" : words);
            pseudoClassStateChanged(UNCHOSEN, blank.equals(words));
        }
    }

    @Override
    public void show(Draft draft) {
        showing = true;
        String json = draft instanceof Draft.Typed(String text) ? text : "";
        box.setValue(jsonByWords.entrySet().stream().filter(entry -> entry.getValue().equals(json))
                .map(Map.Entry::getKey).findFirst().orElse(blank));
        showing = false;
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public Node first() {
        return box;
    }
}

package placewatch.control.form;

import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;
import placewatch.form.Draft;
import tools.jackson.databind.JsonNode;

/// One of a few values. The first line takes the choice back.
final class ChoiceEditor implements ShapeEditor {

    /// More than these are searched: see [SearchedChoiceEditor].
    static final int MANY = 8;

    private static final PseudoClass UNCHOSEN = PseudoClass.getPseudoClass("unchosen");

    private final ChoiceWords values;
    private final ComboBox<String> box = new ComboBox<>();
    private final String blank;
    private boolean showing;

    /// @param blank what stands there while nothing is chosen
    ChoiceEditor(List<JsonNode> values, String blank, Asked asked, Consumer<Draft> changed) {
        this.values = new ChoiceWords(values);
        this.blank = blank;
        box.setId(asked.id());
        box.setAccessibleText(asked.name());
        box.getItems().add(blank);
        box.getItems().addAll(this.values.words());
        box.setValue(blank);
        box.getStyleClass().add("small");
        box.setMaxWidth(Double.MAX_VALUE);
        box.setCellFactory(_ -> new WordsCell());
        box.setButtonCell(new WordsCell());
        box.valueProperty().addListener((_, _, words) -> {
            if (!showing) {
                changed.accept(Draft.typed(words == null || words.equals(blank) ? "" : this.values.json(words).orElse("")));
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
        box.setValue(values.wordsOf(json).orElse(blank));
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

package placewatch.control.form;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import placewatch.form.JsonFault;

/// A list of arguments as JSON text. What is wrong with it stands under it, with the line and a mark under the place.
public final class JsonListEditor extends VBox {

    private static final int LEAST_ROWS = 2;
    private static final int MOST_ROWS = 14;

    private final TextArea area = new TextArea();
    private final Label words = new Label();
    private final Label excerpt = new Label();
    private final Hyperlink go = new Hyperlink("Go to it");
    private Optional<JsonFault> fault = Optional.empty();

    /// @param id     of the text
    /// @param text   what is typed; bound both ways
    /// @param faults what is wrong with it
    public JsonListEditor(String id, Property<String> text, ObservableValue<Optional<JsonFault>> faults) {
        super(4);
        area.setId(id);
        area.setAccessibleText("Arguments as a JSON list");
        area.setPromptText("[true, \"hdmi1\"]");
        area.getStyleClass().addAll("small", "mono");
        Marking.tabLeaves(area);
        area.textProperty().bindBidirectional(text);
        area.textProperty().subscribe(typed -> area.setPrefRowCount(Math.clamp(typed.lines().count(), LEAST_ROWS, MOST_ROWS)));
        words.setId(id + "-fault");
        words.getStyleClass().add("form-fault");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        excerpt.getStyleClass().addAll("mono", "form-excerpt");
        excerpt.setMinWidth(0);
        excerpt.setMinHeight(Region.USE_PREF_SIZE);
        excerpt.setMaxWidth(Double.MAX_VALUE);
        go.setAccessibleText("Go to the fault in the JSON list");
        go.setMinWidth(Region.USE_PREF_SIZE);
        go.setOnAction(_ -> goThere());
        // the same fault may stand in another text
        area.textProperty().addListener(_ -> excerpt());
        HBox said = new HBox(8, words, go);
        getChildren().setAll(area, said, excerpt);
        faults.subscribe(found -> {
            fault = found;
            found.ifPresent(it -> words.setText(it.words()));
            excerpt();
            said.setVisible(found.isPresent());
            said.setManaged(found.isPresent());
            excerpt.setVisible(found.isPresent());
            excerpt.setManaged(found.isPresent());
            area.pseudoClassStateChanged(Styles.STATE_DANGER, found.isPresent());
            area.setAccessibleHelp(found.map(JsonFault::words).orElse(""));
        });
    }

    private void excerpt() {
        fault.filter(it -> it.offset() <= area.getLength())
                .ifPresent(it -> excerpt.setText(it.excerpt(area.getText())));
    }

    /// Brings the cursor to what is wrong.
    public void goThere() {
        area.requestFocus();
        fault.ifPresent(it -> {
            int at = Math.min(it.offset(), area.getLength());
            area.selectRange(at, Math.min(at + 1, area.getLength()));
        });
    }

    /// What the cursor goes to.
    public TextArea area() {
        return area;
    }
}

package placewatch.screen.explore;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import placewatch.control.CopySign;
import placewatch.control.Icons;

/// What became of the open module while nobody asked; there only while there is something to say.
final class HappenedLine extends HBox {

    HappenedLine(ModuleModel model) {
        super(8);
        getStyleClass().addAll("outcome-line", "happened-line");
        Label words = new Label();
        words.setId(ExploreView.MODULE_HAPPENED);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        words.textProperty().bind(model.happenedProperty());
        HBox.setHgrow(words, Priority.ALWAYS);
        Button copy = new Button("Copy the values from before");
        copy.setId(ExploreView.MODULE_BEFORE);
        copy.getStyleClass().add("small");
        copy.setMinWidth(USE_PREF_SIZE);
        CopySign.on(copy, () -> model.lastValues().map(LastValues::tabSeparated).orElse(""));
        Button close = Icons.button(Feather.X, "Put this message away");
        close.setOnAction(_ -> model.forget());
        getChildren().setAll(words, copy, close);
        visibleProperty().bind(model.happenedProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
    }
}

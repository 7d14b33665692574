package placewatch.screen.explore;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import placewatch.control.Icons;

/// What came of the latest start, stop or ping; there only while there is something to say.
final class OutcomeLine extends HBox {

    OutcomeLine(Actions actions) {
        super(8);
        getStyleClass().add("outcome-line");
        Label words = new Label();
        words.setId(ExploreView.ACTION_OUTCOME);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.textProperty().bind(actions.outcomeProperty());
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        actions.failedProperty().subscribe(failed -> {
            words.getStyleClass().remove("trouble");
            if (failed) {
                words.getStyleClass().add("trouble");
            }
        });
        Button close = Icons.button(Feather.X, "Put this message away");
        close.setOnAction(_ -> actions.forget());
        getChildren().setAll(words, close);
        visibleProperty().bind(actions.outcomeProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
    }
}

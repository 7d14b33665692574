package placewatch.screen.explore;

import java.nio.charset.StandardCharsets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import placewatch.control.CopySign;
import placewatch.control.Icons;
import placewatch.control.Texts;

/// The frame that Run sends: how long it is, the beginning of it, and all of it to be copied, with secrets masked.
final class FrameView extends VBox {

    /// Characters that are shown.
    private static final int SHOWN = 600;

    private final Button copy = Icons.button(Feather.COPY, "Copy the whole frame");

    FrameView(FormModel model) {
        super(4);
        Label size = new Label();
        size.setId(ExploreView.EXEC_FRAME_SIZE);
        size.getStyleClass().add("caption");
        size.setMinWidth(0);
        size.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(size, Priority.ALWAYS);
        copy.setId(ExploreView.EXEC_FRAME_COPY);
        copy.setMinWidth(Region.USE_PREF_SIZE);
        // a command does the same, and Tab goes from what is typed to Run
        copy.setFocusTraversable(false);
        CopySign.on(copy, () -> model.frameProperty().get());
        HBox head = new HBox(4, size, copy);
        head.getStyleClass().add("run-line");
        Label frame = new Label();
        frame.setId(ExploreView.EXEC_FRAME);
        frame.getStyleClass().addAll("mono", "frame");
        frame.setWrapText(true);
        frame.setMaxWidth(Double.MAX_VALUE);
        frame.setMinHeight(Region.USE_PREF_SIZE);
        Label masked = new Label("What looks like a secret is shown and copied as ••••••, and sent as you gave it.");
        masked.getStyleClass().add("muted");
        masked.setWrapText(true);
        masked.setMinHeight(Region.USE_PREF_SIZE);
        masked.visibleProperty().bind(model.maskedProperty());
        masked.managedProperty().bind(model.maskedProperty());
        getChildren().setAll(head, frame, masked);
        model.frameProperty().subscribe(whole -> {
            frame.setText(CallWords.cut(whole, SHOWN));
            size.setText("sends " + Texts.size(whole.getBytes(StandardCharsets.UTF_8).length)
                    + (whole.length() > SHOWN ? ", this is the beginning" : ""));
        });
        visibleProperty().bind(model.frameProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
    }

    /// Takes the whole frame away.
    void copy() {
        copy.fire();
    }
}

package placewatch.control.takeaway;

import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import placewatch.control.CopySign;
import placewatch.control.Icons;
import placewatch.export.SavedExport;

/// What became of the latest export; there only while there is something to say. Where a file went is said for a while;
/// why one did not come about, until it is read.
final class TakeawayLine extends VBox {

    private static final Duration SAYS_WHERE = Duration.ofSeconds(12);

    /// Shorter waits need no words.
    private static final Duration SOON = Duration.ofMillis(300);

    private final Carrier carrier;
    private final Label words = new Label();
    private final HBox ways = new HBox(4);
    private final Button again = new Button("Choose another place…");
    private final Button copy = Icons.button(Feather.COPY, "Copy this with the details");
    private final Button close = Icons.button(Feather.X, "Put this message away");
    private String details = "";
    private Runnable closing = () -> { };
    private int news;

    TakeawayLine(String id, Carrier carrier) {
        super(4);
        this.carrier = carrier;
        getStyleClass().addAll("outcome-line", "takeaway-line");
        words.setId(id);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        again.setId(id + "-again");
        again.getStyleClass().add("small");
        for (Button button : new Button[] {again, copy, close}) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        CopySign.on(copy, () -> details);
        close.setOnAction(_ -> {
            closing.run();
            away();
        });
        HBox said = new HBox(8, words, close);
        said.getStyleClass().add("takeaway-said");
        // below, as some panes are narrow
        ways.getChildren().setAll(again, copy);
        ways.managedProperty().bind(ways.visibleProperty());
        again.managedProperty().bind(again.visibleProperty());
        getChildren().setAll(said, ways);
        managedProperty().bind(visibleProperty());
        away();
    }

    /// Puts away what is said.
    private void away() {
        news++;
        closing = () -> { };
        setVisible(false);
    }

    /// A file is being written; closing the line gives it up.
    void saving(Path file, Runnable giveUp) {
        away();
        closing = giveUp;
        int mine = news;
        carrier.after(SOON, () -> {
            if (mine == news) {
                say(TakeawayTexts.saving(file), false);
            }
        });
    }

    void saved(int rows, SavedExport.Saved ended) {
        saved(TakeawayTexts.saved(rows, ended.file()));
    }

    void savedLines(long lines, Path file) {
        saved(TakeawayTexts.savedLines(lines, file));
    }

    private void saved(String sentence) {
        away();
        say(sentence, false);
        int mine = news;
        carrier.after(SAYS_WHERE, () -> {
            if (mine == news) {
                away();
            }
        });
    }

    /// @param elsewhere asks again where it goes
    void notSaved(SavedExport.NotSaved ended, Runnable elsewhere) {
        trouble(ended.sentence(), ended.detail());
        again.setVisible(true);
        again.setOnAction(_ -> elsewhere.run());
    }

    /// Something that another place would not mend.
    void trouble(String sentence, String detail) {
        away();
        details = sentence + (detail.isEmpty() ? "" : "\n" + detail);
        again.setVisible(false);
        say(sentence, true);
    }

    private void say(String sentence, boolean trouble) {
        words.setText(sentence);
        words.getStyleClass().setAll("label", trouble ? "trouble" : "muted");
        ways.setVisible(trouble);
        setVisible(true);
    }
}

package placewatch.screen.explore;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import placewatch.settings.DangerousCalls;

/// The list of functions that ask first, to be changed: a pattern in each line.
final class DangerousView extends VBox {

    private final TextArea patterns = new TextArea();
    private final Label wrong = new Label();

    /// @param onClose it was saved, or left as it was
    DangerousView(CallBook book, Runnable onClose) {
        super(6);
        Label what = new Label("Functions that ask first, one in a line: a word of the name (reset), a whole name with * "
                + "(*_off), or a name with its first argument (power(false)). Functions that end in ? never ask.");
        what.getStyleClass().add("muted");
        what.setWrapText(true);
        what.setMinHeight(USE_PREF_SIZE);
        patterns.setId(ExploreView.DANGEROUS_PATTERNS);
        patterns.setAccessibleText("Functions that ask first");
        patterns.getStyleClass().addAll("small", "mono");
        patterns.setPrefRowCount(6);
        show(book.dangerous());
        wrong.getStyleClass().add("trouble");
        wrong.setWrapText(true);
        wrong.managedProperty().bind(wrong.visibleProperty());
        wrong.setVisible(false);
        Button save = new Button("Save");
        save.setId(ExploreView.DANGEROUS_SAVE);
        save.setOnAction(_ -> {
            try {
                book.dangerous(new DangerousCalls(patterns.getText().lines().toList()));
                onClose.run();
            } catch (IllegalArgumentException e) {
                wrong.setText(e.getMessage());
                wrong.setVisible(true);
            }
        });
        Button usual = new Button("As at first");
        usual.setOnAction(_ -> show(DangerousCalls.usual()));
        Button cancel = new Button("Cancel");
        cancel.setOnAction(_ -> onClose.run());
        HBox buttons = new HBox(6, save, usual, cancel);
        buttons.getChildren().forEach(button -> button.getStyleClass().add("small"));
        // what is wrong last: it must not push the buttons away under the mouse
        getChildren().setAll(what, patterns, buttons, wrong);
    }

    private void show(DangerousCalls calls) {
        patterns.setText(String.join("\n", calls.patterns()));
    }

    /// Brings the cursor here.
    void attend() {
        patterns.requestFocus();
    }
}

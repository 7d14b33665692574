package placewatch.control;

import atlantafx.base.controls.CustomTextField;
import javafx.scene.Cursor;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Controls that are used all over, made in one way.
public final class Icons {

    private Icons() {
    }

    /// An icon of the one pack.
    public static FontIcon icon(Feather feather) {
        return new FontIcon(feather);
    }

    /// A small button that shows an icon; the words are its tooltip and what a screen reader says.
    public static Button button(Feather feather, String words) {
        Button button = new Button("", icon(feather));
        button.getStyleClass().addAll("flat", "small", "icon-button");
        button.setAccessibleText(words);
        Hint.on(button, words);
        return button;
    }

    /// A text field with a magnifying glass, and a cross once something is in it.
    public static CustomTextField search(String prompt) {
        return field(Feather.SEARCH, prompt);
    }

    /// A text field with an icon, and a cross once something is in it.
    public static CustomTextField field(Feather feather, String prompt) {
        CustomTextField field = new CustomTextField();
        FontIcon clear = icon(Feather.X);
        clear.setAccessibleText("Clear");
        clear.setOnMouseClicked(_ -> field.clear());
        clear.setCursor(Cursor.DEFAULT);
        clear.visibleProperty().bind(field.textProperty().isNotEmpty());
        field.setLeft(icon(feather));
        field.setRight(clear);
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        field.getStyleClass().addAll("small", "search-field");
        return field;
    }
}

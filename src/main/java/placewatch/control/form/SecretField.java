package placewatch.control.form;

import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.TextFieldSkin;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import placewatch.control.Icons;

/// One line that nobody reads over a shoulder: dots stand for what is typed, until the person asks to see it. What is
/// hidden is not copied either.
final class SecretField extends TextField {

    static final String EYE = "secret-eye";

    private boolean open;

    SecretField() {
        getStyleClass().add("secret-field");
        setSkin(new Dots(this));
    }

    /// Shows what is typed, and hides it again.
    Button eye(String name) {
        Button eye = Icons.button(Feather.EYE, "Show what is typed");
        eye.getStyleClass().add(EYE);
        eye.setMinWidth(Region.USE_PREF_SIZE);
        eye.setAccessibleText("Show " + name);
        eye.setOnAction(_ -> {
            open = !open;
            // a skin asks only once what a text looks like
            setSkin(new Dots(this));
            eye.setGraphic(Icons.icon(open ? Feather.EYE_OFF : Feather.EYE));
            eye.setAccessibleText((open ? "Hide " : "Show ") + name);
        });
        return eye;
    }

    @Override
    public void copy() {
        if (open) {
            super.copy();
        }
    }

    @Override
    public void cut() {
        if (open) {
            super.cut();
        }
    }

    private static final class Dots extends TextFieldSkin {

        Dots(SecretField field) {
            super(field);
        }

        @Override
        protected String maskText(String text) {
            // a skin that was replaced is still asked, and has no field
            return getSkinnable() instanceof SecretField field && field.open ? text : "•".repeat(text.length());
        }
    }
}

package placewatch.control;

import java.util.List;
import javafx.scene.control.Labeled;
import placewatch.model.Quality;

/// A form and a colour for a state, so that colour is never alone: a dot, a ring, a triangle, a square.
public enum Mark {
    GOOD("●", "mark-good"),
    WAITING("◌", "mark-waiting"),
    OLD("◔", "mark-old"),
    TROUBLE("▲", "mark-trouble"),
    STOPPED("■", "mark-stopped"),
    NEUTRAL("○", "mark-neutral");

    private static final List<String> CLASSES = List.of(
            GOOD.styleClass, WAITING.styleClass, OLD.styleClass, TROUBLE.styleClass, STOPPED.styleClass,
            NEUTRAL.styleClass);

    private final String glyph;
    private final String styleClass;

    Mark(String glyph, String styleClass) {
        this.glyph = glyph;
        this.styleClass = styleClass;
    }

    /// How a quality is marked.
    public static Mark of(Quality quality) {
        return switch (quality) {
            case Quality.Live() -> GOOD;
            case Quality.Binding(), Quality.NoValueYet() -> WAITING;
            case Quality.LastKnown(var _, var _), Quality.NotConnected() -> OLD;
            case Quality.ModuleStopped() -> STOPPED;
            case Quality.Missing(var _), Quality.Refused(var _), Quality.Unanswered() -> TROUBLE;
        };
    }

    /// Its form, to stand before words.
    public String glyph() {
        return glyph;
    }

    /// Its colour.
    public String styleClass() {
        return styleClass;
    }

    /// Shows this mark before `words` in a label that is used again and again.
    public void on(Labeled label, String words) {
        label.setText(words.isEmpty() ? glyph : glyph + " " + words);
        // styling anew costs, and most labels keep their mark
        if (!label.getStyleClass().contains(styleClass)) {
            label.getStyleClass().removeAll(CLASSES);
            label.getStyleClass().add(styleClass);
        }
    }

    /// Takes any mark off a label.
    public static void off(Labeled label) {
        label.setText("");
        label.getStyleClass().removeAll(CLASSES);
    }
}

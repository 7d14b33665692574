package placewatch.screen.explore;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import placewatch.form.Argument;
import placewatch.form.Draft;

/// One argument of the form: what was put into its editor, and what is wrong with that. JavaFX thread.
final class ArgumentLine {

    private final Argument argument;
    private final ObjectProperty<Draft> draft = new SimpleObjectProperty<>(Draft.NONE);
    private final ReadOnlyStringWrapper fault = new ReadOnlyStringWrapper("");

    ArgumentLine(Argument argument) {
        this.argument = argument;
    }

    Argument argument() {
        return argument;
    }

    /// What its editor shows while nothing is given: its default, which is never sent, or what is wanted.
    ///
    /// @param wanted in words
    String blank(String wanted) {
        return argument.standard().map(text -> (text.length() > 60 ? text.substring(0, 60) + "…" : text)
                + "  (default, not sent)").orElse(wanted);
    }

    ObjectProperty<Draft> draftProperty() {
        return draft;
    }

    void fault(String words) {
        fault.set(words);
    }

    /// In words; empty for none.
    ReadOnlyStringProperty faultProperty() {
        return fault.getReadOnlyProperty();
    }
}

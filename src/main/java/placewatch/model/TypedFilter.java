package placewatch.model;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A filter while a person types it: what is wrong with it is said, and until it is right again the last good one
/// stays in force. JavaFX thread.
public final class TypedFilter {

    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper wrong = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<NameFilter> inForce = new ReadOnlyObjectWrapper<>(NameFilter.NONE);

    public TypedFilter() {
        text.addListener(_ -> read());
    }

    private void read() {
        switch (NameFilter.read(text.get())) {
            case NameFilter.Read.Good(NameFilter filter) -> {
                wrong.set("");
                inForce.set(filter);
            }
            // what is missing at the end needs no place
            case NameFilter.Read.Wrong(String words, int at) -> wrong.set(
                    words + (at >= text.get().stripTrailing().length() ? "" : ", at character " + (at + 1)));
        }
    }

    /// As it is typed.
    public StringProperty textProperty() {
        return text;
    }

    /// What is wrong with the text; empty for nothing.
    public ReadOnlyStringProperty wrongProperty() {
        return wrong.getReadOnlyProperty();
    }

    /// The last good one.
    public ReadOnlyObjectProperty<NameFilter> inForceProperty() {
        return inForce.getReadOnlyProperty();
    }
}

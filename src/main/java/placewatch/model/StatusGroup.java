package placewatch.model;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.StatusKey;

/// The heading of some rows in a table: it stands among them, and is no variable itself. JavaFX thread.
public final class StatusGroup extends StatusRow {

    private final String id;
    private final String title;
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private boolean folded;

    /// @param id    tells it from others of the same title
    /// @param title what people read
    public StatusGroup(String id, String title) {
        super(new StatusKey(new ModuleAddress("group", "group", 1), "group"));
        this.id = id;
        this.title = title;
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    /// How many there are, and how they fare.
    public ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    public void words(String next) {
        words.set(next);
    }

    /// Whether only the heading is shown.
    public boolean folded() {
        return folded;
    }

    public void folded(boolean now) {
        folded = now;
    }
}

package placewatch.screen.watch;

import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;

/// Something beside the watch tables that has a line in their list and a screen of its own. JavaFX thread.
public interface Page {

    /// What stands in the list.
    ReadOnlyStringProperty nameProperty();

    /// What is shown while the page is chosen. Asked for each time it is chosen.
    Region view();

    /// It is not on screen any more.
    default void left() {
    }

    /// It was made just now: the keys go to it.
    default void begin() {
    }

    /// Deletes it, if that can be done at all.
    default void delete() {
    }

    /// What a right click on its line offers. Made each time.
    default List<MenuItem> menu() {
        return List.of();
    }
}

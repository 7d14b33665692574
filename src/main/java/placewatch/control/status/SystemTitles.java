package placewatch.control.status;

import javafx.beans.value.ObservableStringValue;

/// What people call the systems. JavaFX thread.
@FunctionalInterface
public interface SystemTitles {

    /// A system's title; its id while it is not known.
    ObservableStringValue title(String systemId);
}

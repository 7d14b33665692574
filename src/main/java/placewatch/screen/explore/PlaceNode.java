package placewatch.screen.explore;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import placewatch.rest.ControlSystem;
import placewatch.rest.Zone;

/// One line of the places tree. A zone's children come when it is opened.
final class PlaceNode {

    /// What the line stands for.
    sealed interface Content { }

    record OfZone(Zone zone) implements Content { }

    /// @param path  the zones it is in, as a line of text; empty where the tree shows them already
    record OfSystem(ControlSystem system, String path) implements Content { }

    /// Words in place of things: still loading, failed, nothing there.
    record Notice(String text) implements Content { }

    /// More of the list above it can be fetched.
    record More(String text, Runnable fetch) implements Content { }

    private final Content content;
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(-1);
    private final ObservableList<PlaceNode> children = FXCollections.observableArrayList();
    private boolean opened;

    PlaceNode(Content content) {
        this.content = content;
    }

    Content content() {
        return content;
    }

    /// Systems in a zone; -1 until the server told.
    ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    void count(int systems) {
        count.set(systems);
    }

    ObservableList<PlaceNode> children() {
        return children;
    }

    /// True for the first call only.
    boolean open() {
        boolean first = !opened;
        opened = true;
        return first;
    }
}

package placewatch.screen.explore;

import placewatch.rest.ControlSystem;

/// One line of the places, as it is now.
sealed interface PlaceNode {

    /// How deep it stands in the tree; 0 for the topmost.
    int depth();

    /// @param count systems in it that pass the filter; -1 until the server told
    /// @param open  what is in it stands below
    record OfZone(String title, boolean building, int depth, int count, boolean open) implements PlaceNode { }

    /// @param path  the zones it is in, or what else there is to say of it; empty where the tree says it
    record OfSystem(ControlSystem system, String path, int depth) implements PlaceNode { }

    /// A system that was not fetched yet, because nobody looked at it.
    record Waiting(int depth) implements PlaceNode { }

    /// Words in place of things: still loading, nothing there.
    record Notice(String text, int depth) implements PlaceNode { }

    /// Words that do something when they are clicked.
    record Act(String text, int depth, Runnable act) implements PlaceNode { }
}

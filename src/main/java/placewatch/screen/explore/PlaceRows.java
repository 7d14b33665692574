package placewatch.screen.explore;

import java.util.Collections;
import java.util.List;
import javafx.collections.ObservableListBase;

/// The lines of the section that is on screen, made one by one as they are looked at.
final class PlaceRows extends ObservableListBase<PlaceNode> {

    private static final PlaceNode GONE = new PlaceNode.Waiting(0);

    private PlaceSection shown;

    PlaceRows(PlaceSection first) {
        shown = first;
    }

    PlaceSection shown() {
        return shown;
    }

    /// Puts another section in its place.
    void show(PlaceSection next) {
        if (next != shown) {
            int before = shown.size();
            shown = next;
            changed(0, before, next.size());
        }
    }

    /// Passes on what changed in a section, if it is the one that is shown.
    void changed(PlaceSection section, int from, int before, int after) {
        if (section == shown) {
            changed(from, before, after);
        }
    }

    private void changed(int from, int before, int after) {
        if (before == 0 && after == 0) {
            return;
        }
        // nobody asks what the lines were
        List<PlaceNode> gone = Collections.nCopies(before, GONE);
        beginChange();
        if (before == 0) {
            nextAdd(from, from + after);
        } else if (after == 0) {
            nextRemove(from, gone);
        } else {
            nextReplace(from, from + after, gone);
        }
        endChange();
    }

    @Override
    public PlaceNode get(int index) {
        return shown.line(index);
    }

    @Override
    public int size() {
        return shown.size();
    }
}

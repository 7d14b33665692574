package placewatch.control.status;

import placewatch.model.Background;
import placewatch.model.StatusRow;

/// The rows of a table of status variables. JavaFX thread.
public final class LiveRows extends OrderedRows<StatusRow> {

    public LiveRows(Background background) {
        // as many as a module has: always at once
        super(background, Integer.MAX_VALUE);
    }
}

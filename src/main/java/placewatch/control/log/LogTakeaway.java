package placewatch.control.log;

import javafx.scene.Node;
import javafx.scene.layout.HBox;

/// stub
public final class LogTakeaway {
    private final HBox buttons = new HBox();
    private final HBox line = new HBox();
    void on(LogSheet sheet) { }
    Node line() { return line; }
    HBox buttons() { return buttons; }
    void copy() { }
}

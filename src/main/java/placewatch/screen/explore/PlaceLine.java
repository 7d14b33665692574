package placewatch.screen.explore;

import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// What stands in a cell that has something to say. Apart from the cell, as most cells of a window that begins stay empty,
/// and to make these nodes for them takes a good part of a start.
final class PlaceLine {

    private static final double GAP = 6;
    private static final double ELLIPSIS = 12;
    private static final double SOME = 24;

    private final Label arrow = new Label();
    private final Label name = new Label();
    private final Label side = new Label();
    private final Label star = new Label();
    private final HBox box;

    /// @param onStar hears of clicks on the star
    PlaceLine(Runnable onStar) {
        arrow.getStyleClass().add("place-arrow");
        side.getStyleClass().add("muted");
        star.getStyleClass().add("place-star");
        star.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox.setHgrow(name, Priority.SOMETIMES);
        box = new HBox(GAP, arrow, name, gap, side, star);
        box.getStyleClass().add("place-line");
        star.setOnMouseClicked(event -> {
            onStar.run();
            event.consume();
        });
        // the star is not the line: a click on it opens nothing
        star.setOnMousePressed(MouseEvent::consume);
        star.setOnMouseReleased(MouseEvent::consume);
    }

    HBox box() {
        return box;
    }

    Label arrow() {
        return arrow;
    }

    Label name() {
        return name;
    }

    Label side() {
        return side;
    }

    Label star() {
        return star;
    }

    /// As it is before something is said.
    void clear() {
        name.setMinWidth(0);
        name.setText("");
        name.getStyleClass().removeAll("muted", "more-link");
        side.setMinWidth(Region.USE_PREF_SIZE);
        side.setVisible(true);
        arrow.setText("");
        side.setText("");
        star.setText("");
    }

    /// The name says more than what stands beside it, which gives way first.
    ///
    /// @param width  of the cell, without its insets
    /// @param number whether what stands beside the name is one: cut, it says nothing
    void share(double width, boolean number) {
        double room = width - arrow.getMinWidth() - star.prefWidth(-1) - 2 * GAP - ELLIPSIS;
        name.setMinWidth(Math.clamp(name.prefWidth(-1), 0, Math.max(0, room)));
        double left = room - name.getMinWidth() - GAP;
        side.setVisible(left >= (number ? side.prefWidth(-1) : SOME));
    }
}

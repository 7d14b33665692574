package placewatch.screen.explore;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import placewatch.control.Texts;
import placewatch.rest.ControlSystem;

/// What stands in a cell that has something to say. Apart from the cell, as most cells of a window that begins stay empty,
/// and to make these nodes for them takes a good part of a start.
final class PlaceLine {

    private static final PseudoClass STARRED = PseudoClass.getPseudoClass("starred");
    private static final double INDENT = 16;
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

    /// As it is before something is said.
    void begin(int depth) {
        arrow.setMinWidth(INDENT * (depth + 1));
        arrow.setText("");
        name.setMinWidth(0);
        name.setText("");
        name.getStyleClass().removeAll("muted", "more-link");
        side.setMinWidth(Region.USE_PREF_SIZE);
        side.setVisible(true);
        side.setText("");
        star("", false);
    }

    void zone(PlaceNode.OfZone zone) {
        arrow.setText(zone.open() ? "▾" : "▸");
        name.setText(zone.title());
        side.setText(zone.count() < 0 ? "" : Texts.grouped(zone.count()));
    }

    void system(ControlSystem system, String path, boolean starred) {
        name.setText(system.title());
        side.setMinWidth(0);
        side.setText(!path.isEmpty() ? path
                : system.capacity() > 0 ? Texts.count(system.capacity(), "seat") : "");
        star(starred ? "★" : "☆", starred);
    }

    void words(String text, String style) {
        name.setText(text);
        name.getStyleClass().add(style);
    }

    /// What stands beside the name.
    String beside() {
        return side.getText();
    }

    private void star(String sign, boolean starred) {
        star.setText(sign);
        star.setVisible(!sign.isEmpty());
        star.setManaged(star.isVisible());
        star.pseudoClassStateChanged(STARRED, starred);
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

package placewatch.screen.explore;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import placewatch.control.Hint;
import placewatch.control.Texts;
import placewatch.rest.ControlSystem;

/// One line of the places on screen. It is used again and again and listens to nothing.
final class PlaceCell extends ListCell<PlaceNode> {

    private static final PseudoClass BUILDING = PseudoClass.getPseudoClass("building");
    private static final PseudoClass STARRED = PseudoClass.getPseudoClass("starred");
    private static final double INDENT = 16;
    private static final double GAP = 6;

    private final PlacesModel model;
    private final Runnable onLine;
    private final Label arrow = new Label();
    private final Label name = new Label();
    private final Label side = new Label();
    private final Label star = new Label();
    private final HBox line;
    private final Hint whole = new Hint(this);

    /// @param onLine hears that this shows another line than before
    PlaceCell(PlacesModel model, Runnable onLine) {
        this.model = model;
        this.onLine = onLine;
        arrow.getStyleClass().add("place-arrow");
        side.getStyleClass().add("muted");
        star.getStyleClass().add("place-star");
        star.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox.setHgrow(name, Priority.SOMETIMES);
        line = new HBox(GAP, arrow, name, gap, side, star);
        line.getStyleClass().add("place-line");
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        star.setOnMouseClicked(event -> {
            if (getItem() instanceof PlaceNode.OfSystem(ControlSystem system, var _, var _)) {
                model.favourites().toggle(system);
            }
            event.consume();
        });
        // the star is not the line: a click on it opens nothing
        star.setOnMousePressed(MouseEvent::consume);
        star.setOnMouseReleased(MouseEvent::consume);
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || isEmpty()) {
            return;
        }
        switch (getItem()) {
            case PlaceNode.OfZone _ -> {
                // a double click opens, too, and does not close again
                if (event.getClickCount() == 1) {
                    model.toggle(getIndex());
                }
            }
            case PlaceNode.Act act -> model.act(act);
            case PlaceNode.OfSystem _, PlaceNode.Waiting _, PlaceNode.Notice _ -> { }
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    /// The name says more than what stands beside it, which gives way first.
    @Override
    protected void layoutChildren() {
        if (getItem() instanceof PlaceNode.OfSystem system) {
            double room = getWidth() - snappedLeftInset() - snappedRightInset() - arrow.getMinWidth()
                    - star.prefWidth(-1) - 2 * GAP - 12;
            name.setMinWidth(Math.clamp(name.prefWidth(-1), 0, Math.max(0, room)));
            double left = room - name.getMinWidth() - GAP;
            // a number that is cut says nothing
            side.setVisible(left >= (system.path().isEmpty() ? side.prefWidth(-1) : 24));
        }
        super.layoutChildren();
    }

    @Override
    public void updateIndex(int index) {
        super.updateIndex(index);
        onLine.run();
    }

    @Override
    protected void updateItem(@Nullable PlaceNode node, boolean empty) {
        super.updateItem(node, empty);
        onLine.run();
        name.setMinWidth(0);
        side.setMinWidth(USE_PREF_SIZE);
        side.setVisible(true);
        name.getStyleClass().removeAll("muted", "more-link");
        arrow.setText("");
        side.setText("");
        star.setText("");
        boolean building = false;
        boolean starred = false;
        if (empty || node == null) {
            setGraphic(null);
            name.setText("");
            whole.say("");
            setAccessibleText("");
        } else {
            // not before there is something to say: to dress the lines of an empty list takes a good part of a start
            setGraphic(line);
            arrow.setMinWidth(INDENT * (node.depth() + 1));
            switch (node) {
                case PlaceNode.OfZone zone -> {
                    zone(zone);
                    building = zone.building();
                }
                case PlaceNode.OfSystem(ControlSystem system, String path, var _) -> {
                    starred = model.favourites().has(system.id());
                    system(system, path, starred);
                }
                case PlaceNode.Waiting _ -> words("loading…", "muted");
                case PlaceNode.Notice(String text, var _) -> words(text, "muted");
                case PlaceNode.Act(String text, var _, var _) -> words(text, "more-link");
            }
        }
        star.setVisible(!star.getText().isEmpty());
        star.setManaged(star.isVisible());
        pseudoClassStateChanged(BUILDING, building);
        star.pseudoClassStateChanged(STARRED, starred);
    }

    private void zone(PlaceNode.OfZone zone) {
        arrow.setText(zone.open() ? "▾" : "▸");
        name.setText(zone.title());
        side.setText(zone.count() < 0 ? "" : Texts.grouped(zone.count()));
        whole.say("");
        setAccessibleText(zone.title() + " " + side.getText() + ", zone, " + (zone.open() ? "open" : "closed"));
    }

    private void system(ControlSystem system, String path, boolean starred) {
        name.setText(system.title());
        side.setMinWidth(0);
        side.setText(!path.isEmpty() ? path
                : system.capacity() > 0 ? Texts.count(system.capacity(), "seat") : "");
        star.setText(starred ? "★" : "☆");
        whole.say(path.isEmpty() ? system.title() : system.title() + "\n" + path);
        setAccessibleText(system.title() + " " + side.getText() + (starred ? ", favourite" : ""));
    }

    private void words(String text, String style) {
        name.setText(text);
        name.getStyleClass().add(style);
        whole.say(text.length() > 30 ? text : "");
        setAccessibleText(text);
    }
}

package placewatch.screen.explore;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import placewatch.control.Hint;
import placewatch.control.Texts;
import placewatch.rest.ControlSystem;

/// One line of the places on screen. It is used again and again and listens to nothing.
final class PlaceCell extends ListCell<PlaceNode> {

    private static final PseudoClass BUILDING = PseudoClass.getPseudoClass("building");
    private static final PseudoClass STARRED = PseudoClass.getPseudoClass("starred");
    private static final double INDENT = 16;

    private final PlacesModel model;
    private final Runnable onLine;
    private final Hint whole = new Hint(this);
    private @Nullable PlaceLine made;

    /// @param onLine hears that this shows another line than before
    PlaceCell(PlacesModel model, Runnable onLine) {
        this.model = model;
        this.onLine = onLine;
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    }

    private PlaceLine line() {
        PlaceLine line = made;
        if (line == null) {
            line = new PlaceLine(() -> {
                if (getItem() instanceof PlaceNode.OfSystem(ControlSystem system, var _, var _)) {
                    model.favourites().toggle(system);
                }
            });
            made = line;
        }
        return line;
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

    @Override
    protected void layoutChildren() {
        if (getItem() instanceof PlaceNode.OfSystem system) {
            line().share(getWidth() - snappedLeftInset() - snappedRightInset(), system.path().isEmpty());
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
        if (empty || node == null) {
            setGraphic(null);
            whole.say("");
            setAccessibleText("");
            pseudoClassStateChanged(BUILDING, false);
            return;
        }
        PlaceLine line = line();
        line.clear();
        setGraphic(line.box());
        line.arrow().setMinWidth(INDENT * (node.depth() + 1));
        boolean starred = false;
        switch (node) {
            case PlaceNode.OfZone zone -> zone(line, zone);
            case PlaceNode.OfSystem(ControlSystem system, String path, var _) -> {
                starred = model.favourites().has(system.id());
                system(line, system, path, starred);
            }
            case PlaceNode.Waiting _ -> words(line, "loading…", "muted");
            case PlaceNode.Notice(String text, var _) -> words(line, text, "muted");
            case PlaceNode.Act(String text, var _, var _) -> words(line, text, "more-link");
        }
        Label star = line.star();
        star.setVisible(!star.getText().isEmpty());
        star.setManaged(star.isVisible());
        pseudoClassStateChanged(BUILDING, node instanceof PlaceNode.OfZone zone && zone.building());
        star.pseudoClassStateChanged(STARRED, starred);
    }

    private void zone(PlaceLine line, PlaceNode.OfZone zone) {
        line.arrow().setText(zone.open() ? "▾" : "▸");
        line.name().setText(zone.title());
        line.side().setText(zone.count() < 0 ? "" : Texts.grouped(zone.count()));
        whole.say("");
        setAccessibleText(zone.title() + " " + line.side().getText() + ", zone, " + (zone.open() ? "open" : "closed"));
    }

    private void system(PlaceLine line, ControlSystem system, String path, boolean starred) {
        line.name().setText(system.title());
        line.side().setMinWidth(0);
        line.side().setText(!path.isEmpty() ? path
                : system.capacity() > 0 ? Texts.count(system.capacity(), "seat") : "");
        line.star().setText(starred ? "★" : "☆");
        whole.say(path.isEmpty() ? system.title() : system.title() + "\n" + path);
        setAccessibleText(system.title() + " " + line.side().getText() + (starred ? ", favourite" : ""));
    }

    private void words(PlaceLine line, String text, String style) {
        line.name().setText(text);
        line.name().getStyleClass().add(style);
        whole.say(text.length() > 30 ? text : "");
        setAccessibleText(text);
    }
}

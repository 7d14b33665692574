package placewatch.screen.explore;

import javafx.css.PseudoClass;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import placewatch.control.Hint;
import placewatch.rest.ControlSystem;

/// One line of the places on screen. It is used again and again and listens to nothing.
final class PlaceCell extends ListCell<PlaceNode> {

    private static final PseudoClass BUILDING = PseudoClass.getPseudoClass("building");

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
            said("", "");
            pseudoClassStateChanged(BUILDING, false);
            return;
        }
        PlaceLine line = line();
        line.begin(node.depth());
        setGraphic(line.box());
        switch (node) {
            case PlaceNode.OfZone zone -> {
                line.zone(zone);
                said("", zone.title() + " " + line.beside() + ", zone, " + (zone.open() ? "open" : "closed"));
            }
            case PlaceNode.OfSystem(ControlSystem system, String path, var _) -> {
                boolean starred = model.favourites().has(system.id());
                line.system(system, path, starred);
                said(path.isEmpty() ? system.title() : system.title() + "\n" + path,
                        system.title() + " " + line.beside() + (starred ? ", favourite" : ""));
            }
            case PlaceNode.Waiting _ -> words(line, "loading…", "muted");
            case PlaceNode.Notice(String text, var _) -> words(line, text, "muted");
            case PlaceNode.Act(String text, var _, var _) -> words(line, text, "more-link");
        }
        pseudoClassStateChanged(BUILDING, node instanceof PlaceNode.OfZone zone && zone.building());
    }

    private void words(PlaceLine line, String text, String style) {
        line.words(text, style);
        said(text.length() > 30 ? text : "", text);
    }

    /// @param whole  under the mouse, as the line may be cut
    /// @param reader to a screen reader
    private void said(String whole, String reader) {
        this.whole.say(whole);
        setAccessibleText(reader);
    }
}

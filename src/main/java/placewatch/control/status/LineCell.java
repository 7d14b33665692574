package placewatch.control.status;

import javafx.geometry.Insets;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/// A table cell for one line that changes all the time. A cell whose own text changes has the table lay out and style
/// every row on screen; this one's text is in a label that the table does not manage, so that nothing but the label is
/// laid out and painted. JavaFX thread.
public abstract class LineCell<R, T> extends TableCell<R, T> {

    private final Label line = new Label();

    /// A cell shows no graphic that is not managed, so it stands in one that is.
    private final Pane slot = new Pane(line);

    protected LineCell() {
        line.setManaged(false);
        line.fontProperty().bind(fontProperty());
        line.alignmentProperty().bind(alignmentProperty());
        line.getStyleClass().setAll("line");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setGraphic(slot);
    }

    protected final Label line() {
        return line;
    }

    /// Whoever reads the screen aloud hears the same.
    ///
    /// @return whether these are other words than before
    protected final boolean show(String words) {
        boolean other = !words.equals(line.getText());
        if (other) {
            line.setText(words);
        }
        setAccessibleText(words);
        return other;
    }

    /// The line has the colour of the cell, as that is chosen or not.
    protected final void takeColour() {
        line.textFillProperty().bind(textFillProperty());
    }

    @Override
    protected void updateItem(@Nullable T item, boolean empty) {
        super.updateItem(item, empty);
        if (empty) {
            show("");
        }
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        Insets insets = getInsets();
        double width = Math.max(0, getWidth() - insets.getLeft() - insets.getRight());
        double height = Math.max(0, getHeight() - insets.getTop() - insets.getBottom());
        slot.resizeRelocate(insets.getLeft(), insets.getTop(), width, height);
        line.resizeRelocate(0, 0, width, height);
    }
}

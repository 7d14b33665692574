package placewatch.screen.watch;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.TableRow;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import placewatch.control.Mark;
import placewatch.control.status.LineCell;

/// The cells of a template's table. They are used again and again for other rooms and listen to nothing of their own:
/// once a pulse in which anything changed, the table has those on screen look whether it was theirs.
final class TemplateCells {

    private TemplateCells() { }

    /// The room's name.
    static final class Room extends LineCell<TemplateRow, TemplateRow> {
        Room() {
            getStyleClass().add("room-cell");
            takeColour();
        }

        @Override
        protected void updateItem(@Nullable TemplateRow row, boolean empty) {
            super.updateItem(row, empty);
            look();
        }

        void look() {
            TemplateRow row = getItem();
            String title = isEmpty() || row == null ? "" : row.system().title();
            if (!title.equals(line().getText())) {
                show(title);
            }
        }
    }

    /// What stands in a column of variables, with its quality in form and words.
    static final class Value extends LineCell<TemplateRow, TemplateRow> {
        private final TemplateColumn column;
        private final ReadOnlyObjectProperty<Instant> now;
        private @Nullable Tooltip tip;
        private @Nullable TemplateCell seen;
        private int version;
        private String styled = "";

        Value(TemplateColumn column, ReadOnlyObjectProperty<Instant> now) {
            this.column = column;
            this.now = now;
            takeColour();
            // a table makes hundreds of cells, and nearly none is ever pointed at
            addEventFilter(MouseEvent.MOUSE_ENTERED, _ -> makeTip());
        }

        private void makeTip() {
            if (tip == null) {
                Tooltip made = new Tooltip();
                made.setWrapText(true);
                made.setMaxWidth(420);
                made.setOnShowing(_ -> made.setText(words()));
                setTooltip(made);
                tip = made;
            }
        }

        private String words() {
            TemplateCell cell = cell();
            return cell == null ? "" : cell.words(now.get());
        }

        @Nullable TemplateCell cell() {
            TemplateRow row = getItem();
            return isEmpty() || row == null ? null : row.cell(column);
        }

        @Override
        protected void updateItem(@Nullable TemplateRow row, boolean empty) {
            super.updateItem(row, empty);
            look();
        }

        /// Shows what stands there now, if that is another than it shows.
        void look() {
            TemplateCell cell = cell();
            if (cell == seen && (cell == null || cell.version() == version)) {
                return;
            }
            seen = cell;
            if (cell == null) {
                line().setText("");
                style("");
                return;
            }
            version = cell.version();
            String text = cell.text();
            if (!text.equals(line().getText())) {
                line().setText(text);
            }
            style(switch (cell.mark()) {
                case GOOD -> "";
                case Mark mark -> mark == Mark.NEUTRAL ? "lacks-cell" : mark.styleClass();
            });
        }

        /// Styling anew costs, and most cells keep their style.
        private void style(String next) {
            if (!next.equals(styled)) {
                getStyleClass().remove(styled);
                styled = next;
                if (!next.isEmpty()) {
                    getStyleClass().add(next);
                }
            }
        }

        @Override
        public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
            TemplateCell cell = cell();
            return attribute == AccessibleAttribute.TEXT && cell != null
                    ? column.heading() + ", " + cell.spoken(now.get())
                    : super.queryAccessibleAttribute(attribute, parameters);
        }
    }

    /// A room that a screen reader reads whole.
    static final class Row extends TableRow<TemplateRow> {
        private final TemplateModel model;

        Row(TemplateModel model) {
            this.model = model;
        }

        @Override
        public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
            TemplateRow row = getItem();
            return attribute == AccessibleAttribute.TEXT && row != null ? row.system().title() + ": " + all(row)
                    : super.queryAccessibleAttribute(attribute, parameters);
        }

        private String all(TemplateRow row) {
            List<TemplateColumn> columns = model.columns();
            return columns.stream().map(column -> column.heading() + " "
                    + row.cell(column).spoken(model.nowProperty().get())).collect(Collectors.joining("; "));
        }
    }
}

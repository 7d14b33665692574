package placewatch.control.status;

import java.time.Instant;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import placewatch.control.Mark;
import placewatch.control.Texts;
import placewatch.control.TracePicture;
import placewatch.model.Quality;
import placewatch.model.StatusGroup;
import placewatch.model.StatusRow;
import placewatch.model.StatusValue;

/// The cells of the status table. They are used again and again for other rows, and listen to nothing of their own.
final class StatusCells {

    private StatusCells() {
    }

    private static @Nullable StatusRow rowOf(TableCell<StatusRow, ?> cell) {
        int index = cell.getIndex();
        return cell.isEmpty() || cell.getTableView() == null || index < 0
                || index >= cell.getTableView().getItems().size() ? null : cell.getTableView().getItems().get(index);
    }

    /// A row that a screen reader reads as name, value and quality; or a heading, which goes over all columns.
    static final class Row extends TableRow<StatusRow> {
        private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");

        private final CellClock clock;
        private final Label title = new Label();
        private final Label words = new Label();
        private final HBox heading = new HBox(8, title, words);

        Row(CellClock clock) {
            this.clock = clock;
            heading.setManaged(false);
            heading.setMouseTransparent(true);
            heading.getStyleClass().add("group-heading");
            title.getStyleClass().add("group-title");
            title.setMinWidth(0);
            words.getStyleClass().add("muted");
            words.setMinWidth(USE_PREF_SIZE);
        }

        @Override
        protected void updateItem(@Nullable StatusRow row, boolean empty) {
            super.updateItem(row, empty);
            boolean heads = !empty && row instanceof StatusGroup;
            pseudoClassStateChanged(HEADING, heads);
            words.textProperty().unbind();
            if (heads && row instanceof StatusGroup group) {
                title.setText((group.folded() ? "▸ " : "▾ ") + group.title());
                words.textProperty().bind(group.wordsProperty());
            }
            heading.setVisible(heads);
        }

        /// The row's skin knows of cells only.
        @Override
        protected void layoutChildren() {
            super.layoutChildren();
            if (heading.isVisible() || getChildren().contains(heading)) {
                if (!getChildren().contains(heading)) {
                    getChildren().add(heading);
                }
                heading.resizeRelocate(0, 0, getWidth(), getHeight());
            }
        }

        @Override
        public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
            StatusRow row = getItem();
            if (attribute == AccessibleAttribute.TEXT && row instanceof StatusGroup group) {
                return group.title() + ", " + group.wordsProperty().get() + (group.folded() ? ", folded" : "");
            }
            return attribute == AccessibleAttribute.TEXT && row != null
                    ? row.key().name() + ", " + row.value().map(StatusValue::shown).orElse("no value") + ", "
                            + Texts.quality(row.quality(), clock.now())
                    : super.queryAccessibleAttribute(attribute, parameters);
        }
    }

    /// The value in one line; the length of what had to be cut stands beside it.
    static final class Value extends LineCell<StatusRow, StatusValue> {
        /// From this length on the length is worth telling.
        private static final int LONG = 60;

        private final Label size = new Label();
        private final ChangeMarks marks;
        private final ChangeMarks.Mark mark = new ChangeMarks.Mark(this);
        private @Nullable StatusRow row;
        private @Nullable StatusValue before;

        Value(ChangeMarks marks) {
            this.marks = marks;
            getStyleClass().addAll("value-cell", "mono");
            takeColour();
            line().setContentDisplay(ContentDisplay.RIGHT);
            line().setGraphicTextGap(8);
            size.getStyleClass().addAll("muted", "mono");
            size.setMinWidth(USE_PREF_SIZE);
        }

        @Override
        protected void updateItem(@Nullable StatusValue value, boolean empty) {
            super.updateItem(value, empty);
            mark(value, empty);
            if (empty) {
                line().setGraphic(null);
                return;
            }
            boolean heads = rowOf(this) instanceof StatusGroup;
            show(value != null ? value.shown() : heads ? "" : "—");
            if (value == null && !heads) {
                setAccessibleText("no value");
            }
            if (value != null && value.json().length() > LONG) {
                size.setText(Texts.size(value.json().length()));
                line().setGraphic(size);
            } else {
                line().setGraphic(null);
            }
        }

        /// Only a change of the row that was shown before is one, and the first value is none.
        private void mark(@Nullable StatusValue value, boolean empty) {
            StatusRow now = empty ? null : rowOf(this);
            if (now != row || now == null) {
                marks.off(mark);
            } else if (value != before && before != null && value != null && now.changeSeen()
                    && !value.equals(before)) {
                marks.on(mark);
            }
            row = now;
            before = value;
        }
    }

    /// A word or a number as it is.
    static final class Plain<T> extends LineCell<StatusRow, T> {
        Plain(String... styleClasses) {
            getStyleClass().addAll(styleClasses);
            takeColour();
        }

        @Override
        protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            if (!empty) {
                show(item == null ? "" : item.toString());
            }
        }
    }

    /// The last minutes as a picture.
    static final class Minutes extends TableCell<StatusRow, StatusRow> implements CellClock.Aging {
        private final CellClock clock;
        private final TracePicture picture = new TracePicture();

        Minutes(CellClock clock) {
            this.clock = clock;
            getStyleClass().add("minutes-cell");
        }

        @Override
        protected void updateItem(@Nullable StatusRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                picture.show(null, clock.now());
                setGraphic(null);
                setAccessibleText("");
            } else {
                setGraphic(picture);
                age(clock.now());
            }
        }

        @Override
        public boolean age(Instant now) {
            StatusRow row = getItem();
            boolean painted = row != null && picture.show(row.trace(), now);
            if (painted) {
                setAccessibleText(picture.words());
            }
            return painted;
        }
    }

    /// How long ago it changed.
    static final class Age extends LineCell<StatusRow, Instant> implements CellClock.Aging {
        private final CellClock clock;

        Age(CellClock clock) {
            this.clock = clock;
            getStyleClass().add("muted");
            takeColour();
        }

        @Override
        protected void updateItem(@Nullable Instant changed, boolean empty) {
            super.updateItem(changed, empty);
            age(clock.now());
        }

        @Override
        public boolean age(Instant now) {
            StatusRow row = rowOf(this);
            Instant changed = getItem();
            return show(row == null || changed == null ? ""
                    : row.changeSeen() ? Texts.ago(changed, now) : Texts.overAgo(changed, now));
        }
    }

    /// The quality in words and form; why, and whether it is another module's, is the tooltip.
    static final class Trust extends LineCell<StatusRow, Quality> implements CellClock.Aging {
        private final CellClock clock;
        private final Tooltip why = new Tooltip();
        private @Nullable Quality marked;

        Trust(CellClock clock) {
            this.clock = clock;
            why.setWrapText(true);
            why.setMaxWidth(360);
            why.setOnShowing(_ -> why.setText(reason()));
            setTooltip(why);
        }

        @Override
        protected void updateItem(@Nullable Quality quality, boolean empty) {
            super.updateItem(quality, empty);
            age(clock.now());
        }

        @Override
        public boolean age(Instant now) {
            Quality quality = getItem();
            if (isEmpty() || quality == null) {
                Mark.off(line());
                setAccessibleText("");
                marked = null;
                return true;
            }
            String said = Texts.quality(quality, now);
            boolean otherwise = marked != quality || !Objects.equals(getAccessibleText(), said);
            if (otherwise) {
                marked = quality;
                Mark.of(quality).on(line(), said);
                setAccessibleText(said);
            }
            return otherwise;
        }

        private String reason() {
            StatusRow row = rowOf(this);
            return row == null ? "" : Texts.qualityDetail(row.quality(), row.remappedAtProperty().get());
        }
    }
}

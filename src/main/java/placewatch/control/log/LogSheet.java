package placewatch.control.log;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import placewatch.log.FilteredLines;
import placewatch.log.LogEntry;
import placewatch.model.log.Console;
import placewatch.model.log.Selection;

/// The lines of a console. It makes as many rows as are seen and moves those that are still seen, so that a pulse costs
/// what is new on screen, whatever the log holds. Keeps the place of the reader by the number of the line at the top.
public final class LogSheet extends Region {

    static final double ROW = 20;

    private final Console console;
    private final LogLook look;
    private final SheetRows rows;
    private final ScrollBar down = new ScrollBar();
    private final ScrollBar across = new ScrollBar();
    private final Label placeholder = new Label();
    private double widest;
    private boolean adjusting;

    /// @param id the sheet's, for tests
    public LogSheet(String id, Console console, LogLook look) {
        this.console = console;
        this.look = look;
        rows = new SheetRows(console, look);
        setId(id);
        getStyleClass().add("log-sheet");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleText("Log lines");
        setFocusTraversable(true);
        down.setOrientation(Orientation.VERTICAL);
        down.setManaged(false);
        across.setManaged(false);
        across.setVisible(false);
        placeholder.setWrapText(true);
        placeholder.setManaged(false);
        placeholder.getStyleClass().addAll("muted", "placeholder-words");
        getChildren().setAll(rows, placeholder, down, across);
        down.valueProperty().addListener((_, _, value) -> {
            if (!adjusting) {
                scrollTo(Math.round(value.doubleValue()));
            }
        });
        across.valueProperty().addListener((_, _, value) -> rows.shift(Math.round(value.doubleValue())));
        console.linesProperty().addListener(_ -> requestLayout());
        console.followingProperty().addListener(_ -> requestLayout());
        console.topProperty().addListener(_ -> requestLayout());
        console.selectionProperty().addListener((_, before, now) -> {
            requestLayout();
            if (before.lead() != now.lead()) {
                notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
            }
        });
        console.bookmarksProperty().addListener(_ -> requestLayout());
        console.filterProperty().addListener(_ -> widest = 0);
        look.ansiProperty().addListener(_ -> anew());
        look.soughtProperty().addListener(_ -> anew());
        new SheetKeys(this, console).listen();
        new SheetMouse(this, console, look).listen();
    }

    /// What stands there while there is no line to show.
    public Label placeholder() {
        return placeholder;
    }

    /// What it shows.
    public Console console() {
        return console;
    }

    FilteredLines lines() {
        return console.linesProperty().get();
    }

    /// Rows that are seen whole.
    int rowsInSight() {
        return Math.max(1, (int) ((getHeight() - (across.isVisible() ? across.prefHeight(-1) : 0)) / ROW));
    }

    private long lastTop() {
        return Math.max(0, lines().size() - rowsInSight());
    }

    /// The place of the line at the top.
    long topIndex() {
        return console.followingProperty().get() ? lastTop()
                : Math.min(lastTop(), lines().indexOf(console.topProperty().get()));
    }

    /// Goes to where the line at that place is at the top; at the end the newest is followed.
    void scrollTo(long index) {
        if (index >= lastTop()) {
            console.followingProperty().set(true);
        } else {
            top(index);
        }
    }

    /// Goes to where the line at that place is at the top, or the last that can be; nobody follows.
    void top(long index) {
        if (lines().size() > 0) {
            console.top(lines().number(Math.clamp(index, 0, lastTop())));
        }
    }

    void scrollBy(long count) {
        scrollTo(topIndex() + count);
    }

    void scrollAcross(double pixels) {
        across.setValue(Math.clamp(across.getValue() + pixels, 0, across.getMax()));
    }

    /// Stays where it is from now on, so that the reader can read.
    void hold() {
        if (console.followingProperty().get()) {
            top(topIndex());
        }
    }

    /// Chooses that line and brings it into sight.
    public void reveal(long number) {
        console.select(Selection.of(number));
        bring(number);
    }

    /// Brings a line into sight: in the middle, if it was not seen.
    void bring(long number) {
        hold();
        long index = lines().indexOf(number);
        long top = topIndex();
        if (index < top || index >= top + rowsInSight()) {
            top(index - rowsInSight() / 2);
        }
    }

    /// Moves the cursor to the line at that place, and the sheet no further than that it is seen.
    void moveTo(long index, Selection chosen) {
        console.select(chosen);
        long top = topIndex();
        hold();
        if (index < top) {
            top(index);
        } else if (index >= top + rowsInSight()) {
            top(index - rowsInSight() + 1);
        }
    }

    /// The row under a point of the sheet.
    Optional<LogRow> rowAt(double y) {
        int at = (int) (y / ROW);
        return y < 0 || at >= rows.inOrder().size() ? Optional.empty() : Optional.of(rows.inOrder().get(at));
    }

    /// The words that are seen, for tests and screen readers: the text of each row from the top.
    public List<String> seen() {
        return rows.inOrder().stream().map(row -> row.words().shown()).toList();
    }

    /// The lines that are seen, from the top.
    public List<LogEntry> seenLines() {
        return rows.inOrder().stream().flatMap(row -> row.entry().stream()).toList();
    }

    /// Everything looks otherwise.
    private void anew() {
        rows.anew();
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        FilteredLines now = lines();
        double bar = down.prefWidth(-1);
        double width = Math.max(0, getWidth() - bar);
        rows.fill(now, topIndex(), rowsInSight() + 1, width);
        if (measure(width)) {
            rows.fill(now, topIndex(), rowsInSight() + 1, width);
        }
        int inSight = rowsInSight();
        long top = topIndex();
        double height = getHeight() - (across.isVisible() ? across.prefHeight(-1) : 0);
        rows.resizeRelocate(0, 0, width, height);
        adjusting = true;
        double max = Math.max(0, now.size() - inSight);
        down.setMax(max);
        down.setVisibleAmount(now.size() == 0 ? 0 : max * inSight / now.size());
        down.setBlockIncrement(Math.max(1, inSight - 1));
        down.setUnitIncrement(1);
        down.setValue(top);
        down.setVisible(max > 0);
        adjusting = false;
        down.resizeRelocate(width, 0, bar, height);
        across.resizeRelocate(0, height, width, across.prefHeight(-1));
        placeholder.setVisible(now.size() == 0);
        double wide = Math.min(520, Math.max(0, getWidth() - 32));
        placeholder.resize(wide, placeholder.prefHeight(wide));
        placeholder.relocate(Math.round((getWidth() - wide) / 2),
                Math.round((getHeight() - placeholder.getHeight()) / 2));
    }

    /// A bar across, once a line was too wide: it stays, so that the rows do not jump.
    ///
    /// @return whether it has come or gone, and with it a row
    private boolean measure(double width) {
        double room = Math.max(1, width - rows.columns().text() - 8);
        widest = Math.max(widest, rows.widest());
        boolean needed = widest > room;
        boolean changed = needed != across.isVisible();
        across.setVisible(needed);
        across.setMax(Math.max(0, widest - room));
        across.setVisibleAmount(widest == 0 ? 0 : across.getMax() * room / widest);
        if (across.getValue() > across.getMax()) {
            across.setValue(across.getMax());
        }
        return changed;
    }

    /// The newest line that was drawn: what a reader who follows has seen.
    public long seenUntil() {
        return rows.inOrder().isEmpty() ? -1 : rows.inOrder().getLast().number();
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case ITEM_COUNT -> (int) Math.min(Integer.MAX_VALUE, lines().size());
            case ITEM_AT_INDEX -> rowOf((Integer) parameters[0]);
            case FOCUS_ITEM -> rows.of(console.selectionProperty().get().lead());
            case MULTIPLE_SELECTION -> true;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    private @Nullable LogRow rowOf(int index) {
        return index < 0 || index >= lines().size() ? null : rows.of(lines().number(index));
    }
}

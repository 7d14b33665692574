package placewatch.control.log;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import placewatch.log.FilteredLines;
import placewatch.log.LogEntry;
import placewatch.log.LogFilter;
import placewatch.log.LogWindow;
import placewatch.model.log.Console;
import placewatch.model.log.Selection;

/// The lines of a console. It makes as many rows as are seen and moves those that are still seen, so that a pulse costs
/// what is new on screen, whatever the log holds. Keeps the place of the reader by the number of the line at the top.
public final class LogSheet extends Region {

    static final double ROW = 20;

    /// The longest name of a module that is shown whole.
    private static final int MOST_MODULE = 24;

    private final Console console;
    private final LogLook look;
    private final Pane rows = new Pane();
    private final ScrollBar down = new ScrollBar();
    private final ScrollBar across = new ScrollBar();
    private final Label placeholder = new Label();
    private final Text ruler = new Text("0000000000");
    private final Map<Long, LogRow> shown = new HashMap<>();
    private final Deque<LogRow> free = new ArrayDeque<>();
    private final InvalidationListener restyle = _ -> {
        styled = null;
        requestLayout();
    };
    private List<LogRow> inOrder = List.of();
    private @Nullable LogFilter styled;
    private @Nullable FilteredLines drawn;
    private LogColumns columns = LogColumns.of(7, 0, LogColumns.When.TIME);
    private int moduleLength;
    private double widest;
    private boolean adjusting;

    /// @param id    the sheet's, for tests
    /// @param empty what stands there while there is no line, as a sentence
    public LogSheet(String id, Console console, LogLook look) {
        this.console = console;
        this.look = look;
        setId(id);
        getStyleClass().add("log-sheet");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleText("Log lines");
        setFocusTraversable(true);
        rows.setManaged(false);
        rows.setClip(new Rectangle());
        down.setOrientation(Orientation.VERTICAL);
        down.setManaged(false);
        across.setManaged(false);
        across.setVisible(false);
        ruler.getStyleClass().add("mono");
        ruler.setManaged(false);
        ruler.setVisible(false);
        placeholder.setWrapText(true);
        placeholder.setManaged(false);
        placeholder.getStyleClass().addAll("muted", "placeholder-words");
        getChildren().setAll(ruler, rows, placeholder, down, across);
        down.valueProperty().addListener((_, _, value) -> {
            if (!adjusting) {
                scrollTo(Math.round(value.doubleValue()));
            }
        });
        across.valueProperty().addListener((_, _, value) ->
                inOrder.forEach(row -> row.words().shift(Math.round(value.doubleValue()))));
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
        look.ansiProperty().addListener(restyle);
        look.soughtProperty().addListener(restyle);
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
        return y < 0 || at >= inOrder.size() ? Optional.empty() : Optional.of(inOrder.get(at));
    }

    /// The words that are seen, for tests and screen readers: the text of each row from the top.
    public List<String> seen() {
        return inOrder.stream().map(row -> row.words().shown()).toList();
    }

    /// The lines that are seen, from the top.
    public List<LogEntry> seenLines() {
        return inOrder.stream().flatMap(row -> row.entry().stream()).toList();
    }

    @Override
    protected void layoutChildren() {
        FilteredLines now = lines();
        double bar = down.prefWidth(-1);
        double width = Math.max(0, getWidth() - bar);
        fill(now, width);
        if (measure(width)) {
            fill(now, width);
        }
        int inSight = rowsInSight();
        long top = topIndex();
        double height = getHeight() - (across.isVisible() ? across.prefHeight(-1) : 0);
        rows.resizeRelocate(0, 0, width, height);
        if (rows.getClip() instanceof Rectangle clip) {
            clip.setWidth(width);
            clip.setHeight(height);
        }
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
        drawn = now;
    }

    private void fill(FilteredLines now, double width) {
        long top = topIndex();
        int count = (int) Math.min(now.size() - top, rowsInSight() + 1L);
        LogFilter filter = console.filterProperty().get();
        boolean anew = styled != filter;
        styled = filter;
        LogColumns before = columns;
        long[] numbers = new long[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = now.number(top + i);
        }
        Map<Long, LogRow> still = new HashMap<>();
        for (long number : numbers) {
            LogRow row = shown.remove(number);
            if (row != null) {
                still.put(number, row);
            }
        }
        shown.values().forEach(row -> {
            row.nothing();
            free.push(row);
        });
        shown.clear();
        List<LogEntry> fresh = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (anew || !still.containsKey(numbers[i])) {
                fresh.add(now.entry(top + i));
            }
        }
        columns(fresh, count == 0 ? Optional.empty() : Optional.of(fresh.isEmpty() || numbers[0] != fresh.getFirst().number()
                ? now.entry(top) : fresh.getFirst()));
        Map<Long, LogEntry> byNumber = new HashMap<>();
        fresh.forEach(entry -> byNumber.put(entry.number(), entry));
        Selection selection = console.selectionProperty().get();
        List<LogRow> order = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            long number = numbers[i];
            LogRow row = still.get(number);
            LogEntry entry = byNumber.get(number);
            if (row == null) {
                row = free.isEmpty() ? made() : free.pop();
                row.setVisible(true);
            }
            if (entry != null) {
                row.show(entry, columns, look, filter);
                row.words().shift(Math.round(across.getValue()));
            } else if (!columns.equals(before)) {
                row.place(columns);
            }
            row.chosen(selection.has(number), selection.lead() == number);
            row.bookmarked(console.isBookmarked(number));
            row.resizeRelocate(0, i * ROW, width, ROW);
            shown.put(number, row);
            order.add(row);
        }
        inOrder = order;
    }

    private LogRow made() {
        LogRow row = new LogRow();
        rows.getChildren().add(row);
        return row;
    }

    private void columns(List<LogEntry> fresh, Optional<LogEntry> first) {
        if (look.modules() == LogLook.Modules.SHOWN) {
            for (LogEntry entry : fresh) {
                moduleLength = Math.min(MOST_MODULE, Math.max(moduleLength, entry.source().slug().length()));
            }
        }
        ZoneId zone = ZoneId.systemDefault();
        LogColumns.When date = first.map(entry -> LocalDate.ofInstant(entry.at(), zone))
                .filter(day -> !day.equals(LocalDate.now(zone))).isPresent()
                ? LogColumns.When.DAY_AND_TIME : LogColumns.When.TIME;
        columns = LogColumns.of(ruler.getLayoutBounds().getWidth() / ruler.getText().length(), moduleLength, date);
    }

    /// A bar across, once a line was too wide: it stays, so that the rows do not jump.
    ///
    /// @return whether it has come or gone, and with it a row
    private boolean measure(double width) {
        double room = Math.max(1, width - columns.text() - 8);
        for (LogRow row : inOrder) {
            widest = Math.max(widest, row.words().textWidth());
        }
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

    /// What the rows show; null before the first.
    @Nullable FilteredLines drawn() {
        return drawn;
    }

    /// The newest line that was drawn: what a reader who follows has seen.
    public long seenUntil() {
        return inOrder.isEmpty() ? -1 : inOrder.getLast().number();
    }

    LogWindow window() {
        return lines().window();
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case ITEM_COUNT -> (int) Math.min(Integer.MAX_VALUE, lines().size());
            case ITEM_AT_INDEX -> rowOf((Integer) parameters[0]);
            case FOCUS_ITEM -> shown.get(console.selectionProperty().get().lead());
            case MULTIPLE_SELECTION -> true;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    private @Nullable LogRow rowOf(int index) {
        return index < 0 || index >= lines().size() ? null : shown.get(lines().number(index));
    }
}

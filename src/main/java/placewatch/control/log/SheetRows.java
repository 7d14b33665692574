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
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import placewatch.log.FilteredLines;
import placewatch.log.LogEntry;
import placewatch.log.LogFilter;
import placewatch.model.log.Console;
import placewatch.model.log.Selection;

/// The rows of a sheet: as many as are seen, moved while their line is still seen, and used again when it is not.
final class SheetRows extends Pane {

    /// The longest name of a module that is shown whole.
    private static final int MOST_MODULE = 24;

    private final Console console;
    private final LogLook look;
    private final Text ruler = new Text("0000000000");
    private final Rectangle clip = new Rectangle();
    private final Map<Long, LogRow> shown = new HashMap<>();
    private final Deque<LogRow> free = new ArrayDeque<>();
    private List<LogRow> inOrder = List.of();
    private @Nullable LogFilter styled;
    private LogColumns columns = LogColumns.of(7, 0, LogColumns.When.TIME);
    private int moduleLength;
    private double shift;

    SheetRows(Console console, LogLook look) {
        this.console = console;
        this.look = look;
        setManaged(false);
        ruler.getStyleClass().add("mono");
        ruler.setManaged(false);
        ruler.setVisible(false);
        getChildren().add(ruler);
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
    }

    /// All look otherwise from now on.
    void anew() {
        styled = null;
    }

    /// From the top.
    List<LogRow> inOrder() {
        return inOrder;
    }

    LogColumns columns() {
        return columns;
    }

    /// The row of that line; null if it is not seen.
    @Nullable LogRow of(long number) {
        return shown.get(number);
    }

    /// How many pixels the widest words take.
    double widest() {
        return inOrder.stream().mapToDouble(row -> row.words().textWidth()).max().orElse(0);
    }

    /// Moves the words to the left.
    void shift(double pixels) {
        shift = pixels;
        inOrder.forEach(row -> row.words().shift(pixels));
    }

    /// Shows the lines from a place on, as many as there are and as fit.
    void fill(FilteredLines now, long top, int most, double width) {
        int count = (int) Math.min(now.size() - top, most);
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
                row.words().shift(shift);
            } else if (!columns.equals(before)) {
                row.place(columns);
            }
            row.chosen(selection.has(number), selection.lead() == number);
            row.bookmarked(console.isBookmarked(number));
            row.resizeRelocate(0, i * LogSheet.ROW, width, LogSheet.ROW);
            shown.put(number, row);
            order.add(row);
        }
        inOrder = order;
    }

    private LogRow made() {
        LogRow row = new LogRow();
        getChildren().add(row);
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
}

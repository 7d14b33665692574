package placewatch.model.log;

import java.util.List;
import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import placewatch.log.FilterFault;
import placewatch.log.FilterReader;
import placewatch.log.FilterReading;
import placewatch.log.FilteredLines;
import placewatch.log.FilteredLog;
import placewatch.log.LineChoice;
import placewatch.log.LogEntry;
import placewatch.log.LogFilter;
import placewatch.log.LogQuestion;
import placewatch.log.LogScope;

/// One look into the log: what is looked for, the lines that there are of it, where the reader is among them, and what
/// the reader has marked. A place is a line's number, so it stays when the filter changes or lines leave the ring.
/// JavaFX thread.
public final class Console implements AutoCloseable {

    private final FilteredLog log;
    private final Consumer<Console> onClose;
    private final ReadOnlyObjectWrapper<FilteredLines> lines;
    private final StringProperty filterText = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<LogFilter> filter;
    private final ReadOnlyObjectWrapper<@Nullable FilterFault> fault = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty following = new SimpleBooleanProperty(true);
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final ReadOnlyLongWrapper newer = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper top = new ReadOnlyLongWrapper();
    private final ReadOnlyObjectWrapper<Selection> selection = new ReadOnlyObjectWrapper<>(Selection.NONE);
    private final NavigableSet<Long> bookmarks = new TreeSet<>();
    private final ReadOnlyIntegerWrapper marked = new ReadOnlyIntegerWrapper();
    private LogScope scope;
    private long leftAt;

    public Console(FilteredLog log, LogQuestion question, Consumer<Console> onClose) {
        this.log = log;
        this.onClose = onClose;
        scope = question.scope();
        filter = new ReadOnlyObjectWrapper<>(question.filter());
        lines = new ReadOnlyObjectWrapper<>(log.lines());
        filterText.addListener((_, _, text) -> read(text));
        following.addListener((_, _, now) -> {
            leftAt = lines.get().window().end();
            if (now) {
                paused.set(false);
                newer.set(0);
            }
        });
        paused.addListener((_, _, now) -> {
            leftAt = lines.get().window().end();
            if (!now) {
                refresh();
            }
        });
    }

    private void read(String text) {
        switch (FilterReader.read(text)) {
            case FilterReading.Read(LogFilter read) -> {
                fault.set(null);
                if (!read.canonical().equals(filter.get().canonical())) {
                    filter.set(read);
                    ask();
                }
            }
            // the lines that the last good filter took stay
            case FilterReading.Faulty(FilterFault wrong) -> fault.set(wrong);
        }
    }

    private void ask() {
        log.ask(new LogQuestion(scope, filter.get()));
    }

    /// Looks at other lines from now on.
    public void scope(UnaryOperator<LogScope> change) {
        LogScope next = change.apply(scope);
        if (!next.equals(scope)) {
            scope = next;
            ask();
        }
    }

    public LogScope scope() {
        return scope;
    }

    /// There is something new to show.
    public void refresh() {
        FilteredLines now = log.lines();
        boolean held = paused.get();
        newer.set(held || !following.get() ? now.size() - now.indexOf(leftAt) : 0);
        // a new filter is answered while the picture is held, and bit by bit
        if (!held || !lines.get().isComplete() || !now.question().equals(lines.get().question())) {
            lines.set(now);
            selection.set(selection.get().within(now));
        }
    }

    /// Lines have gone that nobody told of.
    public void lookAgain() {
        log.wake();
    }

    /// Forgets what is shown here; others still see it.
    public void clear() {
        long end = lines.get().window().end();
        selection.set(Selection.NONE);
        scope(before -> before.since(end));
    }

    /// What is shown.
    public ReadOnlyObjectProperty<FilteredLines> linesProperty() {
        return lines.getReadOnlyProperty();
    }

    /// What is looked for, as it is typed.
    public StringProperty filterTextProperty() {
        return filterText;
    }

    /// What is looked for: the last that could be read.
    public ReadOnlyObjectProperty<LogFilter> filterProperty() {
        return filter.getReadOnlyProperty();
    }

    /// What is wrong with what was typed; null for nothing.
    public ReadOnlyObjectProperty<@Nullable FilterFault> faultProperty() {
        return fault.getReadOnlyProperty();
    }

    /// Whether the newest line is kept in sight.
    public BooleanProperty followingProperty() {
        return following;
    }

    /// Whether the picture stands still while lines go on being kept.
    public BooleanProperty pausedProperty() {
        return paused;
    }

    /// Lines that came since the reader left the end, or paused.
    public ReadOnlyLongProperty newerProperty() {
        return newer.getReadOnlyProperty();
    }

    /// The number of the line at the top, while nobody follows.
    public ReadOnlyLongProperty topProperty() {
        return top.getReadOnlyProperty();
    }

    /// Goes to where that line is at the top, and follows no more.
    public void top(long number) {
        following.set(false);
        top.set(number);
    }

    public ReadOnlyObjectProperty<Selection> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    public void select(Selection chosen) {
        selection.set(chosen);
    }

    /// The numbers of the chosen lines that are shown, in order.
    public LongStream selected() {
        FilteredLines now = lines.get();
        Selection chosen = selection.get();
        return chosen.isEmpty() ? LongStream.empty()
                : now.numbers(now.indexOf(chosen.low()), now.indexOf(chosen.high() + 1));
    }

    /// Marks the line, or takes its mark away.
    public void bookmark(long number) {
        if (!bookmarks.remove(number)) {
            bookmarks.add(number);
        }
        marked.set(marked.get() + 1);
    }

    public boolean isBookmarked(long number) {
        return bookmarks.contains(number);
    }

    /// Marked lines, in order; those that have left the ring are not among them.
    public List<Long> bookmarks() {
        return List.copyOf(bookmarks.tailSet(lines.get().window().first()));
    }

    /// Moves with each change of the bookmarks.
    public ReadOnlyIntegerProperty bookmarksProperty() {
        return marked.getReadOnlyProperty();
    }

    /// The next marked line that is shown, from the chosen one on, or from the top; for who follows, of all.
    public OptionalLong nextBookmark(FilteredLines.Direction direction) {
        FilteredLines now = lines.get();
        NavigableSet<Long> candidates = switch (direction) {
            case DOWN -> selection.get().isEmpty() ? bookmarks.tailSet(following.get() ? 0 : top.get(), true)
                    : bookmarks.tailSet(selection.get().lead(), false);
            case UP -> selection.get().isEmpty() && following.get() ? bookmarks.descendingSet()
                    : bookmarks.headSet(selection.get().isEmpty() ? top.get() : selection.get().lead(), false)
                            .descendingSet();
        };
        return candidates.stream().filter(now::has).mapToLong(Long::longValue).findFirst();
    }

    /// The next line of an error that is shown, from the chosen one on.
    public OptionalLong nextTrouble(FilteredLines.Direction direction) {
        return next(direction, FilteredLines.ofLevel(severity -> severity.isTrouble()));
    }

    private OptionalLong next(FilteredLines.Direction direction, LineChoice test) {
        FilteredLines now = lines.get();
        OptionalLong found = now.find(nextIndex(direction), direction, test);
        return found.isPresent() ? OptionalLong.of(now.number(found.getAsLong())) : OptionalLong.empty();
    }

    /// The place from which to look on.
    public long nextIndex(FilteredLines.Direction direction) {
        FilteredLines now = lines.get();
        Selection chosen = selection.get();
        if (chosen.isEmpty()) {
            return switch (direction) {
                case DOWN -> following.get() ? now.size() : now.indexOf(top.get());
                case UP -> (following.get() ? now.size() : now.indexOf(top.get())) - 1;
            };
        }
        return switch (direction) {
            case DOWN -> now.indexOf(chosen.lead() + 1);
            case UP -> now.indexOf(chosen.lead()) - 1;
        };
    }

    /// Kept kinds of lines that are not debug messages are shown or not.
    public void hide(Set<LogEntry.Kind> kinds) {
        scope(before -> before.hidden(kinds));
    }

    @Override
    public void close() {
        log.close();
        onClose.accept(this);
    }
}

package placewatch.screen.explore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import placewatch.bridge.Connection;
import placewatch.control.Texts;
import placewatch.model.StatusRow;
import placewatch.model.StatusValue;
import placewatch.protocol.Failure;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.StatusKey;
import placewatch.protocol.Subscription;
import placewatch.rest.ApiResult;

/// Every status variable of the chosen module, live. Which variables there are is told by REST alone, so it is asked
/// again every few seconds; where the key may not ask, the person names them.
final class StatusModel implements AutoCloseable {

    private static final long LOOK_AGAIN_SECONDS = 5;

    /// A table that is sorted by what changes is put in order again so seldom: people read it meanwhile.
    private static final long REARRANGE_MILLIS = 250;

    /// And so seldom where that makes the window stutter.
    private static final long REARRANGE_SELDOM_MILLIS = 2_000;

    /// A pulse that comes later than this after the one before is seen to.
    private static final long STUTTER_NANOS = 25_000_000;

    private final Connection connection;
    private final ModuleAddress address;
    private final Map<String, StatusRow> byName = new LinkedHashMap<>();
    private final ObservableList<StatusRow> rows = FXCollections.observableArrayList();
    private final ArrangedRows shown = new ArrangedRows();
    private final List<Subscription> watched = new ArrayList<>();
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("Loading status variables…");
    private final ReadOnlyBooleanWrapper byHand = new ReadOnlyBooleanWrapper();
    private final StringProperty filter = new SimpleStringProperty("");
    private final Subscription lookingAgain;
    private final ReadOnlyObjectWrapper<Instant> now;
    private final Subscription ticking;
    private Subscription asking = () -> { };
    private boolean looking;
    private Subscription rearranging = () -> { };
    private Subscription nextPulse = () -> { };
    private boolean rearrangeDue;
    private long rearrangeMillis = REARRANGE_MILLIS;
    private int arrangements;
    private StatusOrder order = StatusOrder.none();
    private Consumer<Runnable> steadily = Runnable::run;
    private boolean running;

    StatusModel(Connection connection, ModuleAddress address, boolean running) {
        this.connection = connection;
        this.address = address;
        this.running = running;
        now = new ReadOnlyObjectWrapper<>(connection.now());
        ticking = connection.eachSecond(now::set);
        filter.addListener(_ -> arrange());
        lookingAgain = connection.every(LOOK_AGAIN_SECONDS, this::look);
        look();
    }

    private void look() {
        if (byHand.get() || looking) {
            return;
        }
        looking = true;
        asking = connection.state(address, result -> {
            looking = false;
            switch (result) {
                case ApiResult.Ok<Map<String, String>>(Map<String, String> state) -> {
                    addAll(state.keySet());
                    note.set(rows.isEmpty() ? "This module has not published any status variable yet" : "");
                }
                case ApiResult.Failed<Map<String, String>>(Failure.NotAllowed(var _)) -> {
                    byHand.set(true);
                    note.set("Your key may bind status variables but not list them. Name the ones you want to see.");
                    add("connected");
                }
                case ApiResult.Failed<Map<String, String>>(Failure failure) ->
                    note.set("The status variables could not be listed. " + Texts.failure(failure));
            }
        });
    }

    /// Watches one more variable; does nothing for one that is watched already.
    void add(String name) {
        addAll(List.of(name));
    }

    private void addAll(Collection<String> names) {
        List<StatusRow> added = new ArrayList<>();
        for (String name : names) {
            String clean = name.strip();
            if (!clean.isEmpty() && !byName.containsKey(clean)) {
                StatusRow row = connection.row(new StatusKey(address, clean));
                row.running(running, connection.now());
                byName.put(clean, row);
                added.add(row);
                watched.add(connection.watch(row));
                watched.add(row.onTouched(this::touched)::unsubscribe);
            }
        }
        if (!added.isEmpty()) {
            rows.addAll(added);
            arrange();
        }
    }

    /// The module was started or stopped.
    void running(boolean running) {
        this.running = running;
        rows.forEach(row -> row.running(running, connection.now()));
    }

    /// Sorts the table from now on.
    void order(StatusOrder next) {
        order = next;
        arrange();
    }

    /// The table's rows are changed inside of `steadily`, which runs what it is given at once and keeps the table's
    /// selection through it.
    void steadily(Consumer<Runnable> steadily) {
        this.steadily = steadily;
    }

    private void touched() {
        if (!rearrangeDue && order.live()) {
            rearrangeDue = true;
            rearranging = connection.after(rearrangeMillis, this::rearrange);
        }
    }

    /// From the order on screen: it is nearly right, and what compares alike stays.
    private void rearrange() {
        StatusOrder.Snapshot snapshot = order.look(shown);
        int arrangement = arrangements;
        rearranging = connection.work(snapshot::sorted, sorted -> {
            rearrangeDue = false;
            if (arrangement == arrangements) {
                if (!sorted.rows().equals(shown)) {
                    steadily.accept(() -> shown.arrange(sorted));
                }
                long touched = System.nanoTime();
                // the next pulse comes once the table has laid itself out
                nextPulse = connection.after(0, () -> rearrangeMillis =
                        System.nanoTime() - touched > STUTTER_NANOS
                                ? Math.min(REARRANGE_SELDOM_MILLIS, rearrangeMillis * 2)
                                : Math.max(REARRANGE_MILLIS, rearrangeMillis / 2));
            } else {
                // other rows or another order since
                touched();
            }
        });
    }

    private void arrange() {
        arrangements++;
        String[] words = filter.get().strip().toLowerCase(Locale.ROOT).split("\\s+");
        List<StatusRow> next = order.sorted(rows.stream().filter(row -> passes(row, words)).toList());
        if (!next.equals(shown)) {
            steadily.accept(() -> shown.replace(next));
        }
    }

    private static boolean passes(StatusRow row, String[] words) {
        // by name alone: a row must not come and go with its value while somebody reads it
        String text = row.key().name().toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /// Works something out off the JavaFX thread.
    <T> Subscription work(Supplier<T> task, Consumer<T> then) {
        return connection.work(task, then);
    }

    /// Runs `task` after that time unless the subscription is closed before.
    Subscription after(long millis, Runnable task) {
        return connection.after(millis, task);
    }

    /// What is on screen as tab-separated text with full values, for the clipboard.
    String tabSeparated(List<StatusRow> some, Instant now) {
        return some.stream()
                .map(row -> String.join("\t", row.key().name(), row.value().map(StatusValue::json).orElse(""),
                        row.changedAt().map(Instant::toString).orElse(""), Texts.quality(row.quality(), now)))
                .collect(Collectors.joining("\n", "name\tvalue\tchanged\tquality\n", "\n"));
    }

    ObservableList<StatusRow> rows() {
        return rows;
    }

    /// The rows that pass the filter, in the table's order.
    ObservableList<StatusRow> shown() {
        return shown;
    }

    StringProperty filterProperty() {
        return filter;
    }

    /// Words about the table; empty when there is nothing to say.
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /// Whether the person has to name the variables.
    ReadOnlyBooleanProperty byHandProperty() {
        return byHand.getReadOnlyProperty();
    }

    /// Moves once a second.
    ReadOnlyObjectProperty<Instant> nowProperty() {
        return now.getReadOnlyProperty();
    }

    @Override
    public void close() {
        ticking.close();
        lookingAgain.close();
        asking.close();
        rearranging.close();
        nextPulse.close();
        watched.forEach(Subscription::close);
    }
}

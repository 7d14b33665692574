package placewatch.screen.explore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import placewatch.bridge.Connection;
import placewatch.control.Texts;
import placewatch.control.status.LiveRows;
import placewatch.model.Background;
import placewatch.model.StatusRow;
import placewatch.model.TypedFilter;
import placewatch.protocol.Failure;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.StatusKey;
import placewatch.protocol.Subscription;
import placewatch.rest.ApiResult;

/// Every status variable of the chosen module, live. Which variables there are is told by REST alone, so it is asked
/// again every few seconds; where the key may not ask, the person names them.
final class StatusModel implements AutoCloseable {

    private static final long LOOK_AGAIN_SECONDS = 5;

    private final Connection connection;
    private final ModuleAddress address;
    private final Map<String, StatusRow> byName = new LinkedHashMap<>();
    private final ObservableList<StatusRow> rows = FXCollections.observableArrayList();
    private final LiveRows shown;
    private final List<Subscription> watched = new ArrayList<>();
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("Loading status variables…");
    private final ReadOnlyBooleanWrapper byHand = new ReadOnlyBooleanWrapper();
    private final TypedFilter filter = new TypedFilter();
    private final Subscription lookingAgain;
    private final ReadOnlyObjectWrapper<Instant> now;
    private final Subscription ticking;
    private Subscription asking = () -> { };
    private final ReadOnlyObjectWrapper<@Nullable StatusRow> revealed = new ReadOnlyObjectWrapper<>();
    private String wanted = "";
    private boolean looking;
    private boolean running;

    StatusModel(Connection connection, ModuleAddress address, boolean running) {
        this.connection = connection;
        this.address = address;
        this.running = running;
        shown = new LiveRows(connection);
        now = new ReadOnlyObjectWrapper<>(connection.now());
        ticking = connection.eachSecond(now::set);
        filter.inForceProperty().addListener(_ -> arrange());
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
                    grant();
                    note.set(rows.isEmpty() ? "This module has not published any status variable yet" : "");
                }
                case ApiResult.Failed<Map<String, String>>(Failure.NotAllowed(var _)) -> {
                    byHand.set(true);
                    note.set("Your key may bind status variables but not list them. Name the ones you want to see.");
                    add("connected");
                    grant();
                }
                case ApiResult.Failed<Map<String, String>>(Failure failure) ->
                    note.set("The status variables could not be listed. " + Texts.failure(failure));
            }
        });
    }

    /// Chooses a variable, at once or when the module's are known; one that the module does not name is watched too,
    /// and its quality says what the server makes of it.
    void reveal(String name) {
        wanted = name;
        if (byName.containsKey(name) || byHand.get() || !byName.isEmpty()) {
            grant();
        }
    }

    private void grant() {
        String name = wanted;
        wanted = "";
        if (!name.isEmpty()) {
            add(name);
            StatusRow row = byName.get(name);
            if (!shown.shown().contains(row)) {
                filter.textProperty().set("");
            }
            revealed.set(null);
            revealed.set(row);
        }
    }

    /// The row that was to be chosen last; null for none.
    ReadOnlyObjectProperty<@Nullable StatusRow> revealedProperty() {
        return revealed.getReadOnlyProperty();
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
                watched.add(row.onTouched(shown::touched)::unsubscribe);
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

    private void arrange() {
        // by name alone: a row must not come and go with its value while somebody reads it
        shown.show(rows.stream().filter(row -> filter.inForceProperty().get().passes(List.of(row.key().name())))
                .toList());
    }

    /// Who works for the view off the JavaFX thread.
    Background background() {
        return connection;
    }

    ModuleAddress address() {
        return address;
    }

    ObservableList<StatusRow> rows() {
        return rows;
    }

    /// The rows that pass the filter, in the table's order.
    LiveRows shown() {
        return shown;
    }

    StringProperty filterProperty() {
        return filter.textProperty();
    }

    /// What is wrong with the filter; empty for nothing. The last good one stays.
    ReadOnlyStringProperty filterWrongProperty() {
        return filter.wrongProperty();
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
        shown.close();
        watched.forEach(Subscription::close);
    }
}

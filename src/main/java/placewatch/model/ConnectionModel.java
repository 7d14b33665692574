package placewatch.model;

import java.time.Instant;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import placewatch.rest.CurrentUser;
import placewatch.socket.SocketFigures;
import placewatch.socket.SocketState;

/// One connection as the window shows it.
public final class ConnectionModel {

    private final String name;
    private final ReadOnlyObjectWrapper<SocketState> state = new ReadOnlyObjectWrapper<>(new SocketState.Idle());
    private final ReadOnlyObjectWrapper<@Nullable SocketFigures> figures = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyLongWrapper changesPerSecond = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper dropped = new ReadOnlyLongWrapper();
    private final ReadOnlyObjectWrapper<@Nullable CurrentUser> user = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Instant> now;

    public ConnectionModel(String name, Instant now) {
        this.name = name;
        this.now = new ReadOnlyObjectWrapper<>(now);
    }

    /// What people call this connection.
    public String name() {
        return name;
    }

    public void state(SocketState next) {
        state.set(next);
    }

    public void user(CurrentUser who) {
        user.set(who);
    }

    /// Once a second: the moment that ages are counted from, and the socket's counters.
    public void tick(Instant moment, SocketFigures latest) {
        SocketFigures before = figures.get();
        changesPerSecond.set(before == null ? 0 : latest.changes() - before.changes());
        figures.set(latest);
        now.set(moment);
    }

    /// Lines or values that had to be dropped on this side, all told.
    public void dropped(long more) {
        dropped.set(dropped.get() + more);
    }

    public ReadOnlyObjectProperty<SocketState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Null before the first tick.
    public ReadOnlyObjectProperty<@Nullable SocketFigures> figuresProperty() {
        return figures.getReadOnlyProperty();
    }

    public ReadOnlyLongProperty changesPerSecondProperty() {
        return changesPerSecond.getReadOnlyProperty();
    }

    public ReadOnlyLongProperty droppedProperty() {
        return dropped.getReadOnlyProperty();
    }

    /// Null until the server told.
    public ReadOnlyObjectProperty<@Nullable CurrentUser> userProperty() {
        return user.getReadOnlyProperty();
    }

    /// Moves once a second.
    public ReadOnlyObjectProperty<Instant> nowProperty() {
        return now.getReadOnlyProperty();
    }
}

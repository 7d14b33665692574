package placewatch.model.series;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import placewatch.protocol.StatusKey;

/// One variable in one chart: its values, and how this chart shows it. JavaFX thread.
public final class Series {

    private final Recording recording;
    private final int look;
    private final Unit unit;
    private final BooleanProperty hidden = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Side> side = new SimpleObjectProperty<>();

    /// @param look which of the colours and marks it has, from 0
    public Series(Recording recording, int look) {
        this.recording = recording;
        this.look = look;
        unit = Unit.of(recording.row().key().name());
    }

    public StatusKey key() {
        return recording.row().key();
    }

    public Recording recording() {
        return recording;
    }

    public Points points() {
        return recording.points();
    }

    public int look() {
        return look;
    }

    public Unit unit() {
        return unit;
    }

    /// Drawn as steps between off and on, beside the axes.
    public boolean isSwitch() {
        return recording.kind() == Recording.Kind.BOOLEAN;
    }

    public BooleanProperty hiddenProperty() {
        return hidden;
    }

    public boolean isHidden() {
        return hidden.get();
    }

    /// The axis that the person wants it on; null for the one that its unit says.
    public ObjectProperty<@Nullable Side> sideProperty() {
        return side;
    }

    /// The axis that the person wants it on.
    public Optional<Side> side() {
        return Optional.ofNullable(side.get());
    }
}

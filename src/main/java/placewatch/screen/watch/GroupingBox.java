package placewatch.screen.watch;

import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import placewatch.settings.WatchTables.Grouping;

/// Chooses how the rows of a table are put together.
final class GroupingBox extends ComboBox<Grouping> {

    GroupingBox(Grouping now, Consumer<Grouping> then) {
        setId(WatchView.WATCH_GROUPING);
        setAccessibleText("Groups");
        getStyleClass().add("small");
        setMinWidth(USE_PREF_SIZE);
        getItems().setAll(Grouping.values());
        setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Grouping grouping) {
                return switch (grouping) {
                    case SYSTEM -> "By system";
                    case MODULE -> "By module";
                    case NONE -> "No groups";
                    case null -> "";
                };
            }

            @Override
            public Grouping fromString(String words) {
                throw new UnsupportedOperationException("nothing is typed here");
            }
        });
        setValue(now);
        valueProperty().addListener((_, _, grouping) -> then.accept(grouping));
    }
}

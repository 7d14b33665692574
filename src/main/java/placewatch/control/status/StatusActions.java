package placewatch.control.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.MenuItem;
import placewatch.model.Pins;
import placewatch.protocol.StatusKey;

/// What other screens do with status variables that are chosen here.
///
/// @param pins  puts them into watch tables
/// @param chart draws them; empty while nothing can
public record StatusActions(Pins pins, Optional<Consumer<List<StatusKey>>> chart) {

    /// Nobody does anything with them.
    public static StatusActions none() {
        return new StatusActions(Pins.nowhere(), Optional.empty());
    }

    /// A line for each watch table, the one used last first, and one for a new table.
    ///
    /// @param onTable hears the name that was taken; there may be no such table yet
    /// @param words   what taking one of them does, up to the table's name
    public static List<MenuItem> tables(String words, Pins pins, Consumer<String> onTable) {
        List<MenuItem> items = new ArrayList<>();
        for (String table : pins.tables()) {
            items.add(item(words + " “" + table + "”", () -> onTable.accept(table)));
        }
        String unused = pins.unusedName();
        items.add(item(words + " a new table, “" + unused + "”", () -> onTable.accept(unused)));
        return items;
    }

    /// A line of a menu. The words are shown as they are.
    public static MenuItem item(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        // a name may have an underscore in it
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }
}

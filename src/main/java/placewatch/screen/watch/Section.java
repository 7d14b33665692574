package placewatch.screen.watch;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.MenuItem;

/// The pages that stand under the watch tables in their list. JavaFX thread.
public interface Section {

    /// What stands above them; empty for a section that is not there.
    String title();

    ObservableList<? extends Page> pages();

    /// What the button beside the title offers: ways to make another page.
    ///
    /// @param open puts a page that was made on screen
    List<MenuItem> make(Consumer<Page> open);

    /// The page that was on screen last, before the program ended.
    default Optional<? extends Page> first() {
        return Optional.empty();
    }

    /// What stands in the list while there are no pages.
    default String nothing() {
        return "";
    }

    /// No pages, and no word of them.
    static Section none() {
        ObservableList<Page> nothing = FXCollections.observableArrayList();
        return new Section() {
            @Override
            public String title() {
                return "";
            }

            @Override
            public ObservableList<Page> pages() {
                return nothing;
            }

            @Override
            public List<MenuItem> make(Consumer<Page> open) {
                return List.of();
            }
        };
    }
}

package placewatch.screen.watch;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
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

    /// Hears what was deleted and how it comes back.
    default void onDeleted(Consumer<Deleted> then) {
    }

    /// A page that was deleted.
    ///
    /// @param words what was done, as a sentence
    /// @param back  puts it back
    record Deleted(String words, Supplier<Page> back) { }

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

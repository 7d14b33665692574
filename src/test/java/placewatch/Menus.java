package placewatch;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The menus and small windows that stand over the program's window now. JavaFX thread, but for [#hide].
final class Menus {

    private Menus() {
    }

    /// What is offered, submenus' items too.
    static List<MenuItem> items() {
        return Window.getWindows().stream().filter(window -> window instanceof ContextMenu && window.isShowing())
                .flatMap(window -> ((ContextMenu) window).getItems().stream()).flatMap(Menus::all).toList();
    }

    private static Stream<MenuItem> all(MenuItem item) {
        return item instanceof Menu menu ? Stream.concat(Stream.of(item), menu.getItems().stream().flatMap(Menus::all))
                : Stream.of(item);
    }

    static MenuItem find(String id) {
        return items().stream().filter(item -> id.equals(item.getId())).findFirst().orElseThrow();
    }

    /// Away with them: a fired item leaves its menu standing, and one that stands when its window closes makes trouble.
    static void hide() {
        WindowUnderTest.fx(() -> {
            List.copyOf(Window.getWindows()).stream().filter(ContextMenu.class::isInstance).forEach(Window::hide);
            return true;
        });
    }

    /// A field in a window of its own.
    static @Nullable TextField field(String id) {
        return Window.getWindows().stream().filter(Window::isShowing)
                .map(window -> window.getScene().lookup("#" + id)).filter(TextField.class::isInstance)
                .map(TextField.class::cast).findFirst().orElse(null);
    }
}

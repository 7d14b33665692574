package placewatch.screen.shell;

import java.util.function.Supplier;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/// A screen that the rail on the left leads to. JavaFX thread.
///
/// @param name as the rail says it
/// @param view makes it, when it is shown for the first time
public record ShellScreen(String name, Feather icon, Supplier<Node> view) { }

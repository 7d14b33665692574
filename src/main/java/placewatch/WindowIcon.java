package placewatch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.image.Image;

/// What stands for the program on a window's frame, in the task bar and in the switcher; drawn from `assets/icon.svg` by
/// the build.
final class WindowIcon {

    private static final List<Integer> EDGES = List.of(16, 32, 48, 128);

    private WindowIcon() { }

    /// In several sizes, of which the system takes the one that it shows. Any thread.
    static List<Image> sizes() {
        return EDGES.stream().map(edge -> read("icon/" + edge + ".png")).toList();
    }

    private static Image read(String name) {
        try (InputStream file = WindowIcon.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("the program lacks its " + name);
            }
            return new Image(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

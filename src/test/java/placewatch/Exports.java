package placewatch;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.application.Platform;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import placewatch.control.takeaway.Carrier;
import placewatch.control.takeaway.FileKind;
import placewatch.control.takeaway.SaveChooser;

/// Answers in place of the system's dialog for saving: in that folder, under the name that is proposed.
public final class Exports implements SaveChooser {

    private final List<String> proposed = new CopyOnWriteArrayList<>();
    private volatile @Nullable Path folder;

    /// For views whose exports nobody asks for.
    public static Carrier nowhere() {
        return new Carrier(new Exports(), Platform::runLater, InstantSource.system(), ZoneId.systemDefault());
    }

    void into(Path next) {
        folder = next;
    }

    /// The names that were proposed, the latest last.
    List<String> proposed() {
        return List.copyOf(proposed);
    }

    @Override
    public Optional<Path> choose(@Nullable Window owner, String name, FileKind kind) {
        proposed.add(name);
        return Optional.ofNullable(folder).map(there -> there.resolve(name));
    }
}

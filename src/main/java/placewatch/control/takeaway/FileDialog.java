package placewatch.control.takeaway;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The system's own dialog for saving. It opens where the last file went.
public final class FileDialog implements SaveChooser {

    private @Nullable Path folder;

    @Override
    public Optional<Path> choose(@Nullable Window owner, String proposed, FileKind kind) {
        FileChooser dialog = new FileChooser();
        dialog.setTitle("Export");
        dialog.setInitialFileName(proposed);
        dialog.getExtensionFilters().setAll(new FileChooser.ExtensionFilter(kind.words(),
                "*." + kind.extension()));
        // the dialog refuses a folder that is gone
        if (folder != null && Files.isDirectory(folder)) {
            dialog.setInitialDirectory(folder.toFile());
        }
        Optional<Path> chosen = Optional.ofNullable(dialog.showSaveDialog(owner)).map(File::toPath);
        chosen.ifPresent(file -> folder = file.toAbsolutePath().getParent());
        return chosen;
    }
}

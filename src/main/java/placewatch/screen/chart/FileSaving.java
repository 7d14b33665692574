package placewatch.screen.chart;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import placewatch.model.Background;

/// Writes files for a screen on a thread of its own. A file is there whole or not at all: what was there before stays
/// until then. JavaFX thread.
final class FileSaving {

    private static final long LOOK_MILLIS = 50;

    /// What goes into a file; runs off the JavaFX thread.
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    private final Background background;

    FileSaving(Background background) {
        this.background = background;
    }

    /// @param then hears on the JavaFX thread how it ended, in a sentence
    void save(Path file, Content content, Consumer<String> then) {
        CompletableFuture<String> end = CompletableFuture.supplyAsync(() -> write(file, content),
                task -> Thread.ofPlatform().name("placewatch-chart-file").start(task));
        await(end, then);
    }

    private void await(CompletableFuture<String> end, Consumer<String> then) {
        if (!end.isDone()) {
            background.after(LOOK_MILLIS, () -> await(end, then));
            return;
        }
        try {
            then.accept(end.join());
        } catch (CompletionException e) {
            then.accept("The file was not written, for a fault of this program: " + e.getCause());
            throw e;
        }
    }

    private static String write(Path file, Content content) {
        try {
            Path whole = Files.createTempFile(file.toAbsolutePath().getParent(), "." + file.getFileName(), ".tmp");
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(whole), 1 << 16)) {
                    content.write(out);
                }
                Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(whole);
            }
            return "Saved as " + file + ".";
        } catch (IOException e) {
            return "“" + file.getFileName() + "” was not saved: " + why(e, file)
                    + " Nothing that was there before is lost; choose another place.";
        }
    }

    private static String why(IOException e, Path file) {
        return switch (e) {
            case NoSuchFileException _ -> "there is no folder " + file.toAbsolutePath().getParent() + ".";
            case AccessDeniedException _ -> "you may not write there.";
            default -> (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()) + ".";
        };
    }
}

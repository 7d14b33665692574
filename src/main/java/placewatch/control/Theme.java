package placewatch.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// How the window looks: AtlantaFX's Primer, without its rules for controls that are not here, our own sheet on top, and
/// the typefaces that come with the program, so that it looks the same on every machine.
public enum Theme {
    LIGHT, DARK;

    private static final List<String> FONTS =
            List.of("Inter-Regular.otf", "Inter-SemiBold.otf", "JetBrainsMono-Regular.ttf");

    /// Reading them takes a while, and whoever comes second waits for the first.
    private static final FutureTask<Boolean> LOADED = new FutureTask<>(Theme::readFonts, true);

    /// Makes the typefaces known, before the first window; the first call reads them. Any thread.
    public static void loadFonts() {
        LOADED.run();
        try {
            LOADED.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the window's typefaces can't be loaded", e.getCause());
        }
    }

    private static void readFonts() {
        for (String font : FONTS) {
            try (InputStream file = Theme.class.getResourceAsStream("fonts/" + font)) {
                if (Font.loadFont(Objects.requireNonNull(file, font), 13) == null) {
                    throw new IllegalStateException("the typeface " + font + " can't be read");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// Dresses every window of the program.
    public void apply() {
        Application.setUserAgentStylesheet(sheet(switch (this) {
            case LIGHT -> "primer-light.bss";
            case DARK -> "primer-dark.bss";
        }));
    }

    /// Adds our own sheet to a window's scene.
    public static void dress(Scene scene) {
        scene.getStylesheets().add(sheet("placewatch.css"));
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Theme.class.getResource(name), name).toExternalForm();
    }

    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }
}

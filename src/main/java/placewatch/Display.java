package placewatch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether there is a screen to open a window on, and what to say when JavaFX can't use it.
final class Display {

    private static final Logger LOG = LoggerFactory.getLogger(Display.class);

    /// A graphics card as its driver shows it: most, NVIDIA's own, and Windows' below a Linux.
    private static final List<String> GRAPHICS = List.of("/dev/dri", "/dev/nvidiactl", "/dev/dxg");

    private Display() {
    }

    private static boolean linux() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    }

    /// True on a Linux without a graphical session.
    static boolean missing(Map<String, String> environment) {
        return linux() && environment.getOrDefault("DISPLAY", "").isBlank()
                && environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
    }

    /// Makes JavaFX draw without a screen; before it starts.
    static void useHeadless() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
    }

    /// Has JavaFX draw by itself where there is nothing that draws for it, as over VNC. It would find out on its own, but
    /// only after it has loaded Mesa and its compiler: 60 MB, and a good part of a start.
    static void drawWithWhatThereIs() {
        if (linux() && System.getProperty("prism.order") == null
                && GRAPHICS.stream().noneMatch(device -> Files.exists(Path.of(device)))) {
            System.setProperty("prism.order", "sw");
        }
    }

    /// What to do when the toolkit did not start.
    static String advice(Throwable failure, Map<String, String> environment) {
        StringBuilder all = new StringBuilder();
        Throwable deepest = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            // only what the toolkit itself throws for want of a screen or a library speaks of them
            if (cause instanceof UnsupportedOperationException || cause instanceof LinkageError) {
                all.append(cause.getMessage()).append('\n');
            }
            deepest = cause;
        }
        String text = all.toString().toLowerCase(Locale.ROOT);
        if (linux() && (text.contains("glassgtk") || text.contains("glass gtk") || text.contains("libgtk")
                || text.contains("gtk library"))) {
            return "JavaFX needs GTK 3 and what it draws on, which this computer does not have. "
                    + "Install it: Debian/Ubuntu “apt install libgtk-3-0 libxtst6 libgl1”, Fedora “dnf install gtk3 libXtst libglvnd-glx”.";
        }
        if (linux() && (text.contains("pango") || text.contains("freetype") || text.contains("font"))) {
            return "JavaFX needs font libraries, which this computer does not have. Install them: Debian/Ubuntu "
                    + "“apt install libpangoft2-1.0-0 libfreetype6 fontconfig fonts-dejavu-core”, "
                    + "Fedora “dnf install pango freetype fontconfig dejavu-sans-fonts”.";
        }
        if (linux() && (text.contains("unable to open display") || text.contains("display"))) {
            return environment.getOrDefault("DISPLAY", "").isBlank()
                    ? "JavaFX needs an X display. On Wayland install XWayland: Debian/Ubuntu “apt install xwayland”, "
                    + "Fedora “dnf install xorg-x11-server-Xwayland”."
                    : "The display “" + environment.get("DISPLAY") + "” can't be opened. Check DISPLAY and XAUTHORITY, "
                    + "or unset DISPLAY to run the tour without a screen.";
        }
        LOG.error("the window could not be opened", failure);
        return "The window could not be opened: " + deepest;
    }
}

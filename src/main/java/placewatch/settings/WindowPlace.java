package placewatch.settings;

/// Where a window was, in JavaFX's screen units; while maximised, where it goes back to.
public record WindowPlace(double x, double y, double width, double height, boolean maximised) {

    public WindowPlace {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new IllegalArgumentException("a window is somewhere, not at " + x + ", " + y);
        }
        if (!(width > 0) || !(height > 0) || !Double.isFinite(width) || !Double.isFinite(height)) {
            throw new IllegalArgumentException("a window has a size, not " + width + " × " + height);
        }
    }
}

package placewatch.control.chart;

import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;

/// How one series of a chart is told from the others: a colour and a form each, so that colour is never alone.
public enum SeriesLook {
    CIRCLE("M-4,0 A4,4 0 1 1 4,0 A4,4 0 1 1 -4,0 Z"),
    SQUARE("M-3.5,-3.5 H3.5 V3.5 H-3.5 Z"),
    TRIANGLE("M0,-4.5 L4.5,3.5 H-4.5 Z"),
    DIAMOND("M0,-5 L5,0 L0,5 L-5,0 Z"),
    CROSS("M-1.5,-4.5 H1.5 V-1.5 H4.5 V1.5 H1.5 V4.5 H-1.5 V1.5 H-4.5 V-1.5 H-1.5 Z"),
    DOWNWARDS("M0,4.5 L4.5,-3.5 H-4.5 Z"),
    BAR("M-5,-2 H5 V2 H-5 Z"),
    POST("M-2,-5 H2 V5 H-2 Z");

    private final String path;

    SeriesLook(String path) {
        this.path = path;
    }

    /// @param number from 0; after the last begins with the first again
    public static SeriesLook of(int number) {
        return values()[number % values().length];
    }

    /// As SVG writes it, around its middle.
    String path() {
        return path;
    }

    /// The form in its colour, for a legend.
    public Region mark() {
        SVGPath shape = new SVGPath();
        shape.setContent(path);
        Region mark = new Region();
        mark.setShape(shape);
        mark.setScaleShape(false);
        mark.getStyleClass().addAll("series-mark", "series-" + (ordinal() + 1));
        mark.setMinSize(14, 14);
        mark.setPrefSize(14, 14);
        mark.setMaxSize(14, 14);
        mark.setMouseTransparent(true);
        return mark;
    }
}

package placewatch.control.chart;

import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/// The lines of a chart, thousands of rectangles, on a bitmap of its own that the canvas takes as one picture. Opaque,
/// whole pixels of the screen. One painting, one thread.
final class Ink {

    private final int scale;
    private final int width;
    private final int height;
    private final int[] pixels;

    /// @param scale pixels of the screen in one of the window
    Ink(double width, double height, double scale) {
        this.scale = (int) Math.max(1, Math.ceil(scale));
        this.width = (int) Math.max(1, Math.ceil(width)) * this.scale;
        this.height = (int) Math.max(1, Math.ceil(height)) * this.scale;
        pixels = new int[this.width * this.height];
    }

    /// @param paint a plain colour: a chart has no other
    static int argb(Paint paint) {
        if (!(paint instanceof Color colour)) {
            throw new IllegalArgumentException("a series can't be drawn with " + paint);
        }
        return 0xff000000 | (int) Math.round(colour.getRed() * 255) << 16
                | (int) Math.round(colour.getGreen() * 255) << 8 | (int) Math.round(colour.getBlue() * 255);
    }

    /// In the window's pixels; what lies outside is left out.
    void fill(double x, double y, double wide, double high, int argb) {
        int left = at(x, width);
        int right = at(x + wide, width);
        int top = at(y, height);
        int bottom = at(y + high, height);
        for (int row = top; row < bottom; row++) {
            Arrays.fill(pixels, row * width + left, row * width + Math.max(left, right), argb);
        }
    }

    private int at(double place, int most) {
        return Math.clamp(Math.round(place * scale), 0, most);
    }

    /// Wide and high in the window's pixels: those of this image by the scale.
    Image image() {
        return new WritableImage(
                new PixelBuffer<>(width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance()));
    }

    double width() {
        return (double) width / scale;
    }

    double height() {
        return (double) height / scale;
    }
}

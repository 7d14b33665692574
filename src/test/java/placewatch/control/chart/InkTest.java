package placewatch.control.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import org.junit.jupiter.api.Test;

class InkTest {

    private static final Color LINE = Color.rgb(12, 200, 255);

    @Test
    void aRectangleHasItsPixelsAndNoOthers() {
        Ink ink = new Ink(10, 6, 1);
        ink.fill(2, 1, 3, 2, Ink.argb(LINE));
        Image image = ink.image();
        for (int x = 0; x < 10; x++) {
            for (int y = 0; y < 6; y++) {
                boolean inside = x >= 2 && x < 5 && y >= 1 && y < 3;
                assertThat(image.getPixelReader().getColor(x, y)).as(x + ", " + y)
                        .isEqualTo(inside ? LINE : Color.TRANSPARENT);
            }
        }
    }

    @Test
    void onADenseScreenEachPixelOfTheWindowIsSeveral() {
        Ink ink = new Ink(4, 4, 1.5);
        ink.fill(1, 1, 1, 1, Ink.argb(LINE));
        Image image = ink.image();
        assertThat(image.getWidth()).isEqualTo(8);
        assertThat(ink.width()).isEqualTo(4);
        assertThat(image.getPixelReader().getColor(2, 2)).isEqualTo(LINE);
        assertThat(image.getPixelReader().getColor(3, 3)).isEqualTo(LINE);
        assertThat(image.getPixelReader().getColor(4, 4)).isEqualTo(Color.TRANSPARENT);
    }

    @Test
    void whatLiesOutsideIsLeftOut() {
        Ink ink = new Ink(3, 3, 1);
        ink.fill(-5, -5, 6, 6, Ink.argb(LINE));
        ink.fill(2, 2, 1e9, 1e9, Ink.argb(LINE));
        ink.fill(5, 0, 2, 2, Ink.argb(LINE));
        ink.fill(0, 2, -3, -3, Ink.argb(LINE));
        Image image = ink.image();
        assertThat(image.getPixelReader().getColor(0, 0)).isEqualTo(LINE);
        assertThat(image.getPixelReader().getColor(1, 1)).isEqualTo(Color.TRANSPARENT);
        assertThat(image.getPixelReader().getColor(2, 2)).isEqualTo(LINE);
        assertThat(image.getPixelReader().getColor(2, 0)).isEqualTo(Color.TRANSPARENT);
    }

    @Test
    void onlyPlainColoursDraw() {
        LinearGradient gradient = new LinearGradient(0, 0, 1, 1, true, CycleMethod.NO_CYCLE);
        assertThatThrownBy(() -> Ink.argb(gradient)).isInstanceOf(IllegalArgumentException.class);
    }
}

package placewatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// The icon that the build draws.
class WindowIconTest {

    @BeforeAll
    static void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void theWindowCarriesIt() throws TimeoutException {
        try (WindowUnderTest window = WindowUnderTest.open()) {
            // once the first frame is laid out
            window.until("the window's icon", () -> window.wiring().stage().getIcons().stream().map(Image::getWidth)
                    .toList().equals(List.of(16.0, 32.0, 48.0, 128.0)));
        }
    }

    @Test
    void itsRoomsAndItsLightAreToldApartAtTheSmallest() {
        Image smallest = WindowIcon.sizes().getFirst();
        List<Color> middles = List.of(smallest.getPixelReader().getColor(5, 5), smallest.getPixelReader().getColor(11, 5),
                smallest.getPixelReader().getColor(8, 8));
        assertThat(middles).as("a room, the live one, the wall between them")
                .containsExactly(Color.web("#ffffff"), Color.web("#3fe08a"), Color.web("#0969da"));
    }
}

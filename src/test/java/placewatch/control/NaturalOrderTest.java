package placewatch.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {

    private final NaturalOrder order = new NaturalOrder();

    @Test
    void numbersInNamesCountAsNumbers() {
        assertThat(List.of("Level 10", "Level 2", "level 1", "Tower 3-10", "Tower 3-9", "Level", "12", "9", "Annex")
                .stream().sorted(order)).containsExactly(
                "9", "12", "Annex", "Level", "level 1", "Level 2", "Level 10", "Tower 3-9", "Tower 3-10");
    }

    @Test
    void zerosInFrontAndNumbersBeyondAnyTypeDoNotMatter() {
        assertThat(order.compare("Room 007", "Room 7")).isZero();
        assertThat(order.compare("Room 99999999999999999999", "Room 100000000000000000000")).isNegative();
        assertThat(order.compare("", "a")).isNegative();
    }
}

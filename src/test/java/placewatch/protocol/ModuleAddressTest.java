package placewatch.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModuleAddressTest {

    @ParameterizedTest
    @CsvSource({
        "Display_1,    Display,   1",
        "Display_12,   Display,   12",
        "Room_101_1,   Room_101,  1",
        "Display,      Display,   1",
        "Odd_,         Odd_,      1",
        "_TRIGGER__1,  _TRIGGER_, 1",
        "Display_0,    Display_0, 1",
    })
    void aSlugSplitsAtItsLastUnderscore(String slug, String module, int index) {
        assertThat(ModuleAddress.ofSlug("sys-1", slug)).isEqualTo(new ModuleAddress("sys-1", module, index));
    }

    @Test
    void anIndexStartsAtOne() {
        assertThatThrownBy(() -> new ModuleAddress("sys-1", "Display", 0)).hasMessageContaining("starts at 1");
    }
}

package placewatch.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusPathTest {

    @Test
    void aPathReadsAsPeopleWriteIt() {
        StatusKey key = new StatusKey(new ModuleAddress("sys-1", "Room_101", 2), "input/video");
        assertThat(key.path()).isEqualTo("sys-1/Room_101_2/input/video");
        assertThat(StatusKey.ofPath(key.path())).contains(key);
        assertThat(key.module().path()).isEqualTo("sys-1/Room_101_2");
    }

    @Test
    void anyVariableComesBackFromItsPath() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            StatusKey key = new StatusKey(new ModuleAddress("s" + text(random), "M" + text(random),
                    1 + random.nextInt(20)), "*%2FA".charAt(random.nextInt(5)) + text(random));
            assertThat(StatusKey.ofPath(key.path())).as(key.path()).contains(key);
            assertThat(ModuleAddress.ofPath(key.module().path())).contains(key.module());
            // that would be all of the module
            assertThat(key.path()).isNotEqualTo(key.module().path() + "/*");
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(4);
        for (int i = 0; i < length; i++) {
            text.append("a/%*2FA_1".charAt(random.nextInt(9)));
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "/", "a/", "/a/b", "a//b", "a/b/", "a/b/ "})
    void whatIsNoPathIsNone(String path) {
        assertThat(StatusKey.ofPath(path)).isEmpty();
    }
}

package placewatch.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import placewatch.settings.PastCalls.Argument;
import placewatch.settings.PastCalls.Call;
import placewatch.settings.PastCalls.End;
import placewatch.settings.PastCalls.Extent;
import placewatch.settings.PastCalls.Favourite;

/// The calls of before, on disk and back.
class PastCallsTest {

    private final PastCallsJson format = new PastCallsJson();

    private static Argument argument(Random random) {
        return new Argument("“ü\"\n🏢" + "x".repeat(random.nextInt(3_000)),
                Extent.values()[random.nextInt(Extent.values().length)]);
    }

    private static List<Argument> arguments(Random random) {
        return IntStream.range(0, random.nextInt(40)).mapToObj(_ -> argument(random)).toList();
    }

    private static Call call(Random random) {
        return new Call(Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000)), "sys-" + random.nextInt(9),
                "Boardroom “ü”", "Display", 1 + random.nextInt(3), "Samsung", "power?", arguments(random),
                End.values()[random.nextInt(End.values().length)], random.nextInt(8), random.nextLong(1L << 40),
                Duration.ofMillis(random.nextInt(100_000)));
    }

    private static Call plain(int number, List<Argument> arguments) {
        return new Call(Instant.EPOCH, "sys-1", "Room", "Display", 1, "Samsung", "f" + number, arguments, End.RETURNED, 0,
                0, Duration.ZERO);
    }

    @Test
    void whatIsWrittenIsReadBack() {
        Random random = new Random(6);
        for (int round = 0; round < 40; round++) {
            PastCalls past = new PastCalls(IntStream.range(0, random.nextInt(8)).mapToObj(_ -> call(random)).toList(),
                    IntStream.range(0, random.nextInt(4)).mapToObj(i -> new Favourite("n" + i, "d", "f",
                            arguments(random))).toList());
            assertThat(format.read(format.write(past))).isEqualTo(past);
        }
    }

    @Test
    void aFileBringsThemBack(@TempDir Path folder) {
        PastCalls past = new PastCalls(List.of(call(new Random(1))), List.of());
        Path file = folder.resolve("calls.json");
        assertThat(new KeptFile<>(file, format, InstantSource.system()).save(past)).isInstanceOf(Saved.Done.class);
        assertThat(new KeptFile<>(file, format, InstantSource.system()).load()).isEqualTo(new Loaded.AsSaved<>(past));
    }

    @Test
    void theLatestStayAndThereIsAnEnd() {
        PastCalls past = new PastCalls(IntStream.range(0, 900).mapToObj(i -> plain(i, List.of())).toList(), List.of());
        assertThat(past.calls()).hasSize(PastCalls.MOST).first().extracting(Call::function).isEqualTo("f0");
    }

    @Test
    void longArgumentsAreCutAndSaySo() {
        Call call = plain(0, List.of(new Argument("x".repeat(3_950), Extent.WHOLE),
                new Argument("y".repeat(101), Extent.WHOLE), new Argument("true", Extent.WHOLE),
                new Argument("z".repeat(99) + "🏢🏢", Extent.WHOLE)));
        assertThat(call.arguments()).extracting(Argument::extent)
                .containsExactly(Extent.WHOLE, Extent.CUT, Extent.WHOLE, Extent.CUT);
        assertThat(call.arguments().get(1).text()).isEqualTo("y".repeat(100));
        assertThat(call.arguments().get(3).text()).as("no half character").isEqualTo("z".repeat(99));
        Call many = plain(0, IntStream.range(0, 100).mapToObj(i -> new Argument("" + i, Extent.WHOLE)).toList());
        assertThat(many.arguments()).hasSize(32).last().isEqualTo(new Argument("…", Extent.CUT));
    }

    @Test
    void aNewerVersionsCallsAreLeftOut() {
        assertThat(format.read("""
                {"calls": [{"end": "vanished"}], "more": 1}
                """.getBytes(StandardCharsets.UTF_8))).isEqualTo(PastCalls.none());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{\"calls\": 3}", "{\"calls\": [{\"end\": \"returned\", \"at\": \"noon\"}]}",
        "{\"calls\": [{\"end\": \"returned\"}]}", "{\"favourites\": [{\"name\": 1}]}"})
    void whatIsNotOursIsBroken(String text) {
        assertThatThrownBy(() -> format.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

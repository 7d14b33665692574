package placewatch.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import placewatch.settings.Recent.Choice;
import placewatch.settings.Recent.Kind;
import tools.jackson.core.JacksonException;

/// What was gone to of late, on disk and back.
class RecentFormatTest {

    private final RecentFormat format = new RecentFormat();

    private static byte[] text(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static Choice choice(Random random) {
        Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
        String some = "“ü\"\n" + random.nextInt(1000);
        boolean placed = kind != Kind.COMMAND;
        return new Choice(kind, placed ? "sys-" + some : "", placed && random.nextBoolean() ? some : "",
                placed && kind != Kind.SYSTEM ? "Display_" + random.nextInt(9) : "",
                kind == Kind.SYSTEM || kind == Kind.MODULE ? "" : some);
    }

    @Test
    void whatIsWrittenIsReadBack() {
        Random random = new Random(11);
        for (int round = 0; round < 200; round++) {
            Recent recent = new Recent(IntStream.range(0, random.nextInt(60)).mapToObj(_ -> choice(random)).toList());
            assertThat(format.read(format.write(recent))).isEqualTo(recent);
        }
    }

    @Test
    void theLatestStandsFirstOnceAndThereIsAnEnd() {
        Recent recent = Recent.none();
        for (int i = 0; i < 80; i++) {
            recent = recent.with(new Choice(Kind.SYSTEM, "sys-" + i % 70, "Room " + i, "", ""));
        }
        assertThat(recent.choices()).hasSize(Recent.MOST).extracting(Choice::system).doesNotHaveDuplicates();
        assertThat(recent.choices().getFirst().title()).as("with its newest title").isEqualTo("Room 79");
    }

    @Test
    void aNewerVersionsChoicesAreLeftOut() {
        assertThat(format.read(text("""
                {"choices": [{"kind": "planet", "name": "Mars"}, {"kind": "command", "name": "Copy", "more": 1}], "x": []}
                """))).isEqualTo(new Recent(List.of(new Choice(Kind.COMMAND, "", "", "", "Copy"))));
        assertThat(format.read(text("{}"))).isEqualTo(format.initial());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{\"choices\": 3}", "{\"choices\": [{\"kind\": \"system\"}]}",
        "{\"choices\": [{\"kind\": \"command\", \"name\": 3}]}", "{\"choices\": [{\"kind\": \"module\", \"system\": \"s\"}]}"})
    void anythingElseIsBroken(String json) {
        assertThatThrownBy(() -> format.read(text(json))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsNoJsonIsBroken() {
        assertThatThrownBy(() -> format.read(text("{"))).isInstanceOf(JacksonException.class);
    }
}

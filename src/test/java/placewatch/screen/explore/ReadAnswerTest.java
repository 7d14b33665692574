package placewatch.screen.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Answers, read to be looked at.
class ReadAnswerTest {

    @Test
    void aListOfFlatObjectsHasTheColumnsOfAll() {
        assertThat(ReadAnswer.of("[{\"a\":1,\"b\":null},{\"c\":\"x\",\"a\":2}]").columns()).containsExactly("a", "b", "c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "[1]", "[{\"a\":[1]}]", "[{\"a\":1},2]", "\"x\"", "[{}]"})
    void othersAreNoTable(String json) {
        assertThat(ReadAnswer.of(json).columns()).isEmpty();
    }

    @Test
    void aLongAnswerShowsItsBeginningAndItsLength() {
        String json = IntStream.range(0, 200_000).mapToObj(i -> "\"row " + i + "\"").collect(Collectors.joining(",", "[", "]"));
        ReadAnswer read = ReadAnswer.of(json);
        assertThat(read.text()).hasSize(ReadAnswer.SHOWN);
        assertThat(read.length()).isGreaterThan(json.length());
        assertThat(read.tree()).hasSize(200_000);
        assertThat(ReadAnswer.of("\"" + "x".repeat(ReadAnswer.SHOWN - 1) + "🏢\"").text()).as("no half character")
                .isEqualTo("x".repeat(ReadAnswer.SHOWN - 1));
    }

    @Test
    void addressesInItAreKnownForWhatTheyAre() {
        ReadAnswer read = ReadAnswer.of("""
                {"page":"https://a.example/x?y=1","shot":["HTTP://b.example/cam.JPG?t=2","https://a.example/x?y=1"],
                 "logo":"data:image/png;base64,AAAA","raw":"data:text/plain,hi","no":"see https://c.example/ there",
                 "data: no":"data: nothing"}""");
        assertThat(read.links()).extracting(ReadAnswer.Link::kind).containsExactly(ReadAnswer.Kind.LINK,
                ReadAnswer.Kind.IMAGE_LINK, ReadAnswer.Kind.IMAGE_DATA, ReadAnswer.Kind.DATA);
        assertThat(read.links().get(2).words()).isEqualTo("data:image/png;base64…");
        assertThat(ReadAnswer.of(IntStream.range(0, 20).mapToObj(i -> "\"https://a.example/" + i + "\"")
                .collect(Collectors.joining(",", "[", "]"))).more()).isEqualTo(12);
    }

    @Test
    void aPlainTextIsReadAsItIs() {
        assertThat(ReadAnswer.of("\"one\\ntwo\"").text()).isEqualTo("one\ntwo");
    }
}

package placewatch.screen.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import placewatch.settings.Template;

class TemplateColumnsTest {

    private static TemplateColumns of(Template.Many many, String... patterns) {
        return new TemplateColumns(Arrays.stream(patterns)
                .map(pattern -> new Template.Column("", pattern, many)).toList());
    }

    private static List<String> headings(TemplateColumns columns) {
        return columns.columns().stream().map(TemplateColumn::heading).toList();
    }

    @Test
    void thereIsAColumnForEachIndexThatOccurs() {
        TemplateColumns columns = of(Template.Many.ONE_EACH, "Display_*/power");
        assertThat(headings(columns)).containsExactly("power");
        assertThat(columns.note(TemplatePatternTest.room("Display_1"))).isTrue();
        assertThat(headings(columns)).containsExactly("power");
        assertThat(columns.note(TemplatePatternTest.room("Display_1 Display_2 Mixer_1"))).isTrue();
        assertThat(headings(columns)).containsExactly("power 1", "power 2");
        assertThat(columns.note(TemplatePatternTest.room("Display_1 Display_2"))).isFalse();
        assertThat(columns.recount(List.of(TemplatePatternTest.room("Display_1")))).isTrue();
        assertThat(headings(columns)).containsExactly("power");
    }

    @Test
    void joinedIsOneColumnWhateverThereIs() {
        TemplateColumns columns = of(Template.Many.JOINED, "Display_*/power");
        assertThat(columns.note(TemplatePatternTest.room("Display_1 Display_2"))).isFalse();
        assertThat(columns.columns()).singleElement().matches(TemplateColumn::joined);
    }

    @Test
    void everyModulesColumnsAreInTheOrderOfTheirNames() {
        TemplateColumns columns = of(Template.Many.ONE_EACH, "*/connected");
        columns.note(TemplatePatternTest.room("Mixer_1 Display_2 Display_1 Display_10"));
        assertThat(headings(columns)).containsExactly("Display_1 connected", "Display_2 connected",
                "Display_10 connected", "Mixer_1 connected");
    }

    @Test
    void whatIsTooManyIsCounted() {
        TemplateColumns columns = of(Template.Many.ONE_EACH, "*/connected");
        columns.note(TemplatePatternTest.room(String.join(" ",
                IntStream.range(0, TemplateColumns.MOST + 7).mapToObj(i -> "Kind" + i + "_1").toList())));
        assertThat(columns.columns()).hasSize(TemplateColumns.MOST);
        assertThat(columns.left()).isEqualTo(7);
    }

    @Test
    void columnsKeepTheirIdsAndTheSameTwiceHasTwo() {
        TemplateColumns columns = of(Template.Many.ONE_EACH, "Display_*/power", "Display_*/power", "Wrong");
        List<String> before = columns.columns().stream().map(TemplateColumn::id).toList();
        assertThat(before).doesNotHaveDuplicates().hasSize(3);
        columns.note(TemplatePatternTest.room("Display_1 Display_2"));
        assertThat(columns.columns()).extracting(TemplateColumn::id).doesNotHaveDuplicates().hasSize(5);
        assertThat(columns.columns().getLast().pattern()).isInstanceOf(TemplatePattern.Wrong.class);
    }
}

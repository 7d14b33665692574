package placewatch.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;

class TemplatesJsonTest {

    private final TemplatesJson json = new TemplatesJson();

    private Templates read(String text) {
        return json.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whateverAPersonDefinesComesBackAsItWas() {
        Random random = new Random(20_260_817);
        for (int i = 0; i < 300; i++) {
            List<Template> all = new ArrayList<>();
            for (int number = random.nextInt(4); number > 0; number--) {
                all.add(template(random, number));
            }
            Templates templates = new Templates(all);
            assertThat(json.read(json.write(templates))).isEqualTo(templates);
            assertThat(json.read(json.tree(templates))).isEqualTo(templates);
        }
    }

    private static Template template(Random random, int number) {
        Template.Scope scope = switch (random.nextInt(3)) {
            case 0 -> new Template.Scope.Zone("zone-" + text(random), text(random));
            case 1 -> new Template.Scope.Search("q" + text(random));
            default -> new Template.Scope.Systems(random.ints(random.nextInt(5)).mapToObj(id ->
                    new Template.Picked("sys-" + id, text(random))).toList());
        };
        List<Template.Column> columns = random.ints(random.nextInt(6)).mapToObj(_ -> new Template.Column(text(random),
                "M_1/" + text(random), Template.Many.values()[random.nextInt(2)])).toList();
        return new Template(number + text(random), scope, columns,
                random.nextBoolean() ? Map.of() : Map.of("room", 40 + random.nextInt(400) + 0.5, text(random), 90.0),
                random.nextBoolean() ? Optional.empty()
                        : Optional.of(new Template.Sort(text(random), random.nextBoolean())));
    }

    private static String text(Random random) {
        String letters = "aZ 9/_*\"\\\n\té漢😀";
        return random.ints(random.nextInt(8), 0, letters.codePointCount(0, letters.length()))
                .mapToObj(at -> Character.toString(letters.codePointAt(letters.offsetByCodePoints(0, at))))
                .reduce("", String::concat);
    }

    @Test
    void whatANewerVersionWroteBesideIsLeftAlone() {
        Templates templates = read("""
                {"templates":[{"name":"Displays","colour":"red","scope":{"kind":"zone","id":"zone-1","deep":true},
                  "columns":[{"pattern":"Display_1/power","unit":"V"}]}],"else":7}""");
        assertThat(templates.all()).singleElement().isEqualTo(Template.of("Displays",
                new Template.Scope.Zone("zone-1", ""),
                List.of(new Template.Column("", "Display_1/power", Template.Many.ONE_EACH))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            []                                                                           | no JSON object
            {"templates":{}}                                                             | “templates” should be a list
            {"templates":[7]}                                                            | should be an object
            {"templates":[{"scope":{"kind":"search","words":"a"}}]}                      | name can't be empty
            {"templates":[{"name":"a","scope":{"kind":"moon"}}]}                         | not over “moon”
            {"templates":[{"name":"a","scope":{"kind":"zone"}}]}                         | zone can't be empty
            {"templates":[{"name":"a","scope":"zone"}]}                                  | “scope” should be an object
            {"templates":[{"name":7,"scope":{"kind":"search","words":"a"}}]}             | “name” should be a text
            {"templates":[{"name":"a","scope":{"kind":"search","words":"a"},"widths":{"room":"wide"}}]} | “room” should be a number
            {"templates":[{"name":"a","scope":{"kind":"search","words":"a"},"widths":{"room":-3}}]}     | can't be -3
            """)
    void whatIsNotOursIsSaidPlainly(String text, String words) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(words);
    }

    @Test
    void brokenTextIsNoTemplate() {
        assertThatThrownBy(() -> read("{\"templates\":[")).isInstanceOf(JacksonException.class);
    }

    @Test
    void aRemovalCanBeUndone() {
        Template one = Template.of("One", new Template.Scope.Search("a"), List.of());
        Template two = one.named("Two");
        Templates both = Templates.none().with(one).with(two);
        int place = both.place("One");
        assertThat(both.without("One").all()).containsExactly(two);
        assertThat(both.without("One").with(place, one)).isEqualTo(both);
        assertThat(both.replace("Two", two.named("Three")).all()).extracting(Template::name)
                .containsExactly("One", "Three");
        assertThat(both.freeName("One")).isEqualTo("One 2");
        assertThat(both.freeName("Four")).isEqualTo("Four");
        assertThatThrownBy(() -> both.with(one)).hasMessageContaining("two templates are called One");
    }
}

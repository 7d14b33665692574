package placewatch.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Form and JSON say the same, for shapes and values of every kind.
class FormRoundTripTest {

    private static final int ROUNDS = 3_000;

    @Test
    void everyValueThatFitsComesBackFromItsEditors() {
        int inEditors = 0;
        for (int seed = 0; seed < ROUNDS; seed++) {
            RandomForms.Case one = new RandomForms(new SplittableRandom(seed)).any(0);
            Argument argument = new Argument("it", one.schema());
            Draft draft = Drafts.of(argument.shape(), one.value());
            String what = "seed " + seed + ": " + one;
            assertThat(argument.read(draft)).as(what).isEqualTo(new Reading.Given(one.value()));
            inEditors += draft instanceof Draft.Json ? 0 : 1;
        }
        // only texts that look like the sign for an empty one have to be given as JSON
        assertThat(inEditors).isGreaterThan(ROUNDS * 9 / 10);
    }

    @Test
    void theJsonListOfAFormIsReadBackAsTheSameForm() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            RandomForms.Case one = new RandomForms(new SplittableRandom(seed)).any(0);
            List<Argument> arguments = List.of(new Argument("it", one.schema()));
            List<Draft> drafts = List.of(Drafts.of(arguments.getFirst().shape(), one.value()));
            String text = ArgumentList.text(arguments, drafts);
            String what = "seed " + seed + ": " + text;
            assertThat(ArgumentList.of(arguments, text)).as(what).isEqualTo(ArgumentList.of(arguments, drafts))
                    .isEqualTo(new ArgumentList.Ready(List.of(one.value().toString())));
            assertThat(JsonList.read(text)).isInstanceOfSatisfying(JsonList.Read.class,
                    read -> assertThat(ArgumentList.drafts(arguments, read.values())).as(what).isEqualTo(drafts));
        }
    }

    @Test
    void whateverIsLeftInAFormItIsReadWithoutHarmAndWrittenDown() {
        int ready = 0;
        for (int seed = 0; seed < ROUNDS; seed++) {
            RandomForms forms = new RandomForms(new SplittableRandom(seed));
            List<Argument> arguments = List.of(new Argument("one", forms.any(0).schema()),
                    new Argument("two", forms.any(0).schema()));
            List<Draft> drafts = arguments.stream().map(argument -> forms.draft(argument.shape())).toList();
            String text = ArgumentList.text(arguments, drafts);
            if (ArgumentList.of(arguments, drafts) instanceof ArgumentList.Ready all) {
                ready++;
                assertThat(ArgumentList.of(arguments, text)).as("seed " + seed + ": " + text).isEqualTo(all);
            } else if (ArgumentList.of(arguments, text) instanceof ArgumentList.Faulty(JsonFault fault)) {
                assertThat(fault.offset()).isBetween(0, text.length());
                assertThat(fault.excerpt(text).lines()).hasSizeLessThanOrEqualTo(2);
                assertThat(fault.why()).isNotBlank();
            }
        }
        assertThat(ready).isGreaterThan(30);
    }

    @Test
    void valuesThatFitNoEditorAreKeptAsTheyAre() {
        JsonNode value = ShapeReaderTest.json("{\"name\":\"a\",\"extra\":[1]}");
        Argument argument = new Argument("it", ShapeReaderTest.json(
                "{\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\"}},\"required\":[\"name\"]}"));
        Draft draft = Drafts.of(argument.shape(), value);
        assertThat(draft).isEqualTo(new Draft.Json("{\"name\":\"a\",\"extra\":[1]}"));
        assertThat(argument.read(draft)).isEqualTo(new Reading.Given(value));
    }
}

package placewatch.screen.jump;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import placewatch.control.Command;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.StatusKey;

/// What is found by which parts of its name, and what comes first.
class QueryTest {

    private static final long SEED = 20_260_301;
    private static final String LETTERS = "abcdeABCDE012_. -é";

    private static Entry module(String slug, String title) {
        return new Entry(new Goal.OfModule(ModuleAddress.ofSlug("sys-1", slug), title));
    }

    private static Entry variable(String name, String slug, String title) {
        return new Entry(new Goal.OfVariable(new StatusKey(ModuleAddress.ofSlug("sys-1", slug), name), title));
    }

    private static Entry system(String title) {
        return new Entry(new Goal.OfSystem("sys-1", title));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            disp board,     true
            board disp,     true
            BOARD Display,  true
            2.01,           true
            play,           true
            disp1,          true
            d1,             true
            b2 d,           true
            d1 mixer,       false
            displays,       false
            1d,             false
            isp1,           false
            disp 2.02,      false
            """)
    void aModuleIsFoundByPartsOfItsNameAndOfItsRoom(String typed, boolean found) {
        assertThat(Query.of(typed).fit(module("Display_1", "Boardroom 2.01")) > 0).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            power,      power,             power_usage,     the whole name before a part of it
            disp,       Display_1,         Undisplaced_1,   a beginning of a word before its inside
            play,       Playback_1,        Display_1,       a beginning of a word before its inside
            dis,        Display_1,         Desk_Info_Set_1, one piece before several
            power,      Power_1,           Main_Power_1,    the beginning of all before another word's
            mixer,      Mixer_1,           Mixer_Backup_1,  the shorter one
            bo2,        Board_2,           Big_Old_2,       fewer pieces
            """)
    void whatFitsBetterStandsFirst(String typed, String better, String worse, String why) {
        Query query = Query.of(typed);
        int one = query.fit(module(better, "Room"));
        int other = query.fit(module(worse, "Room"));
        assertThat(other).as("both are found").isPositive();
        assertThat(one).as(why).isGreaterThan(other);
    }

    @Test
    void aNameCountsMoreThanWhereItIs() {
        Query query = Query.of("board");
        assertThat(query.fit(system("Boardroom 2.01"))).isGreaterThan(query.fit(module("Display_1", "Boardroom 2.01")));
    }

    @Test
    void commandsAreFoundAloneBehindTheirSign() {
        Entry command = new Entry(new Goal.OfCommand(Command.of("Log", "Clear the console", () -> { })));
        assertThat(Query.of("> clear").fit(command)).isPositive();
        assertThat(Query.of(">clear").fit(command)).isPositive();
        assertThat(Query.of("log clear").fit(command)).isPositive();
        assertThat(Query.of(">d").fit(module("Display_1", "Boardroom"))).isZero();
        assertThat(Query.of(" > ").isEmpty()).isTrue();
        assertThat(Query.of(" > ").commandsOnly()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            disp board,  ####_____, #####_________
            d1,          #_______#, ______________
            play 2.01,   ___####__, __________####
            disp br2,    ####_____, #____#____#___
            """)
    void theLettersThatWereTypedAreMarked(String typed, String name, String where) {
        Entry entry = module("Display_1", "Board Room 2.01".replace(" Room", typed.contains("br2") ? "Room" : "room"));
        Query query = Query.of(typed);
        assertThat(marked(9, query.inName(entry))).isEqualTo(name);
        assertThat(marked(14, query.inWhere(entry))).isEqualTo(where);
    }

    private static String marked(int length, BitSet marks) {
        return IntStream.range(0, length).mapToObj(i -> marks.get(i) ? "#" : "_").reduce("", String::concat);
    }

    private static String text(Random random, int least, int most) {
        int length = least + random.nextInt(most - least + 1);
        return IntStream.range(0, length).mapToObj(_ -> "" + LETTERS.charAt(random.nextInt(LETTERS.length())))
                .reduce("", String::concat);
    }

    /// A name that has something to type in it.
    private static String name(Random random) {
        return "x" + text(random, 0, 12);
    }

    @Test
    void everyPartOfANameFindsItAndTheOrderOfWordsCountsForNothing() {
        Random random = new Random(SEED);
        for (int round = 0; round < 20_000; round++) {
            Entry entry = variable(name(random), name(random), name(random));
            List<String> words = new ArrayList<>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                String from = random.nextBoolean() ? entry.goal().name() : entry.goal().where();
                int begin = random.nextInt(from.length());
                String part = from.substring(begin, begin + 1 + random.nextInt(from.length() - begin));
                // as many words as are looked at
                words.add(part.strip().split(" ")[0]);
            }
            // a leading > means something else
            Query query = Query.of("x " + String.join(" ", words));
            int fit = query.fit(entry);
            assertThat(fit).as("%s in %s, seed %s", words, entry.goal(), SEED).isPositive();
            Collections.shuffle(words, random);
            assertThat(Query.of(String.join(" ", words) + " X").fit(entry)).isEqualTo(fit);
        }
    }

    @Test
    void oneMoreWordFindsNothingNewAndMarksAreTheLettersThatWereTyped() {
        Random random = new Random(SEED + 1);
        int found = 0;
        for (int round = 0; round < 50_000; round++) {
            Entry entry = variable(name(random), name(random), name(random));
            String typed = text(random, 1, 4);
            Query query = Query.of("x" + typed);
            Query longer = Query.of("x" + typed + " " + text(random, 1, 3));
            if (query.fit(entry) == 0) {
                assertThat(longer.fit(entry)).isZero();
                continue;
            }
            found++;
            if (query.words().size() == 1) {
                String word = query.words().getFirst();
                String inName = letters(entry.goal().name(), query.inName(entry));
                String inWhere = letters(entry.goal().where(), query.inWhere(entry));
                assertThat(FoldedText.folded(inName + inWhere)).as("%s in %s", word, entry.goal()).isEqualTo(word);
            }
        }
        assertThat(found).isGreaterThan(1_000);
    }

    private static String letters(String text, BitSet marks) {
        return marks.stream().mapToObj(i -> "" + text.charAt(i)).reduce("", String::concat);
    }
}

package placewatch.log;

import static org.assertj.core.api.Assertions.assertThat;
import static placewatch.log.Filters.NOW;
import static placewatch.log.Filters.module;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Random texts as filters, held against what a filter plainly means.
class FilterFuzzTest {

    private static final String[] PIECES = {" ", " ", " ", "(", ")", "\"", "-", "/", "\\", ",", "+", ":", "*", "or", " or ",
            "level:", "warn", "error+", "mod:", "Display", "_1", "sys:", "sys-1", "board", "age:", "5m", "kind:", "debug",
            "a", "b", "po", "wer", "Ä", "ß", "日", "\uD83D", "\uDE00", "[", "]", "{2}", "?", ".", "|", "^", "$", "\\d", "\\Q",
            "\u00A0", "\u0000", "K", "é"};

    private static final String[] TERMS = {"a", "b", "po", "power", "ä", "ß", "日本", "\"a b\"", "\" \"", "/a+b/", "/po.*w/", "/ab?a/", "/pow?a|b/", "/.*po/", "/aab*/", "/ab{0}/", "/pow(er)?/", "/po\\n?w/", "/^p/",
            "/ä|ö/", "level:warn", "level:notice+", "level:odd", "mod:Display", "mod:*_2", "sys:sys-2", "sys:room",
            "age:10s", "kind:debug,call", "1", "_", "K", "\"\\\"\"", "d", "\u0000", "😀"};

    private static final String[] CHUNKS = {"a", "b", "A", "B", "po", "Power", "wer", "ä", "Ä", "ß", "日", "本", " ", " ",
            "\"", "\n", "K", "1", "_", "\u0000", "😀", "ö", "o", "p", "x".repeat(7)};

    private static final String[] LEVELS = {"debug", "warn", "WARNING", "odd", "", "fatal", "notice"};

    @Test
    void whateverIsTypedIsReadOrHasItsFaultMarked() {
        Random random = new Random(7);
        int read = 0;
        for (int round = 0; round < 40_000; round++) {
            StringBuilder typed = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                typed.append(PIECES[random.nextInt(PIECES.length)]);
            }
            String text = typed.toString();
            switch (FilterReader.read(text)) {
                case FilterReading.Read(LogFilter filter) -> {
                    readsBack(filter);
                    read++;
                }
                case FilterReading.Faulty(FilterFault fault) -> {
                    assertThat(fault.from()).as(text).isBetween(0, text.length() - 1);
                    assertThat(fault.to()).as(text).isBetween(fault.from() + 1, text.length());
                    assertThat(fault.sentence()).as(text).matches("(?s)\\P{Ll}.*\\.");
                }
            }
        }
        assertThat(read).isBetween(5_000, 35_000);
    }

    private static void readsBack(LogFilter filter) {
        if (!(FilterReader.read(filter.canonical()) instanceof FilterReading.Read(LogFilter again))
                || !again.condition().equals(filter.condition()) || !again.canonical().equals(filter.canonical())) {
            throw new AssertionError(filter.text() + " is written " + filter.canonical() + " and read "
                    + FilterReader.read(filter.canonical()));
        }
    }

    @Test
    void takesWhatIsPlainlyMeant() {
        Random random = new Random(8);
        LogWindow window = lines(random);
        List<LogEntry> entries = new ArrayList<>();
        for (long number = window.first(); number < window.end(); number++) {
            entries.add(window.entry(number).orElseThrow());
        }
        LogCursor cursor = window.cursor();
        long taken = 0;
        for (int round = 0; round < 600; round++) {
            LogFilter filter = Filters.filter(tree(random, 3));
            readsBack(filter);
            FilterMatcher matcher = filter.matcher();
            for (LogEntry entry : entries) {
                window.moveTo(cursor, entry.number());
                boolean takes = matcher.matches(cursor, NOW);
                if (takes != NaiveFilter.takes(filter.condition(), entry, NOW)) {
                    throw new AssertionError(filter + (takes ? " takes " : " leaves ") + entry);
                }
                taken += takes ? 1 : 0;
            }
            assertThat(matcher.givenUp()).isZero();
        }
        assertThat(taken).isBetween(20_000L, 150_000L);
    }

    @Test
    void spansLieApartInTheText() {
        Random random = new Random(9);
        for (int round = 0; round < 5_000; round++) {
            String shown = text(random);
            int end = -1;
            for (Span span : Filters.filter(tree(random, 2)).spans(shown)) {
                assertThat(span.from()).isGreaterThan(end);
                assertThat(span.to()).isGreaterThan(span.from());
                end = span.to();
            }
            assertThat(end).isLessThanOrEqualTo(shown.length());
        }
    }

    private static LogWindow lines(Random random) {
        LogStore store = new LogStore(10_000, 1 << 24);
        LogSource[] sources = {LogSource.CONNECTION, module("Display_1", "sys-1", "Boardroom"),
            module("Display_2", "sys-2", "Grand Room"), module("Kä_2", "sys-2", "")};
        for (int i = 0; i < 300; i++) {
            store.append(NOW.minusMillis(random.nextInt(20_000)), sources[random.nextInt(sources.length)],
                    LogEntry.Kind.values()[random.nextInt(3)], LEVELS[random.nextInt(LEVELS.length)], text(random));
        }
        return store.window();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(20); i > 0; i--) {
            text.append(CHUNKS[random.nextInt(CHUNKS.length)]);
        }
        return text.toString();
    }

    private static String tree(Random random, int depth) {
        String minus = random.nextInt(4) == 0 ? "-" : "";
        if (depth == 0 || random.nextInt(4) == 0) {
            return minus + TERMS[random.nextInt(TERMS.length)];
        }
        String between = random.nextBoolean() ? " or " : " ";
        return minus + "(" + tree(random, depth - 1) + between + tree(random, depth - 1) + ")";
    }
}

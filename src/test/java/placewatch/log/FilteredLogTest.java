package placewatch.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FilteredLogTest {

    private static final List<String> FILTERS = List.of("", "volume", "-volume", "level:warn+", "power or volume",
            "/vol\\w+ [0-9]5/", "mod:Camera volume", "nothing", "größe", "kind:call or level:warn");
    private static final List<LogSource> SOURCES = List.of(Filters.module("Display_1", "sys-1", "Boardroom"),
            Filters.module("Camera_1", "sys-1", "Boardroom"), Filters.module("Display_2", "sys-2", "Lobby"));
    private static final List<String> LEVELS = List.of("debug", "info", "warn", "error");
    private static final List<String> WORDS = List.of("volume", "power", "Größe", "hdmi");

    private final Random random = new Random(11);
    private final LogStore store = new LogStore(50_000, 1L << 40);
    private final List<FilteredLines> news = new CopyOnWriteArrayList<>();
    private volatile Instant now = Filters.NOW;
    private final FilteredLog log = new FilteredLog(store, ask(LogScope.ALL, ""), () -> now, this::told,
            Duration.ofMillis(100));

    private void told() {
        // told before the constructor returned
        Optional.ofNullable(log).ifPresent(it -> news.add(it.lines()));
    }

    @AfterEach
    void close() {
        log.close();
    }

    private static LogQuestion ask(LogScope scope, String filter) {
        return new LogQuestion(scope, Filters.filter(filter));
    }

    private static ConditionFactory patience(String what) {
        return await(what).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(2)).atMost(Duration.ofSeconds(20));
    }

    private void until(String what, Callable<Boolean> holds) {
        patience(what).until(holds);
    }

    private void append(int count) {
        for (int i = 0; i < count; i++) {
            store.append(Filters.NOW, SOURCES.get(random.nextInt(SOURCES.size())),
                    random.nextInt(20) == 0 ? LogEntry.Kind.EXEC : LogEntry.Kind.DEBUG,
                    LEVELS.get(random.nextInt(LEVELS.size())),
                    WORDS.get(random.nextInt(WORDS.size())) + " " + random.nextInt(100));
        }
    }

    private FilteredLines settled(LogQuestion question) {
        until("the answer to " + question, () -> {
            LogWindow window = store.window();
            FilteredLines lines = log.lines();
            return lines.question() == question && lines.isComplete() && lines.window().end() == window.end()
                    && lines.window().first() == window.first();
        });
        return log.lines();
    }

    private List<Long> naive(LogQuestion question, LogWindow window) {
        LineChoice scope = question.scope().test();
        List<Long> wanted = new ArrayList<>();
        LogCursor cursor = window.cursor();
        for (long number = window.first(); number < window.end(); number++) {
            window.moveTo(cursor, number);
            if (scope.takes(cursor) && NaiveFilter.takes(question.filter().condition(), cursor.entry(), now)) {
                wanted.add(number);
            }
        }
        return wanted;
    }

    private static List<Long> numbers(FilteredLines lines) {
        return lines.numbers(0, lines.size()).boxed().toList();
    }

    private void assertIs(FilteredLines lines, List<Long> wanted) {
        assertThat(numbers(lines)).isEqualTo(wanted);
        for (int i = 0; i < 20; i++) {
            long number = lines.window().first() - 5 + random.nextLong(lines.window().size() + 10);
            assertThat(lines.indexOf(number)).isEqualTo(wanted.stream().filter(each -> each < number).count());
            assertThat(lines.has(number)).isEqualTo(wanted.contains(number));
        }
        if (!wanted.isEmpty()) {
            int any = random.nextInt(wanted.size());
            assertThat(lines.entry(any)).isEqualTo(lines.window().entry(wanted.get(any)).orElseThrow());
            long kind = random.nextInt(2, 2_000);
            assertThat(lines.find(any, FilteredLines.Direction.UP, line -> line.number() % kind == 0))
                    .isEqualTo(IntStream.iterate(any, at -> at >= 0, at -> at - 1).filter(at -> wanted.get(at) % kind == 0)
                            .mapToLong(at -> at).findFirst());
            assertThat(lines.find(any, FilteredLines.Direction.DOWN, line -> line.number() % kind == 0))
                    .isEqualTo(IntStream.range(any, wanted.size()).filter(at -> wanted.get(at) % kind == 0)
                            .mapToLong(at -> at).findFirst());
        }
        assertThat(lines.searched()).isEqualTo(1);
    }

    @Test
    void whateverHappensTheAnswerIsWhatAPlainLookAtEachLineComesTo() {
        LogQuestion question = ask(LogScope.ALL, "");
        log.ask(question);
        for (int step = 0; step < 80; step++) {
            switch (random.nextInt(8)) {
                case 0 -> {
                    store.clear();
                    log.wake();
                }
                case 1 -> {
                    store.mostLines(1 + random.nextInt(20_000));
                    log.wake();
                }
                case 2, 3 -> {
                    LogScope scope = switch (random.nextInt(5)) {
                        case 0 -> LogScope.of("mod-Camera_1");
                        case 1 -> LogScope.ALL.muted(Set.of("mod-Display_1"));
                        case 2 -> LogScope.ALL.hidden(Set.of(LogEntry.Kind.EXEC));
                        case 3 -> LogScope.ALL.since(store.window().end() - random.nextInt(3_000));
                        default -> LogScope.ALL;
                    };
                    question = ask(scope, FILTERS.get(random.nextInt(FILTERS.size())));
                    log.ask(question);
                }
                default -> append(random.nextInt(4_000));
            }
            if (random.nextInt(3) == 0) {
                FilteredLines lines = settled(question);
                assertIs(lines, naive(question, lines.window()));
            }
        }
    }

    @Test
    void aLongAnswerComesNewestFirstAndBitByBitWhileLinesCome() {
        store.mostLines(400_000);
        append(200_000);
        settled(log.lines().question());
        news.clear();
        LogQuestion question = ask(LogScope.ALL, "/(p|v)o.*[0-9]5$/");
        log.ask(question);
        until("a first answer", () -> !news.isEmpty());
        append(1_000);
        FilteredLines whole = settled(question);
        List<Long> wanted = naive(question, whole.window());
        assertThat(numbers(whole)).isEqualTo(wanted);
        assertThat(news).extracting(FilteredLines::question).containsOnly(question);
        assertThat(news.getFirst().isComplete()).isFalse();
        assertThat(news.getFirst().size()).isPositive();
        double searched = 0;
        for (FilteredLines each : news) {
            long from = each.isComplete() ? 0 : each.number(0);
            assertThat(numbers(each)).isEqualTo(wanted.stream()
                    .filter(number -> number >= from && number < each.window().end()).toList());
            assertThat(each.searched()).isBetween(searched - 0.01, 1.0);
            searched = each.searched();
        }
    }

    @Test
    void aFilterThatTakesForEverGivesWayToTheNextAtOnceAndSaysMeanwhileHowFarItIs() {
        for (int i = 0; i < 40_000; i++) {
            store.append(Filters.NOW, SOURCES.getFirst(), LogEntry.Kind.DEBUG, "info", "x".repeat(60));
        }
        settled(log.lines().question());
        news.clear();
        LogQuestion hopeless = ask(LogScope.ALL, "/(x+x+)+y/ nothing");
        LogQuestion slow = ask(LogScope.ALL, "-/(x+x+)+y/");
        log.ask(slow);
        until("news of the slow one", () -> news.stream().anyMatch(lines -> lines.question() == slow));
        assertThat(log.lines().isComplete()).isFalse();
        LogQuestion next = ask(LogScope.ALL, "");
        long asked = System.nanoTime();
        log.ask(next);
        settled(next);
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(1));
        log.ask(hopeless);
        settled(hopeless);
        assertThat(log.lines().size()).isZero();
    }

    @Test
    void linesTooOldGoAndUntilThenTheReaderKeepsThePlace() {
        store.mostLines(200_000);
        append(100_000);
        LogQuestion question = ask(LogScope.ALL, "age:1m /(p|v)o.*[0-9]5$/");
        log.ask(question);
        long young = settled(question).size();
        assertThat(young).isPositive();
        news.clear();
        now = now.plusSeconds(30);
        append(100);
        until("a line that is new", () -> log.lines().window().end() == store.window().end());
        until("it was asked anew, with all still young enough", () -> news.size() > 4);
        now = now.plusSeconds(31);
        until("only what is young", () -> log.lines().size() == 0);
        assertThat(news).isNotEmpty().allMatch(FilteredLines::isComplete);
    }

    @Test
    void aClearedScopeIsEmptyAtOnceHoweverLongTheLogIs() {
        append(50_000);
        settled(log.lines().question());
        news.clear();
        LogQuestion since = ask(LogScope.ALL.since(store.window().end()), "/(p|v)o.*[0-9]5$/");
        log.ask(since);
        settled(since);
        assertThat(news).filteredOn(lines -> lines.question() == since).singleElement()
                .returns(true, FilteredLines::isComplete).returns(0L, FilteredLines::size);
    }

    @Test
    void closedItListensNoMoreAndItsThreadEnds() {
        append(1);
        settled(log.lines().question());
        LogQuestion slow = ask(LogScope.ALL, "/(x+x+)+y/");
        for (int i = 0; i < 20_000; i++) {
            store.append(Filters.NOW, SOURCES.getFirst(), LogEntry.Kind.DEBUG, "info", "x".repeat(60));
        }
        Set<Thread> others = workers();
        FilteredLog other = new FilteredLog(store, slow, () -> now, () -> { });
        Thread worker = workers().stream().filter(thread -> !others.contains(thread)).findFirst().orElseThrow();
        other.close();
        until("the end of the worker", () -> !worker.isAlive());
        store.append(Filters.NOW, SOURCES.getFirst(), LogEntry.Kind.DEBUG, "info", "after");
        assertThat(other.lines().window().end()).isLessThan(store.window().end());
    }

    private static Set<Thread> workers() {
        return Set.copyOf(Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("placewatch-log-filter")).toList());
    }

    @Test
    void trulyNothingComesOfNothing() {
        LogQuestion question = ask(LogScope.ALL, "volume");
        log.ask(question);
        FilteredLines none = settled(question);
        assertThat(none.size()).isZero();
        assertThat(none.indexOf(17)).isZero();
        assertThat(none.has(0)).isFalse();
        assertThat(none.numbers(0, 0)).isEmpty();
        assertThat(none.find(0, FilteredLines.Direction.DOWN, _ -> true)).isEmpty();
        assertThat(none.searched()).isEqualTo(1);
    }
}

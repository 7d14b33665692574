package placewatch.log;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import placewatch.protocol.Subscription;

/// Keeps the answer to one question about the log: a thread of its own looks at each line as it comes, and after a new
/// question at all lines that there are, the newest first, so that what a reader looks at is there long before the
/// count is.
public final class FilteredLog implements AutoCloseable {

    /// Lines are looked at together: nobody sees more often than this.
    private static final Duration ROUND = Duration.ofMillis(4);

    /// So often the answer is handed over while old lines are looked at.
    private static final Duration NEWS = Duration.ofMillis(20);

    /// The answer to a new question is handed over after that time, although nothing was found yet.
    private static final Duration PATIENCE = Duration.ofMillis(100);

    /// So many lines are looked at before the question is: one may take an expression a millisecond.
    private static final int LOOKS = 64;

    /// So many old lines are looked at first; then as many as take no long time, as new ones must not wait for them.
    private static final int FIRST_STRETCH = 256;

    /// So often a question about age is asked anew.
    private static final Duration AGED = Duration.ofSeconds(2);

    private final LogStore store;
    private final InstantSource clock;
    private final Runnable onNews;
    private final Duration aged;
    private final Subscription arrivals;
    private final Thread worker;
    private final AtomicBoolean wanted = new AtomicBoolean();
    private volatile LogQuestion question;
    private volatile FilteredLines lines;
    private volatile boolean closed;

    /// @param onNews run on the worker's thread when [#lines] has changed: must return at once
    public FilteredLog(LogStore store, LogQuestion question, InstantSource clock, Runnable onNews) {
        this(store, question, clock, onNews, AGED);
    }

    /// @param aged so often a question about age is asked anew
    FilteredLog(LogStore store, LogQuestion question, InstantSource clock, Runnable onNews, Duration aged) {
        this.aged = aged;
        this.store = store;
        this.question = question;
        this.clock = clock;
        this.onNews = onNews;
        lines = FilteredLines.none(question, store.window());
        worker = Thread.ofPlatform().name("placewatch-log-filter").daemon().unstarted(this::work);
        arrivals = store.onLine(this::wake);
        worker.start();
    }

    /// Asks another question. Any thread; the answer follows.
    public void ask(LogQuestion next) {
        question = next;
        wake();
    }

    /// The lines that are asked for, as far as they are known. Any thread.
    public FilteredLines lines() {
        return lines;
    }

    /// Looks again although no line came: the log was cleared, or holds fewer lines.
    public void wake() {
        if (!wanted.get() && !wanted.getAndSet(true)) {
            LockSupport.unpark(worker);
        }
    }

    private void work() {
        Search search = new Search(question, store.window());
        while (!closed) {
            long began = System.nanoTime();
            wanted.set(false);
            if (search.isOver()) {
                search = new Search(question, store.window());
            }
            search.round();
            if (search.isAged()) {
                search = anew(search);
            } else {
                rest(search, began);
            }
        }
    }

    /// Asks the same again as time has passed. What was known is told until the new answer is whole: a reader does not
    /// lose the place every two seconds.
    private Search anew(Search before) {
        Search next = new Search(before.question, store.window());
        while (!next.isComplete() && !next.isOver()) {
            long until = System.nanoTime() + NEWS.toNanos();
            while (!next.isComplete() && !next.isOver() && System.nanoTime() - until < 0) {
                next.older();
            }
            before.round();
        }
        return next;
    }

    private void rest(Search search, long began) {
        while (!search.isOver()) {
            boolean early = System.nanoTime() - began < ROUND.toNanos();
            if (search.isComplete() && !wanted.get() && !search.isAged()) {
                LockSupport.parkNanos(this, search.question.filter().ages() ? aged.toNanos() : Long.MAX_VALUE);
            } else if (search.isComplete() && early) {
                LockSupport.parkNanos(this, ROUND.toNanos() - (System.nanoTime() - began));
            } else {
                return;
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        arrivals.close();
        LockSupport.unpark(worker);
    }

    /// One question on its way through the log. Worker's thread.
    private final class Search {

        private final LogQuestion question;
        private final LineChoice inScope;
        private final FilterMatcher matcher;
        private final Instant asked = clock.instant();
        private final ArrayDeque<Part> parts = new ArrayDeque<>();
        private final long began = System.nanoTime();
        private LogWindow window;
        private long from;
        private long to;
        private int stretch = FIRST_STRETCH;
        private boolean told;

        Search(LogQuestion question, LogWindow window) {
            this.question = question;
            this.window = window;
            inScope = question.scope().test();
            matcher = question.filter().matcher();
            from = window.end();
            to = from;
        }

        /// Nobody waits for its answer any more.
        boolean isOver() {
            return closed || question != FilteredLog.this.question;
        }

        boolean isComplete() {
            return from <= lowest();
        }

        /// The first line that may be wanted.
        private long lowest() {
            return Math.max(window.first(), question.scope().since());
        }

        boolean isAged() {
            return question.filter().ages() && isComplete() && System.nanoTime() - began > aged.toNanos();
        }

        /// Looks at what is new, and for a while at what is older.
        void round() {
            LogWindow before = window;
            boolean wasComplete = isComplete();
            window = store.window();
            boolean news = !told || window.end() != before.end() || window.first() != before.first();
            newer();
            while (!parts.isEmpty() && parts.getFirst().isBefore(window.first())) {
                parts.removeFirst();
            }
            long moment = System.nanoTime();
            while (!isComplete() && !isOver() && System.nanoTime() - moment < patience().toNanos()) {
                older();
                news = true;
            }
            if ((news || wasComplete != isComplete()) && !isOver()) {
                told = true;
                lines = new FilteredLines(question, window, List.copyOf(parts),
                        isComplete() ? window.first() : from, matcher.givenUp());
                onNews.run();
            }
        }

        private Duration patience() {
            return told || parts.stream().anyMatch(part -> part.count() > 0) ? NEWS : PATIENCE;
        }

        private void newer() {
            long number = Math.max(to, window.first());
            LogCursor cursor = window.cursor();
            while (number < window.end()) {
                int at = window.chunkOf(number);
                Chunk chunk = window.chunk(at);
                Part part = parts.peekLast();
                if (part == null || part.chunk != chunk) {
                    part = new Part(chunk);
                    parts.addLast(part);
                }
                long end = window.endOf(at);
                look(cursor, part, number, end);
                number = end;
            }
            to = window.end();
            from = Math.min(from, to);
        }

        private void older() {
            if (!isComplete()) {
                int at = window.chunkOf(from - 1);
                Chunk chunk = window.chunk(at);
                Part part = new Part(chunk);
                long start = Math.max(Math.max(chunk.first, lowest()), from - stretch);
                long moment = System.nanoTime();
                look(window.cursor(), part, start, from);
                long took = System.nanoTime() - moment;
                if (took > NEWS.toNanos()) {
                    stretch = Math.max(LOOKS, stretch / 4);
                } else if (took < NEWS.toNanos() / 8) {
                    stretch = Math.min(Chunk.LINES, stretch * 2);
                }
                if (part.count() > 0) {
                    parts.addFirst(part);
                }
                from = start;
            }
        }

        private void look(LogCursor cursor, Part part, long start, long end) {
            for (long number = start; number < end; number++) {
                if (number % LOOKS == 0 && isOver()) {
                    return;
                }
                int place = (int) (number - part.chunk.first);
                cursor.at(part.chunk, place);
                if (inScope.takes(cursor) && (question.filter().isEmpty() || matcher.matches(cursor, asked))) {
                    part.add(place);
                }
            }
        }
    }
}

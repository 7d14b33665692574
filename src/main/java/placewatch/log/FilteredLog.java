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

    /// So often a question about age is asked anew.
    private static final Duration AGED = Duration.ofSeconds(2);

    private final LogStore store;
    private final InstantSource clock;
    private final Runnable onNews;
    private final Subscription arrivals;
    private final Thread worker;
    private final AtomicBoolean wanted = new AtomicBoolean();
    private volatile LogQuestion question;
    private volatile FilteredLines lines;
    private volatile boolean closed;

    /// @param onNews run on the worker's thread when [#lines] has changed: must return at once
    public FilteredLog(LogStore store, LogQuestion question, InstantSource clock, Runnable onNews) {
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
            LogQuestion now = question;
            if (now != search.question || search.isAged()) {
                search = new Search(now, store.window());
            }
            search.round();
            rest(search, began);
        }
    }

    private void rest(Search search, long began) {
        while (!closed && question == search.question) {
            boolean early = System.nanoTime() - began < ROUND.toNanos();
            if (search.isComplete() && !wanted.get() && !search.isAged()) {
                LockSupport.parkNanos(this, search.question.filter().ages() ? AGED.toNanos() : Long.MAX_VALUE);
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
        private boolean told;

        Search(LogQuestion question, LogWindow window) {
            this.question = question;
            this.window = window;
            inScope = question.scope().test();
            matcher = question.filter().matcher();
            from = window.end();
            to = from;
        }

        boolean isComplete() {
            return from <= window.first();
        }

        boolean isAged() {
            return question.filter().ages() && isComplete() && System.nanoTime() - began > AGED.toNanos();
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
            long until = System.nanoTime() + NEWS.toNanos();
            do {
                if (!isComplete()) {
                    older();
                    news = true;
                }
            } while (!isComplete() && !told && found() == 0 || !isComplete() && System.nanoTime() - until < 0);
            if (news || wasComplete != isComplete()) {
                told = true;
                lines = new FilteredLines(question, window, List.copyOf(parts), from, matcher.givenUp());
                onNews.run();
            }
        }

        private long found() {
            return parts.stream().mapToLong(Part::count).sum();
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
            if (from > window.first()) {
                int at = window.chunkOf(from - 1);
                Chunk chunk = window.chunk(at);
                Part part = new Part(chunk);
                long start = Math.max(chunk.first, window.first());
                look(window.cursor(), part, start, from);
                if (part.count() > 0) {
                    parts.addFirst(part);
                }
                from = start;
            }
        }

        private void look(LogCursor cursor, Part part, long start, long end) {
            for (long number = start; number < end; number++) {
                int place = (int) (number - part.chunk.first);
                cursor.at(part.chunk, place);
                if (inScope.takes(cursor) && (question.filter().isEmpty() || matcher.matches(cursor, asked))) {
                    part.add(place);
                }
            }
        }
    }
}

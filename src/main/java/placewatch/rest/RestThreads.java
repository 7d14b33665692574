package placewatch.rest;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// The client's own daemon threads, `placewatch-rest-N`. Deadlines have a thread to themselves, because a slow name
/// lookup holds the thread it runs on.
final class RestThreads implements AutoCloseable {

    private static final int WORKERS = 8;

    private final ThreadPoolExecutor workers;
    private final ScheduledThreadPoolExecutor deadlines;

    RestThreads() {
        AtomicInteger made = new AtomicInteger();
        // not the builder's own count: it has Java make method handles for it, 4 ms of each start on the window's thread
        ThreadFactory factory = task -> Thread.ofPlatform().daemon().name("placewatch-rest-" + made.incrementAndGet())
                .unstarted(task);
        workers = new ThreadPoolExecutor(
                WORKERS, WORKERS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
        workers.allowCoreThreadTimeOut(true);
        deadlines = new ScheduledThreadPoolExecutor(1, factory);
        deadlines.setRemoveOnCancelPolicy(true);
    }

    Executor workers() {
        return workers;
    }

    Future<?> after(Duration delay, Runnable action) {
        return deadlines.schedule(action, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Returns at once; each thread ends with what it is doing.
    @Override
    public void close() {
        deadlines.shutdownNow();
        workers.shutdown();
    }
}

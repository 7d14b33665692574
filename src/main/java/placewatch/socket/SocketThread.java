package placewatch.socket;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One named daemon thread and the computer's clock.
final class SocketThread implements Schedule {

    private static final Logger LOG = LoggerFactory.getLogger(SocketThread.class);

    private final ScheduledThreadPoolExecutor thread;

    SocketThread(String name) {
        thread = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name(name).factory());
        thread.setRemoveOnCancelPolicy(true);
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public boolean soon(Runnable work) {
        try {
            thread.execute(work);
            return true;
        } catch (RejectedExecutionException e) {
            LOG.debug("Asked of a closed socket: {}", e.getMessage());
            return false;
        }
    }

    @Override
    public Future<?> after(Duration delay, Runnable work) {
        return thread.schedule(work, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void every(Duration period, Runnable work) {
        thread.scheduleWithFixedDelay(work, period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    @Override
    public boolean awaitEnd(Duration patience) throws InterruptedException {
        return thread.awaitTermination(patience.toNanos(), TimeUnit.NANOSECONDS);
    }
}

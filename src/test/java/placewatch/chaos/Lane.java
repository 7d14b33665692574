package placewatch.chaos;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// One direction of a connection: a thread reads pieces, another writes them on when their time has come. What can be
/// set may be set on any thread.
final class Lane {

    /// Where pieces come from; empty at the end.
    @FunctionalInterface
    interface Source {
        Optional<byte[]> next() throws IOException;
    }

    /// Whether pieces go on.
    enum Flow {
        PASSES,
        /// They wait until it passes again.
        HELD,
        /// They vanish, and so does the news of the source's end.
        LOST
    }

    private record Piece(byte[] bytes, long arrived, boolean last) { }

    private final String name;
    private final Source source;
    private final OutputStream sink;
    private final Consumer<byte[]> passing;
    private final Runnable onEnd;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Deque<Piece> waiting = new ArrayDeque<>();
    private Flow flow = Flow.PASSES;
    private Pace pace = new Pace.Straight();
    private boolean writing;
    private boolean ended;

    /// @param passing hears each piece right before it is written
    /// @param onEnd   called when all was written that came before the source's end, or nothing can be written
    Lane(String name, Source source, OutputStream sink, Consumer<byte[]> passing, Runnable onEnd) {
        this.name = name;
        this.source = source;
        this.sink = sink;
        this.passing = passing;
        this.onEnd = onEnd;
    }

    void start() {
        Thread.ofPlatform().daemon().name(name + "-in").start(this::take);
        Thread.ofPlatform().daemon().name(name + "-out").start(this::hand);
    }

    void flow(Flow next) {
        change(() -> flow = next);
    }

    void pace(Pace next) {
        change(() -> pace = next);
    }

    /// Puts a piece of our own behind what has come.
    void put(byte[] bytes) {
        add(new Piece(bytes, System.nanoTime(), false));
    }

    /// Whether all that came was written, as far as the other side takes it.
    boolean isIdle() {
        lock.lock();
        try {
            return ended || waiting.isEmpty() && !writing;
        } finally {
            lock.unlock();
        }
    }

    /// Hands nothing on any more.
    void end() {
        change(() -> ended = true);
    }

    private void add(Piece piece) {
        change(() -> waiting.add(piece));
    }

    private void change(Runnable what) {
        lock.lock();
        try {
            what.run();
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void take() {
        try {
            for (Optional<byte[]> piece = source.next(); piece.isPresent(); piece = source.next()) {
                put(piece.get());
            }
        } catch (IOException _) {
            // cut by the other side or by us: an end like any other
        }
        add(new Piece(new byte[0], System.nanoTime(), true));
    }

    private void hand() {
        try {
            for (List<Piece> due = due(); !due.isEmpty(); due = due()) {
                for (Piece piece : due) {
                    if (piece.last) {
                        return;
                    }
                    passing.accept(piece.bytes);
                    write(piece.bytes);
                }
                sink.flush();
            }
        } catch (IOException _) {
            // cut by the other side or by us
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            onEnd.run();
        }
    }

    private void write(byte[] bytes) throws IOException, InterruptedException {
        Pace now;
        lock.lock();
        try {
            now = pace;
        } finally {
            lock.unlock();
        }
        if (!(now instanceof Pace.Trickling(int some, Duration pause))) {
            sink.write(bytes);
            return;
        }
        for (int at = 0; at < bytes.length; at += some) {
            sink.write(bytes, at, Math.min(some, bytes.length - at));
            sink.flush();
            pause(now, pause);
        }
    }

    /// Until the time is over, or the pace is another, or the end.
    private void pause(Pace during, Duration time) throws InterruptedException {
        lock.lock();
        try {
            long left = time.toNanos();
            while (left > 0 && !ended && pace == during) {
                left = moved.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /// What is to be handed on next; nothing at the end.
    private List<Piece> due() throws InterruptedException {
        lock.lock();
        try {
            writing = false;
            while (!ended) {
                if (flow == Flow.LOST) {
                    waiting.clear();
                }
                long left = waiting.isEmpty() ? Long.MAX_VALUE
                        : waiting.getFirst().arrived + delay().toNanos() - System.nanoTime();
                if (waiting.isEmpty() || flow == Flow.HELD) {
                    moved.await();
                } else if (left > 0) {
                    moved.awaitNanos(left);
                } else {
                    writing = true;
                    return batch();
                }
            }
            return List.of();
        } finally {
            lock.unlock();
        }
    }

    private Duration delay() {
        return switch (pace) {
            case Pace.Straight _, Pace.Trickling _ -> Duration.ZERO;
            case Pace.Delayed(Duration by) -> by;
            case Pace.Shuffled(Duration by, _) -> by;
        };
    }

    private List<Piece> batch() {
        return switch (pace) {
            case Pace.Straight _ -> all();
            case Pace.Delayed _, Pace.Trickling _ -> List.of(waiting.remove());
            case Pace.Shuffled(_, var chance) -> shuffled(all(), new Random(chance.nextLong()));
        };
    }

    private List<Piece> all() {
        List<Piece> all = new ArrayList<>(waiting);
        waiting.clear();
        return all;
    }

    private static List<Piece> shuffled(List<Piece> batch, Random chance) {
        List<Piece> answers = new ArrayList<>(
                batch.stream().filter(piece -> ServerFrames.isAnswer(piece.bytes)).toList());
        Collections.shuffle(answers, chance);
        Deque<Piece> next = new ArrayDeque<>(answers);
        return batch.stream().map(piece -> ServerFrames.isAnswer(piece.bytes) ? next.remove() : piece).toList();
    }
}

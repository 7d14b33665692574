package placewatch.socket;

import java.time.Duration;
import java.util.concurrent.Future;

/// When a socket's work is done: in the program on a thread of its own and by the computer's clock, in tests by hand.
interface Schedule {

    /// A clock that only measures, in nanoseconds; it may or may not go on while the computer sleeps.
    long nanoTime();

    /// Does the work as soon as what was asked for before is done. False once closed.
    boolean soon(Runnable work);

    /// Does the work later, once; never when closed before.
    Future<?> after(Duration delay, Runnable work);

    /// Does the work again and again until closed.
    void every(Duration period, Runnable work);

    /// Nothing is begun any more. Does not wait.
    void close();

    /// Waits for what was begun. False if it goes on.
    boolean awaitEnd(Duration patience) throws InterruptedException;
}

package placewatch.socket;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import placewatch.protocol.Inbound;
import placewatch.protocol.Outbound;
import placewatch.protocol.ServerError;

/// The last unbinds and ignores. Their answers are waited for a moment, because closing a connection with something
/// still unread resets it, and a reset throws away what the server has not read yet.
final class Farewell {

    private final CountDownLatch unanswered;

    private Farewell(int count) {
        unanswered = new CountDownLatch(count);
    }

    /// Sends them all, or as many as the time allows. Call in a turn.
    static Farewell send(List<LongFunction<Outbound>> frames, Requests requests, Duration patience) {
        Farewell farewell = new Farewell(frames.size());
        long until = System.nanoTime() + patience.toNanos();
        for (LongFunction<Outbound> frame : frames) {
            if (System.nanoTime() - until > 0) {
                farewell.unanswered.countDown();
            } else {
                requests.send(frame, patience, farewell.new Answer());
            }
        }
        return farewell;
    }

    /// Waits until the server has answered them all or the connection is gone. Call outside of a turn.
    void await(Duration patience) throws InterruptedException {
        unanswered.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    private final class Answer implements PendingCalls.Answer {

        @Override
        public void success(Inbound.Success success) {
            unanswered.countDown();
        }

        @Override
        public void error(ServerError error) {
            unanswered.countDown();
        }

        @Override
        public void unanswered(Duration waited) {
            unanswered.countDown();
        }

        @Override
        public void lost() {
            unanswered.countDown();
        }
    }
}

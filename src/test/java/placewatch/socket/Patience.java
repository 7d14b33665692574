package placewatch.socket;

import java.time.Duration;
import java.time.InstantSource;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.StatusKey;
import placewatch.socket.SocketOptions.Dialect;

/// Settings and names that the socket's tests share: long deadlines unless a test is about them, quick retries.
record Patience(Dialect dialect, Duration bind, Duration exec, Duration ping, Duration dead, Duration retry) {

    static final ModuleAddress DISPLAY = new ModuleAddress("sys-1", "Display", 1);
    static final StatusKey POWER = new StatusKey(DISPLAY, "power");
    static final StatusKey INPUT = new StatusKey(DISPLAY, "input");

    /// Waits for up to ten seconds, looking often.
    static ConditionFactory await() {
        return Awaitility.await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(10));
    }

    static Patience usual() {
        return new Patience(Dialect.DETECT, Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(60),
                Duration.ofSeconds(120), Duration.ofMillis(40));
    }

    Patience withBind(Duration deadline) {
        return new Patience(dialect, deadline, exec, ping, dead, retry);
    }

    Patience withExec(Duration deadline) {
        return new Patience(dialect, bind, deadline, ping, dead, retry);
    }

    Patience withHeartbeat(Duration pingAfter, Duration deadAfter) {
        return new Patience(dialect, bind, exec, pingAfter, deadAfter, retry);
    }

    Patience withRetry(Duration first) {
        return new Patience(dialect, bind, exec, ping, dead, first);
    }

    SocketOptions options() {
        return new SocketOptions(dialect, InstantSource.system(), bind, exec, ping, dead, retry, retry.multipliedBy(2),
                Duration.ofSeconds(1));
    }
}

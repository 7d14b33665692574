package placewatch.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import placewatch.network.Route;
import placewatch.protocol.Credential;
import placewatch.protocol.ServerAddress;
import placewatch.socket.SocketOptions;

/// Another thread closes a connection while the screens still use it.
class ClosedConnectionTest {

    @Test
    void whatIsAskedOfAClosedConnectionIsNotDoneAndNotComplainedAbout() {
        Inbox inbox = new Inbox(() -> { });
        Connection connection = new Connection("test", new Access(ServerAddress.parse("http://127.0.0.1:9"),
                new Credential.ApiKey("key"), Route.direct()), SocketOptions.standard(), inbox);
        connection.close();
        AtomicBoolean done = new AtomicBoolean();
        connection.after(0, () -> done.set(true)).close();
        connection.every(1, () -> done.set(true)).close();
        connection.work(() -> {
            done.set(true);
            return 1;
        }, _ -> done.set(true)).close();
        inbox.drain(System.nanoTime() + 1_000_000_000L);
        assertThat(done).isFalse();
    }
}

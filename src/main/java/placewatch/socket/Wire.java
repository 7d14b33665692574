package placewatch.socket;

import java.net.URI;
import java.time.Duration;
import placewatch.protocol.Credential;
import placewatch.protocol.Failure;

/// One connection to the server, from its attempt to its end; never used again. Methods may be called on any thread
/// and, but for `awaitEnd`, return at once.
interface Wire {

    /// What becomes of it. Messages come on the connection's read thread, the others on any.
    interface Events extends Messages {
        void opened();

        /// Said once, and last.
        void ended(Failure why);
    }

    /// Makes one that does nothing yet.
    interface Factory {
        Wire wire(URI address, Credential credential, long generation, Events events);
    }

    /// Begins the attempt.
    void start();

    /// Hands over a frame for sending. False if it can't be sent any more.
    boolean send(String frame);

    /// Sends what was handed over, then the close frame.
    void goodbye();

    /// Ends it here and now, whatever the server does.
    void cut();

    /// Waits for its threads to end. False if they didn't.
    boolean awaitEnd(Duration patience) throws InterruptedException;
}

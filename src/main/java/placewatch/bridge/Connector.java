package placewatch.bridge;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import placewatch.network.AuthorityFiles;
import placewatch.protocol.Credential;
import placewatch.protocol.Failure;
import placewatch.protocol.ServerAddress;
import placewatch.protocol.Subscription;
import placewatch.rest.Authority;
import placewatch.rest.CurrentUser;

/// Tries a server before anything that is open is given up for it. JavaFX thread.
public final class Connector {

    /// How a try ended.
    public sealed interface Outcome {

        /// It is a PlaceOS server, takes the key, and opened its control socket.
        record Good(Access access, Authority authority, CurrentUser user) implements Outcome { }

        record Bad(Failure why) implements Outcome { }

        /// REST is good, but the control socket would not open.
        record NoSocket(Failure why) implements Outcome { }
    }

    private final Answers answers;

    public Connector(Inbox inbox) {
        answers = new Answers(inbox);
    }

    /// Reads the files of additional authorities, asks the host what it is, then whose key this is, and opens the
    /// control socket once. Closing the subscription abandons the try.
    public Subscription attempt(
            ServerAddress server, Credential credential, List<Path> authorities, Consumer<Outcome> then) {
        boolean[] over = {false};
        Attempt attempt = new Attempt(server, credential);
        attempt.begin(() -> new AuthorityFiles(InstantSource.system()).route(authorities))
                .thenAccept(outcome -> answers.hand(() -> {
                    if (!over[0]) {
                        then.accept(outcome);
                    }
                }));
        return () -> {
            over[0] = true;
            attempt.close();
        };
    }
}

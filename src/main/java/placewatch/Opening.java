package placewatch;

import placewatch.bridge.Access;
import placewatch.settings.ConnectionSettings;

/// What the command line asks the window to open.
sealed interface Opening {

    /// The built-in demo building.
    record Demo(ConnectionSettings settings) implements Opening { }

    record Server(Access access, ConnectionSettings settings) implements Opening { }

    /// A server that can't be tried, and why, as a sentence.
    record Blocked(String why) implements Opening { }
}

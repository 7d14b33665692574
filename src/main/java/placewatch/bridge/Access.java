package placewatch.bridge;

import placewatch.network.Route;
import placewatch.protocol.Credential;
import placewatch.protocol.ServerAddress;

/// All that it takes to reach a server: where it is, the key, and the way there.
public record Access(ServerAddress server, Credential credential, Route route) { }

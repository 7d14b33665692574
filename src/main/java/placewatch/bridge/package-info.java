/// The only room that knows both the socket's threads and the JavaFX thread: arrivals are coalesced into an
/// [placewatch.bridge.Inbox] and handed over once per pulse; questions and clicks go down through a
/// [placewatch.bridge.Connection].
package placewatch.bridge;

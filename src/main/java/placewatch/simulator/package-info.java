/// An embedded look-alike of a PlaceOS server: REST and WebSocket on one port, over a demo building.
///
/// It writes and reads its own frames, so that a fault in our client's reader can't hide behind the same fault in
/// our own writer; only the vocabulary of [placewatch.protocol] (addresses, error codes) is shared.
package placewatch.simulator;

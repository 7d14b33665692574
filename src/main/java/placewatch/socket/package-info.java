/// The one shared WebSocket to a server: requests and replies, bindings counted by use, debug streams,
/// heartbeat and reconnect. Owns its threads and all connection state; knows no JavaFX.
package placewatch.socket;

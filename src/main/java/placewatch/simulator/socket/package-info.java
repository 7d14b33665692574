/// The simulator's control socket in both dialects: requests, bindings, debug streams and what goes out to each client.
package placewatch.simulator.socket;

/// The demo building: zones, systems, modules and the drivers that make them live. Knows nothing of HTTP or sockets.
package placewatch.simulator.building;

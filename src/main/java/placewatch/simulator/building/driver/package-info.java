/// The drivers of the demo building: what each device publishes, lets one exec and writes to its log.
///
/// A driver knows the module that it runs in only as a [placewatch.simulator.building.driver.Device] and the rest of
/// its room as [placewatch.simulator.building.driver.Peer]s; it knows nothing of buildings, listeners or threads. All
/// of its code runs under the lock of its room.
package placewatch.simulator.building.driver;

/// The console: lines of the log on a sheet that holds as many rows as are seen, whatever the log holds, and what stands
/// around it. JavaFX thread.
package placewatch.control.log;

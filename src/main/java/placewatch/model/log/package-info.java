/// The log as the screens observe it: the debug streams that fill it, and the consoles that look into it. JavaFX
/// thread, but for what is counted.
package placewatch.model.log;

/// Logs: the debug streams of any number of modules in one console. JavaFX thread.
package placewatch.screen.logs;

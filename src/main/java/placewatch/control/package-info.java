/// Widgets, cells, theme and texts that several screens share. JavaFX thread only.
package placewatch.control;

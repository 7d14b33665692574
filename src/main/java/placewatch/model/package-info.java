/// What the screens observe. Touched on the JavaFX thread only, and made of `javafx.beans` and `javafx.collections`
/// alone, so that a test drives it without a toolkit.
package placewatch.model;

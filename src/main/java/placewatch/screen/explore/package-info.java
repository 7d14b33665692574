/// Explore: zones and systems on the left, the chosen system's modules, and the chosen module's Status, Exec and Log.
/// Each part is a view over its view model; what leaves the screen is unbound.
package placewatch.screen.explore;

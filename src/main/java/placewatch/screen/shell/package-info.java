/// The window around the screens: who we are connected to and how that stands, the rail, the status bar.
package placewatch.screen.shell;

/// Watch tables and templates: status variables of many systems side by side.
package placewatch.screen.watch;

/// Watch: named tables of status variables of any systems.
package placewatch.screen.watch;

/// The table of live status variables, and what is shown of the chosen one: for every screen the same.
package placewatch.control.status;

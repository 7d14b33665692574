/// Going to anything by typing parts of its name, and the list of all that can be done.
package placewatch.screen.jump;

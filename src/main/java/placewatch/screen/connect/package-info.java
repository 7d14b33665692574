/// Connect: the server's address and a key, tried before anything that is open is given up.
package placewatch.screen.connect;

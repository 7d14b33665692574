/// Start-up and wiring: the command line, the window, which server is on screen, and the tour.
package placewatch;

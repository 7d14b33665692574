/// How people take away what a table shows: copied, or saved to a file.
package placewatch.control.takeaway;

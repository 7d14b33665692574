/// What leaves the program as a table or as lines of the log, and how it is written: for the clipboard, for a
/// spreadsheet, for a program. Knows no window; every type here may be used on any thread.
package placewatch.export;

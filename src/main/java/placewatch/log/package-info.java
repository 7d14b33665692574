/// The log: every debug message, call and turn of the connection in the order of arrival, in a bounded ring; how it is
/// shown, and what is looked for in it. Plain Java without a window; what is read is never changed, so that any thread
/// reads while lines come.
package placewatch.log;

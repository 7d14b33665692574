/// The log: every debug message, call and turn of the connection in the order of arrival, in a bounded ring; what is
/// looked for in it, and what leaves it. Plain Java without a window; what is read is never changed, so that any thread
/// reads while lines come.
package placewatch.log;

/// The wire's language as plain records: addresses, error codes and frames, read and written.
///
/// Everything here is immutable and safe on any thread.
package placewatch.protocol;

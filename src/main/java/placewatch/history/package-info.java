/// What was told of each variable lately, kept in memory: written as fast as the wire brings it, put in order only when
/// somebody looks.
@NullMarked
package placewatch.history;

import org.jspecify.annotations.NullMarked;

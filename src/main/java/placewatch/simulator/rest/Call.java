package placewatch.simulator.rest;

import java.util.List;
import placewatch.simulator.Caller;

/// A call whose key and rights were found good.
///
/// @param route     path as it was asked for, for the `Link` header
/// @param captured  the variable parts of the path, decoded
record Call(Caller caller, String route, List<String> captured, Query query, String body) {

    String at(int position) {
        return captured.get(position);
    }
}

package placewatch.rest;

import java.net.URI;

/// One question to the server.
///
/// @param what    what is asked for, in words that fit into a sentence: `functions of Display_1 in sys-1`
/// @param signed  the key goes with it
record Call(String method, URI uri, String what, boolean signed) {

    static Call get(URI uri, String what) {
        return new Call("GET", uri, what, true);
    }

    static Call post(URI uri, String what) {
        return new Call("POST", uri, what, true);
    }

    /// A question to a host that may turn out to be no PlaceOS: it must not see the key.
    static Call getUnsigned(URI uri, String what) {
        return new Call("GET", uri, what, false);
    }

    /// `GET /api/engine/v2/systems/sys-1 (system sys-1)`; without the query, which may be long.
    @Override
    public String toString() {
        return method + " " + uri.getPath() + " (" + what + ")";
    }
}

package placewatch.protocol;

import java.util.Optional;

/// An error reply of the server: the table's number and the server's own words (possibly empty, possibly many lines).
public record ServerError(int number, String text) {

    /// The table's meaning of the number, if it has one.
    public Optional<ErrorCode> code() {
        return ErrorCode.of(number);
    }
}

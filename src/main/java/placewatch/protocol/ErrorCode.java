package placewatch.protocol;

import java.util.Optional;

/// The error table of the public protocol page (codes 0 to 7).
public enum ErrorCode {
    PARSE_ERROR(0),
    BAD_REQUEST(1),
    ACCESS_DENIED(2),
    REQUEST_FAILED(3),
    UNKNOWN_COMMAND(4),
    SYSTEM_NOT_FOUND(5),
    MODULE_NOT_FOUND(6),
    UNEXPECTED_FAILURE(7);

    private final int number;

    ErrorCode(int number) {
        this.number = number;
    }

    /// The number on the wire.
    public int number() {
        return number;
    }

    /// Empty for numbers outside the table: servers may invent some.
    public static Optional<ErrorCode> of(int number) {
        return number >= 0 && number < values().length ? Optional.of(values()[number]) : Optional.empty();
    }
}

package placewatch.socket;

/// Whole WebSocket messages as they come in, on the connection's read thread. Their bytes are the teller's again when
/// the call returns.
interface Messages {

    /// A text in UTF-8.
    void text(byte[] utf8, int start, int end);

    /// PlaceOS sends none, so it is one more thing that can't be read.
    void binary(byte[] bytes, int start, int end);
}

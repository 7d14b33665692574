package placewatch.socket;

/// Whole WebSocket messages as they come in, on the connection's read thread. Their bytes are the teller's again when
/// [#over] returns.
interface Messages {

    /// Bytes came: the messages that follow are of this moment. Reading the clock for each of hundreds that came in
    /// one piece would tell them apart by how long we took.
    void received();

    /// A text in UTF-8.
    void text(byte[] utf8, int start, int end);

    /// PlaceOS sends none, so it is one more thing that can't be read.
    void binary(byte[] bytes, int start, int end);

    /// Those are all messages of what was received last.
    void over();
}

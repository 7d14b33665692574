package placewatch.simulator.socket;

/// How the server understands and answers: one of the two dialects. Safe on any thread.
sealed interface ControlProtocol permits CurrentProtocol, DocumentedProtocol {

    /// Takes one text message other than `ping`.
    void receive(ControlConnection client, String text);
}

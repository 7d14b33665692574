package placewatch.simulator.socket;

/// What became of a text message.
sealed interface Parsed {

    record Understood(Request request) implements Parsed { }

    /// It is answered with this frame.
    record Refused(String frame) implements Parsed { }

    /// Not understood, and the dialect says nothing to that.
    record Unanswered(String why) implements Parsed { }
}

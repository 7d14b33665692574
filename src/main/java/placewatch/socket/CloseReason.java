package placewatch.socket;

/// A WebSocket close code in words (RFC 6455, section 7.4), to stand behind a colon.
final class CloseReason {

    private CloseReason() { }

    static String describe(int code, String words, boolean byServer) {
        String meaning = switch (code) {
            case 1000, 1005 -> "normally";
            case 1001 -> "as it is going away";
            case 1002, 1003, 1007 -> "over a fault in the protocol";
            case 1006 -> "";
            case 1008 -> "by its policy";
            case 1009 -> "over a message that is too big";
            case 1011 -> "over a fault of its own";
            case 1012 -> "to restart";
            case 1013 -> "to be tried again later";
            default -> "with code " + code;
        };
        String clause;
        if (code == 1006) {
            clause = "it broke off without a goodbye";
        } else if (byServer) {
            clause = "the server closed it " + meaning;
        } else {
            clause = "it was closed here " + meaning;
        }
        return words.isBlank() ? clause : clause + ": " + words;
    }
}

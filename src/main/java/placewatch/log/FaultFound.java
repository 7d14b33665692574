package placewatch.log;

/// Ends the reading of a filter at its first fault.
final class FaultFound extends Exception {

    private static final long serialVersionUID = 1L;

    private final int from;
    private final int to;
    private final String sentence;

    FaultFound(int from, int to, String sentence) {
        super(sentence, null, false, false);
        this.from = from;
        this.to = to;
        this.sentence = sentence;
    }

    FilterFault fault() {
        return new FilterFault(from, to, sentence);
    }
}

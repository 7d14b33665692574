package placewatch.simulator.rest;

/// Ends a call early with the answer that it carries, from wherever a parameter is read.
final class Declined extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    Declined(Answer answer) {
        super("answered " + answer.status(), null, false, false);
        this.answer = answer;
    }

    Answer answer() {
        return answer;
    }
}

package placewatch.rest;

import placewatch.protocol.Failure;

/// Ends the reading of an answer that is not what was asked for. Never leaves this package: the caller gets the
/// failure as a value.
final class BadAnswer extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    BadAnswer(Failure failure) {
        super(failure.toString());
        this.failure = failure;
    }

    static BadAnswer unreadable(Call call, String why) {
        return new BadAnswer(new Failure.Unreadable("The answer to " + call + " can't be read: " + why));
    }

    Failure failure() {
        return failure;
    }
}

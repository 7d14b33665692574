package placewatch.model;

/// What is wrong with a filter, in words, and where.
final class PatternFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int at;

    /// @param at the character of the expression, from 0
    PatternFault(String words, int at) {
        super(words, null, false, false);
        this.at = at;
    }

    int at() {
        return at;
    }

    String words() {
        String words = getMessage();
        return words == null ? "" : words;
    }
}

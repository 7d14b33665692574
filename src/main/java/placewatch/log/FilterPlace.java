package placewatch.log;

/// What is being written at a character of a filter's text, whether that can be read already or not.
sealed interface FilterPlace {

    /// A term, of which maybe nothing is there yet.
    ///
    /// @param typed  what of it stands before the caret
    /// @param before what stands before the term
    record Term(int from, int to, String typed, Before before) implements FilterPlace { }

    /// A value of a key, of which maybe nothing is there yet.
    ///
    /// @param typed what of it stands before the caret, without its quote
    record Value(FilterKey key, int from, int to, String typed) implements FilterPlace { }

    /// Inside of quotes or an expression, or right behind: anything can be written there.
    record Anything() implements FilterPlace { }

    /// What a term follows.
    enum Before { NOTHING, TERM, OR, MINUS }

    /// @param caret from 0 to the length of the text
    static FilterPlace at(String text, int caret) {
        return new FilterPlaceFinder(text, caret).find();
    }
}

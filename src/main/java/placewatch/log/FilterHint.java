package placewatch.log;

/// Something that could stand at a place of a filter.
///
/// @param from    the first character of the filter's text that it replaces
/// @param to      the one behind the last
/// @param written what is put there
/// @param meaning what that does, in a few words
public record FilterHint(int from, int to, String written, String meaning) {

    /// The filter's text with this in it.
    public String in(String text) {
        return text.substring(0, from) + written + text.substring(to);
    }

    /// Where the caret then stands: inside of what was put there if that is a pair with nothing between, else behind it.
    public int caret() {
        boolean pair = written.equals("\"\"") || written.equals("//") || written.equals("()");
        return from + written.length() - (pair ? 1 : 0);
    }
}

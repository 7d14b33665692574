package placewatch.log;

import java.util.List;

/// How the text of a message is shown: its first line, as people can read it. Colours stand beside the text; whatever
/// else a terminal would obey is a sign in it. Any thread; takes time by the length of the message.
///
/// @param first the first line, at most [#MOST] characters of it
/// @param more  how many lines come behind it, without empty ones at the end
/// @param runs  where [#first] is to look otherwise than usual, from the left to the right
/// @param cut   how many characters the first line has if it was cut; 0 if it was not
public record LineText(String first, int more, List<Run> runs, int cut) {

    /// Characters of a line that are shown.
    public static final int MOST = 4_000;

    /// A stretch of the shown line.
    ///
    /// @param to behind its last character
    public record Run(int from, int to, Ansi style) { }

    /// @param raw as the message came
    public static LineText of(String raw) {
        return raw.length() <= MOST && isPlain(raw) ? new LineText(raw, 0, List.of(), 0) : read(raw);
    }

    /// The whole message with all its lines, none of them cut: colours taken out, signs for what is not to be seen. Its
    /// lines end in `\n`, but for the last.
    public static String plain(String raw) {
        if (isPlain(raw)) {
            return raw;
        }
        int end = LineEnds.withoutEmptyOnes(raw);
        ShownText shown = new ShownText(Integer.MAX_VALUE);
        int at = shown.line(raw, 0, end);
        while (at < end) {
            shown.lineEnd();
            at = shown.line(raw, LineEnds.behind(raw, at), end);
        }
        return shown.shown();
    }

    public boolean isCut() {
        return cut > 0;
    }

    private static boolean isPlain(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            if (!Visible.asItIs(raw.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static LineText read(String raw) {
        int end = LineEnds.withoutEmptyOnes(raw);
        ShownText shown = new ShownText(MOST);
        int at = shown.line(raw, 0, end);
        String first = shown.shown();
        int more = 0;
        while (at < end) {
            if (LineEnds.is(raw.charAt(at))) {
                more++;
                at = LineEnds.behind(raw, at);
            } else {
                at++;
            }
        }
        return new LineText(first, more, shown.runs(), shown.size() > first.length() ? shown.size() : 0);
    }
}

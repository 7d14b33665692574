package placewatch.log;

import java.util.ArrayList;
import java.util.List;

/// Makes the shown text of a line, piece by piece. For one thread.
final class ShownText {

    private static final int TAB = 4;

    private final StringBuilder shown = new StringBuilder();
    private final List<LineText.Run> runs = new ArrayList<>();
    private final int most;
    private Ansi style = Ansi.USUAL;
    private int styledFrom;
    private int size;
    private int lineBegan;
    private boolean full;

    /// @param most characters that are kept; those behind are only counted
    ShownText(int most) {
        this.most = most;
    }

    /// Adds one physical line.
    ///
    /// @return where it ends
    int line(String text, int from, int to) {
        int at = from;
        while (at < to) {
            char c = text.charAt(at);
            if (Visible.asItIs(c)) {
                int plain = at + 1;
                while (plain < to && Visible.asItIs(text.charAt(plain))) {
                    plain++;
                }
                add(text, at, plain);
                at = plain;
            } else if (LineEnds.is(c)) {
                return at;
            } else if (c == Escapes.ESC) {
                at = escape(text, at);
            } else if (c == '\t') {
                sign(" ".repeat(TAB - (size - lineBegan) % TAB));
                at++;
            } else {
                int point = text.codePointAt(at);
                sign(Visible.asItIs(point) ? Character.toString(point) : Visible.sign(point));
                at += Character.charCount(point);
            }
        }
        return to;
    }

    void lineEnd() {
        shown.append('\n');
        size++;
        lineBegan = size;
    }

    private int escape(String text, int at) {
        int end = Escapes.end(text, at);
        if (Escapes.isColour(text, at, end)) {
            style(Sgr.apply(style, text.substring(at + 2, end - 1)));
        } else {
            sign(Visible.sign(Escapes.ESC));
        }
        return end;
    }

    private void style(Ansi next) {
        if (!next.equals(style)) {
            run();
            style = next;
            styledFrom = shown.length();
        }
    }

    private void run() {
        if (style.equals(Ansi.USUAL) || shown.length() == styledFrom) {
            return;
        }
        LineText.Run before = runs.isEmpty() ? null : runs.getLast();
        if (before != null && before.to() == styledFrom && before.style().equals(style)) {
            runs.set(runs.size() - 1, new LineText.Run(before.from(), shown.length(), style));
        } else {
            runs.add(new LineText.Run(styledFrom, shown.length(), style));
        }
    }

    private void add(String text, int from, int to) {
        size += to - from;
        if (!full) {
            int fits = Math.min(to - from, most - shown.length());
            shown.append(text, from, from + fits);
            full = fits < to - from;
        }
    }

    /// Whole or not at all: half of one would be another.
    private void sign(String sign) {
        size += sign.length();
        full = full || shown.length() + sign.length() > most;
        if (!full) {
            shown.append(sign);
        }
    }

    String shown() {
        return shown.toString();
    }

    List<LineText.Run> runs() {
        run();
        return List.copyOf(runs);
    }

    /// How many characters all of it has; more than are shown when it was cut.
    int size() {
        return size;
    }
}

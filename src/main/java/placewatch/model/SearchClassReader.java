package placewatch.model;

import java.util.ArrayList;
import java.util.List;
import placewatch.model.SearchPattern.Letters;

/// Reads what stands in brackets in a regular expression.
final class SearchClassReader {

    private final String text;
    private final int from;
    private int at;

    /// @param from where the bracket is
    SearchClassReader(String text, int from) {
        this.text = text;
        this.from = from;
        at = from + 1;
    }

    /// Where it goes on behind the bracket that closes it.
    int end() {
        return at;
    }

    Letters read() {
        boolean not = at < text.length() && text.charAt(at) == '^';
        if (not) {
            at++;
        }
        List<Letters> parts = new ArrayList<>();
        while (at < text.length() && text.charAt(at) != ']') {
            parts.add(part());
        }
        if (at >= text.length()) {
            throw new PatternFault("“[” is not closed", from);
        }
        if (parts.isEmpty()) {
            throw new PatternFault("nothing stands between “[” and “]”", from);
        }
        at++;
        return c -> {
            boolean in = false;
            for (Letters part : parts) {
                in |= part.fit(c);
            }
            return in != not;
        };
    }

    private Letters part() {
        int start = at;
        char c = text.charAt(at++);
        if (c == '[' || text.startsWith("&&", start)) {
            throw new PatternFault("“" + c + "” inside of brackets is written \\" + c, start);
        }
        if (c == '\\') {
            if (at >= text.length()) {
                throw new PatternFault("“[” is not closed", from);
            }
            char named = text.charAt(at++);
            if (Character.isLetterOrDigit(named)) {
                return escape(named, start);
            }
            c = named;
        }
        if (at + 1 < text.length() && text.charAt(at) == '-' && text.charAt(at + 1) != ']') {
            char last = text.charAt(at + 1);
            at += 2;
            if (last == '\\') {
                last = at < text.length() ? text.charAt(at++) : ']';
            }
            return range(c, last, start);
        }
        return SearchPatternReader.one(c);
    }

    private static Letters range(char first, char last, int start) {
        if (last < first) {
            throw new PatternFault("“" + first + "-" + last + "” runs backwards", start);
        }
        return c -> in(c, first, last) || in(Character.toLowerCase(c), first, last)
                || in(Character.toUpperCase(c), first, last);
    }

    private static boolean in(char c, char first, char last) {
        return c >= first && c <= last;
    }

    /// What a character behind a backslash stands for.
    static Letters escape(char c, int at) {
        return switch (c) {
            case 'd' -> Character::isDigit;
            case 'D' -> other -> !Character.isDigit(other);
            case 'w' -> SearchPattern::word;
            case 'W' -> other -> !SearchPattern.word(other);
            case 's' -> Character::isWhitespace;
            case 'S' -> other -> !Character.isWhitespace(other);
            case 't' -> other -> other == '\t';
            default -> {
                if (Character.isLetterOrDigit(c)) {
                    throw new PatternFault("“\\" + c + "” is not known here", at);
                }
                yield SearchPatternReader.one(c);
            }
        };
    }
}

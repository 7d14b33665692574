package placewatch.form;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/// Why a text is no JSON, or not the JSON that is wanted, and where in the text that is.
///
/// @param offset of the character, from 0
/// @param line   from 1
/// @param column from 1
/// @param why    as the end of a sentence that begins with the place
public record JsonFault(int offset, int line, int column, String why) {

    private static final Pattern TOKEN = Pattern.compile("Unrecognized token '([^']*)'.*");
    private static final Pattern CHARACTER = Pattern.compile("Unexpected character \\('(.)' \\(code \\d+\\)\\): (.*)");

    /// At a character of the text.
    static JsonFault at(String text, int offset, String why) {
        int place = Math.clamp(offset, 0, text.length());
        int lineStart = text.lastIndexOf('\n', place - 1) + 1;
        int line = 1 + (int) text.substring(0, lineStart).chars().filter(c -> c == '\n').count();
        return new JsonFault(place, line, place - lineStart + 1, why);
    }

    /// What Jackson found.
    static JsonFault of(JacksonException e, String text) {
        String said = e.getOriginalMessage().lines().findFirst().orElse("unreadable");
        TokenStreamLocation where = e.getLocation();
        int offset = where == null || where.getCharOffset() < 0 ? text.length() : (int) where.getCharOffset();
        Matcher token = TOKEN.matcher(said);
        if (token.matches()) {
            String word = token.group(1);
            int begin = text.lastIndexOf(word, offset);
            return at(text, begin < 0 ? offset : begin, "“" + word + "” is no JSON; texts need \"quotes\"");
        }
        Matcher character = CHARACTER.matcher(said);
        if (character.matches()) {
            int begin = text.lastIndexOf(character.group(1), Math.max(0, offset));
            return at(text, begin < 0 ? offset : begin, instead(character.group(1), character.group(2)));
        }
        if (said.startsWith("Unexpected end-of-input")) {
            return at(text, text.stripTrailing().length(), "it ends too early; something is not closed");
        }
        int remark = said.indexOf(" (start marker at");
        return at(text, offset, remark < 0 ? said : said.substring(0, remark));
    }

    private static String instead(String found, String rest) {
        if (rest.contains("comma")) {
            return "a comma or the end is missing before “" + found + "”";
        }
        if (rest.contains("colon")) {
            return "a colon is missing before “" + found + "”";
        }
        if (rest.contains("double-quote")) {
            return "a key in \"quotes\" is wanted here, not “" + found + "”";
        }
        return ",]}".contains(found) ? "a value is missing before “" + found + "”"
                : "“" + found + "” begins no JSON value; texts need \"quotes\"";
    }

    /// `line 2, column 5: a value is missing here`.
    public String words() {
        return "line " + line + ", column " + column + ": " + why;
    }

    /// The line of the text with a mark under the place: two lines, cut to what is around it.
    public String excerpt(String text) {
        int start = offset - column + 1;
        int end = text.indexOf('\n', start);
        String whole = text.substring(start, end < 0 ? text.length() : end).replace('\t', ' ');
        int from = Math.max(0, column - 40);
        String shown = whole.substring(Math.min(from, whole.length()), Math.min(whole.length(), from + 70));
        return shown + "\n" + " ".repeat(column - 1 - from) + "^";
    }
}

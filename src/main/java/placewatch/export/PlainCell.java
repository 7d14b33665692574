package placewatch.export;

import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;
import placewatch.protocol.JsonText;

/// A cell as text for a spreadsheet. A JSON string stands without its quotes and escapes, as people read it, unless it
/// would then read as something else: `"42"`, `"true"`, `""` and `"007"` keep theirs. So each text means one value, and
/// whoever reads it back gets that: what is JSON is meant as JSON, the rest are strings.
final class PlainCell {

    private static final JsonText JSON = new JsonText();
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*+)(\\.[0-9]++)?([eE][+-]?[0-9]++)?");

    /// A spreadsheet would drop the zeros of an extension number.
    private static final Pattern LEADING_ZERO = Pattern.compile("0[0-9]++");

    private PlainCell() {
    }

    static String of(Cell cell, ZoneId zone) {
        return switch (cell) {
            case Cell.Text(String text) -> FormulaGuard.on(text);
            case Cell.Json(String json) -> json(json);
            case Cell.Time(var at) -> FormulaGuard.on(IsoTime.of(at, zone));
            case Cell.Number(var number) -> number.toString();
            case Cell.Empty() -> "";
        };
    }

    private static String json(String json) {
        Optional<String> content = JSON.contentOfString(json);
        if (content.isPresent() && readsAsItself(content.get())) {
            return FormulaGuard.on(content.get());
        }
        // a negative number begins like a formula, and is none
        return NUMBER.matcher(json.strip()).matches() ? json : FormulaGuard.on(json);
    }

    private static boolean readsAsItself(String content) {
        return !content.isBlank() && !LEADING_ZERO.matcher(content).matches() && !JSON.isValue(content)
                && content.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE);
    }
}

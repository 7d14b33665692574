package placewatch.export;

/// Keeps spreadsheets from running a text as a formula, by an apostrophe before it, as OWASP and the CWE list (1236)
/// have it. What already looks guarded gets one more, so that a guard can be told from a text's own apostrophe.
final class FormulaGuard {

    /// The wide ones count as the narrow ones where people write Japanese.
    private static final String STARTS_A_FORMULA = "=+-@\t\r\n\0＝＋－＠";

    private FormulaGuard() {
    }

    static String on(String text) {
        return needed(text) ? "'" + text : text;
    }

    /// What [#on] was given.
    static String off(String text) {
        return text.startsWith("'") && needed(text.substring(1)) ? text.substring(1) : text;
    }

    /// Some spreadsheets trim blanks before they look.
    private static boolean needed(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) == '\'') {
            at++;
        }
        while (at < text.length() && blank(text.charAt(at))) {
            at++;
        }
        return at < text.length() && STARTS_A_FORMULA.indexOf(text.charAt(at)) >= 0;
    }

    private static boolean blank(char c) {
        return Character.isSpaceChar(c) || c == '\u000B' || c == '\f' || c == '\uFEFF';
    }
}

package placewatch.protocol;

/// Texts as they can travel. Frames are UTF-8, which has no place for half of a surrogate pair: written as it is, it
/// would arrive as a question mark, and escaped (`\ud800`) PlaceOS's own reader refuses the whole frame and says
/// nothing.
public final class WireText {

    private WireText() {
    }

    /// Whether it arrives as it was sent.
    public static boolean canTravel(String text) {
        return text.codePoints().noneMatch(WireText::isHalf);
    }

    /// The same with U+FFFD, Unicode's replacement character, for each half. No name on the server holds a half, so a
    /// name that had one goes on meaning nothing there.
    public static String mended(String text) {
        if (canTravel(text)) {
            return text;
        }
        StringBuilder mended = new StringBuilder(text.length());
        text.codePoints().map(point -> isHalf(point) ? 0xFFFD : point).forEach(mended::appendCodePoint);
        return mended.toString();
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}

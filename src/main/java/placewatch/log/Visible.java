package placewatch.log;

import java.util.Locale;

/// Signs for characters that are not to be seen, or that change how others are seen.
final class Visible {

    private Visible() {
    }

    /// Whether a character is shown as it is. Half a pair is not, so whoever has a whole one asks with its code point.
    static boolean asItIs(char c) {
        if (c < 0x7F) {
            return c >= ' ';
        }
        if (c < 0x2000) {
            return c >= 0xA0 && c < 0xD800 && c != 0xAD && (c < 0x600 || plain(c));
        }
        return !Character.isSurrogate(c) && plain(c);
    }

    /// Whether a code point is shown as it is.
    static boolean asItIs(int point) {
        return point < 0x10000 ? asItIs((char) point) : plain(point);
    }

    private static boolean plain(int point) {
        return switch (Character.getType(point)) {
            case Character.FORMAT -> hasItsOwnSign(point);
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            // letters of Hangul that are blank
            default -> point != 0x115F && point != 0x1160 && point != 0x3164 && point != 0xFFA0;
        };
    }

    /// Format characters that are seen: the number signs of Arabic, Syriac and Kaithi.
    private static boolean hasItsOwnSign(int point) {
        return point >= 0x600 && point <= 0x605 || point == 0x6DD || point == 0x70F || point == 0x890
                || point == 0x891 || point == 0x8E2 || point == 0x110BD || point == 0x110CD;
    }

    /// What stands for any other.
    static String sign(int point) {
        if (point < ' ') {
            return String.valueOf((char) (0x2400 + point));
        }
        if (Character.getType(point) == Character.SURROGATE) {
            return "\uFFFD";
        }
        return switch (point) {
            case 0x7F -> "␡";
            case 0x85 -> "⟦NEL⟧";
            case 0x90 -> "⟦DCS⟧";
            case 0x9B -> "⟦CSI⟧";
            case 0x9C -> "⟦ST⟧";
            case 0x9D -> "⟦OSC⟧";
            case 0xAD -> "⟦SHY⟧";
            case 0x061C -> "⟦ALM⟧";
            case 0x200B -> "⟦ZWSP⟧";
            case 0x200C -> "⟦ZWNJ⟧";
            case 0x200D -> "⟦ZWJ⟧";
            case 0x200E -> "⟦LRM⟧";
            case 0x200F -> "⟦RLM⟧";
            case 0x202A -> "⟦LRE⟧";
            case 0x202B -> "⟦RLE⟧";
            case 0x202C -> "⟦PDF⟧";
            case 0x202D -> "⟦LRO⟧";
            case 0x202E -> "⟦RLO⟧";
            case 0x2060 -> "⟦WJ⟧";
            case 0x2066 -> "⟦LRI⟧";
            case 0x2067 -> "⟦RLI⟧";
            case 0x2068 -> "⟦FSI⟧";
            case 0x2069 -> "⟦PDI⟧";
            case 0xFEFF -> "⟦BOM⟧";
            default -> String.format(Locale.ROOT, "⟦U+%04X⟧", point);
        };
    }
}

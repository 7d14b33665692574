package placewatch.log;

import java.util.Arrays;
import placewatch.log.Ansi.Colour;
import placewatch.log.Ansi.Trait;

/// Reads what stands between `ESC [` and `m`: ECMA-48 8.3.117, and the colours of ISO 8613-6 in the forms that
/// terminals take (`38;5;n`, `38;2;r;g;b`, and both with colons). What it does not know changes nothing.
final class Sgr {

    private static final Colour[] COLOURS = Colour.values();
    /// xterm's, for the nearest of sixteen.
    private static final int[] RGB = {0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
        0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF};
    private static final int[] CUBE = {0, 95, 135, 175, 215, 255};

    private Sgr() {
    }

    /// The style that a style becomes.
    static Ansi apply(Ansi before, String parameters) {
        Ansi style = before;
        String[] fields = parameters.split(";", -1);
        int at = 0;
        while (at < fields.length) {
            String field = fields[at++];
            boolean whole = field.indexOf(':') >= 0;
            int[] parts = whole ? numbers(field.split(":", -1)) : numbers(field);
            int code = parts[0];
            if (code == 38 || code == 48 || code == 58) {
                int[] colour = whole ? Arrays.copyOfRange(parts, 1, parts.length)
                        : numbers(Arrays.copyOfRange(fields, at, Math.min(fields.length, at + 4)));
                at += whole ? 0 : taken(colour);
                style = coloured(style, code, colour);
            } else if (code == 4 && whole && parts[1] == 0) {
                style = style.without(Trait.UNDERLINED);
            } else {
                style = simple(style, code);
            }
        }
        return style;
    }

    private static Ansi simple(Ansi style, int code) {
        if (code >= 30 && code <= 37 || code >= 90 && code <= 97) {
            return style.withText(COLOURS[1 + (code >= 90 ? code - 90 + 8 : code - 30)]);
        }
        if (code >= 40 && code <= 47 || code >= 100 && code <= 107) {
            return style.withGround(COLOURS[1 + (code >= 100 ? code - 100 + 8 : code - 40)]);
        }
        return switch (code) {
            case 0 -> Ansi.USUAL;
            case 1 -> style.with(Trait.BOLD);
            case 2 -> style.with(Trait.FAINT);
            case 3 -> style.with(Trait.ITALIC);
            case 4, 21 -> style.with(Trait.UNDERLINED);
            case 7 -> style.with(Trait.INVERSE);
            case 9 -> style.with(Trait.STRUCK);
            case 22 -> style.without(Trait.BOLD).without(Trait.FAINT);
            case 23 -> style.without(Trait.ITALIC);
            case 24 -> style.without(Trait.UNDERLINED);
            case 27 -> style.without(Trait.INVERSE);
            case 29 -> style.without(Trait.STRUCK);
            case 39 -> style.withText(Colour.USUAL);
            case 49 -> style.withGround(Colour.USUAL);
            default -> style;
        };
    }

    /// How many fields behind a 38 belong to it.
    private static int taken(int[] colour) {
        if (colour.length == 0) {
            return 0;
        }
        return Math.min(colour.length, switch (colour[0]) {
            case 5 -> 2;
            case 2 -> 4;
            default -> 1;
        });
    }

    private static Ansi coloured(Ansi style, int code, int[] colour) {
        int nearest = -1;
        if (colour.length >= 2 && colour[0] == 5 && colour[1] >= 0 && colour[1] <= 255) {
            nearest = ofPalette(colour[1]);
        } else if (colour.length >= 4 && colour[0] == 2) {
            // with colons there may be a colour space before the three
            int first = colour.length >= 5 ? 2 : 1;
            int red = colour[first];
            int green = colour[first + 1];
            int blue = colour[first + 2];
            if (Math.min(red, Math.min(green, blue)) >= 0 && Math.max(red, Math.max(green, blue)) <= 255) {
                nearest = nearest(red, green, blue);
            }
        }
        if (nearest < 0) {
            return style;
        }
        return switch (code) {
            case 38 -> style.withText(COLOURS[1 + nearest]);
            case 48 -> style.withGround(COLOURS[1 + nearest]);
            // the underline's own colour
            default -> style;
        };
    }

    private static int ofPalette(int index) {
        if (index < 16) {
            return index;
        }
        if (index >= 232) {
            int grey = 8 + (index - 232) * 10;
            return nearest(grey, grey, grey);
        }
        int cube = index - 16;
        return nearest(CUBE[cube / 36], CUBE[cube / 6 % 6], CUBE[cube % 6]);
    }

    private static int nearest(int red, int green, int blue) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < RGB.length; i++) {
            int byRed = (RGB[i] >> 16) - red;
            int byGreen = (RGB[i] >> 8 & 0xFF) - green;
            int byBlue = (RGB[i] & 0xFF) - blue;
            int distance = byRed * byRed + byGreen * byGreen + byBlue * byBlue;
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    /// Nothing means 0, too large a number means none that is known.
    private static int[] numbers(String... fields) {
        return Arrays.stream(fields).mapToInt(field -> field.isEmpty() ? 0
                : field.length() > 4 || field.indexOf(':') >= 0 ? -1 : Integer.parseInt(field)).toArray();
    }
}

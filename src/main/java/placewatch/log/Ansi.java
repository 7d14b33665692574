package placewatch.log;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// How a stretch of a line is meant to look, from the sequences of ECMA-48 that terminals know as SGR. Hidden and
/// blinking text is not among it: what came is shown, and stands still.
///
/// @param text   colour of the letters
/// @param ground colour behind them
public record Ansi(Colour text, Colour ground, Set<Trait> traits) {

    /// As if no sequence had come.
    public static final Ansi USUAL = new Ansi(Colour.USUAL, Colour.USUAL, Set.of());

    /// The sixteen that terminals have names for, in their order, behind the one that nobody asked for.
    public enum Colour {
        USUAL, BLACK, RED, GREEN, YELLOW, BLUE, MAGENTA, CYAN, WHITE,
        BRIGHT_BLACK, BRIGHT_RED, BRIGHT_GREEN, BRIGHT_YELLOW, BRIGHT_BLUE, BRIGHT_MAGENTA, BRIGHT_CYAN, BRIGHT_WHITE
    }

    /// What else letters can be. Inverse: both colours change places.
    public enum Trait { BOLD, FAINT, ITALIC, UNDERLINED, INVERSE, STRUCK }

    public Ansi {
        traits = Collections.unmodifiableSet(traits.isEmpty() ? EnumSet.noneOf(Trait.class) : EnumSet.copyOf(traits));
    }

    Ansi withText(Colour colour) {
        return new Ansi(colour, ground, traits);
    }

    Ansi withGround(Colour colour) {
        return new Ansi(text, colour, traits);
    }

    Ansi with(Trait trait) {
        Set<Trait> more = EnumSet.of(trait);
        more.addAll(traits);
        return new Ansi(text, ground, more);
    }

    Ansi without(Trait trait) {
        Set<Trait> fewer = EnumSet.noneOf(Trait.class);
        fewer.addAll(traits);
        fewer.remove(trait);
        return new Ansi(text, ground, fewer);
    }
}

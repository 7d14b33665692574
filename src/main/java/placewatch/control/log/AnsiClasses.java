package placewatch.control.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import placewatch.log.Ansi;

/// Style classes for what a message asks for.
final class AnsiClasses {

    private AnsiClasses() {
    }

    static List<String> of(Ansi style) {
        List<String> classes = new ArrayList<>();
        if (style.text() != Ansi.Colour.USUAL) {
            classes.add("ansi-" + style.text().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        for (Ansi.Trait trait : style.traits()) {
            classes.add("ansi-" + trait.name().toLowerCase(Locale.ROOT));
        }
        return classes;
    }
}

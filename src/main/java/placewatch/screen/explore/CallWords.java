package placewatch.screen.explore;

import java.util.List;
import java.util.stream.Collectors;
import placewatch.control.Texts;
import placewatch.protocol.WireText;
import placewatch.settings.PastCalls;

/// Calls and their arguments, as they are shown and copied: without secrets.
final class CallWords {

    private CallWords() {
    }

    /// `switch_to("hdmi2", 3)`.
    static String call(String function, List<PastCalls.Argument> arguments) {
        return function + "(" + text(arguments) + ")";
    }

    /// `"hdmi2", 3`.
    static String text(List<PastCalls.Argument> arguments) {
        return arguments.stream().map(argument -> argument.extent() == PastCalls.Extent.CUT
                ? argument.text() + "…" : argument.text()).collect(Collectors.joining(", "));
    }

    /// JSON texts by position; of what was cut, which is no JSON, only that it was there.
    static List<String> json(List<PastCalls.Argument> arguments) {
        return arguments.stream().map(argument -> argument.extent() == PastCalls.Extent.CUT ? "\"…\"" : argument.text())
                .toList();
    }

    /// Without half characters, which no file holds.
    static List<PastCalls.Argument> mended(List<PastCalls.Argument> arguments) {
        return arguments.stream()
                .map(argument -> new PastCalls.Argument(WireText.mended(argument.text()), argument.extent())).toList();
    }

    /// The beginning of a long text, and how long it is.
    static String beginning(String text, int most) {
        return text.length() <= most ? text : cut(text, most) + "  " + Texts.size(text.length());
    }

    /// The beginning of a long text.
    static String cut(String text, int most) {
        return text.length() <= most ? text
                : text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most) + "…";
    }
}

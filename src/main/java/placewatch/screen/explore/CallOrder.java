package placewatch.screen.explore;

import java.util.List;
import placewatch.settings.PastCalls;

/// A call that is to be made, on whichever module.
///
/// @param args  JSON texts by position, as they are sent
/// @param shown the same, as they may be shown: without secrets
record CallOrder(String function, List<String> args, List<PastCalls.Argument> shown) {

    CallOrder {
        args = List.copyOf(args);
        shown = List.copyOf(shown);
    }

    /// The call of before, once more.
    static CallOrder of(ExecRun run) {
        return new CallOrder(run.function(), run.args(), run.shown());
    }

    /// `switch_to("hdmi2", 3)`.
    String call() {
        return CallWords.call(function, shown);
    }
}

package placewatch.export;

import java.util.function.Supplier;
import java.util.stream.LongStream;
import placewatch.log.LogWindow;

/// Which lines are taken away. Numbers are asked for anew at each try; those that are not in the window have left the
/// ring, and are counted.
///
/// @param numbers asked on the thread that takes
public record LogLinesToTake(LogWindow window, Supplier<LongStream> numbers) {

    /// All that the window has.
    public static LogLinesToTake all(LogWindow window) {
        return new LogLinesToTake(window, () -> LongStream.range(window.first(), window.end()));
    }
}

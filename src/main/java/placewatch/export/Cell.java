package placewatch.export;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// One field of an exported table: the full value, never what a window cuts it to.
public sealed interface Cell {

    /// Words.
    record Text(String text) implements Cell { }

    /// A value as JSON text, as the server sent it. Text that is no JSON is taken for the string that it is.
    record Json(String json) implements Cell { }

    /// A moment.
    record Time(Instant at) implements Cell { }

    /// A number that we counted or measured.
    record Number(BigDecimal number) implements Cell { }

    /// Nothing is there, which is not the same as an empty text.
    record Empty() implements Cell { }

    static Cell text(String text) {
        return new Text(text);
    }

    static Cell json(String json) {
        return new Json(json);
    }

    static Cell time(Instant at) {
        return new Time(at);
    }

    static Cell number(long number) {
        return new Number(BigDecimal.valueOf(number));
    }

    /// A finite number; what is none is [Empty].
    static Cell number(double number) {
        return Double.isFinite(number) ? new Number(BigDecimal.valueOf(number)) : empty();
    }

    static Cell empty() {
        return new Empty();
    }

    /// What is there, or nothing.
    static Cell of(Optional<? extends Cell> cell) {
        return cell.isPresent() ? cell.get() : empty();
    }
}

package placewatch.log;

import java.util.List;

/// Which lines of the log are wanted. Made by [FilterReader]. Immutable; any thread.
public final class LogFilter {

    /// Takes every line.
    public static final LogFilter EVERYTHING = new LogFilter("", new Condition.Everything());

    private final String text;
    private final Condition condition;
    private final Highlights highlights;

    LogFilter(String text, Condition condition) {
        this.text = text;
        this.condition = condition;
        highlights = Highlights.of(condition);
    }

    /// As it was written.
    public String text() {
        return text;
    }

    /// The same filter written in the one way in which all filters that ask the same in the same order are written:
    /// whether somebody only added a blank. Reads to the same filter.
    public String canonical() {
        return FilterWriter.written(condition);
    }

    /// Whether it takes every line.
    public boolean isEmpty() {
        return condition instanceof Condition.Everything;
    }

    /// Whether what it takes changes as time passes, although no line comes.
    public boolean ages() {
        return ages(condition);
    }

    private static boolean ages(Condition condition) {
        return switch (condition) {
            case Condition.YoungerThan _ -> true;
            case Condition.AllOf(List<Condition> parts) -> parts.stream().anyMatch(LogFilter::ages);
            case Condition.AnyOf(List<Condition> choices) -> choices.stream().anyMatch(LogFilter::ages);
            case Condition.Not(Condition unwanted) -> ages(unwanted);
            case Condition.Everything(), Condition.Text _, Condition.Expression _, Condition.OfLevel _,
                    Condition.OfModule _, Condition.OfSystem _, Condition.OfKind _ -> false;
        };
    }

    /// Where the words, phrases and expressions that are wanted occur in a text as it is shown: in order, none touching
    /// another, and not more than [#MOST_SPANS].
    public List<Span> spans(String shown) {
        return highlights.in(shown);
    }

    /// As many as anybody looks at.
    public static final int MOST_SPANS = 200;

    /// Tests lines of one store, on one thread at a time: it remembers what it worked out.
    public FilterMatcher matcher() {
        return new FilterMatcher(condition);
    }

    Condition condition() {
        return condition;
    }

    @Override
    public String toString() {
        return canonical();
    }
}

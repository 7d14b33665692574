package placewatch.log;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What a filter means, written as plainly as can be.
final class NaiveFilter {

    private NaiveFilter() {
    }

    static boolean takes(Condition condition, LogEntry line, Instant now) {
        return switch (condition) {
            case Condition.Everything() -> true;
            case Condition.AllOf(List<Condition> parts) -> parts.stream().allMatch(part -> takes(part, line, now));
            case Condition.AnyOf(List<Condition> choices) -> choices.stream().anyMatch(part -> takes(part, line, now));
            case Condition.Not(Condition unwanted) -> !takes(unwanted, line, now);
            case Condition.Text(String wanted) -> Fold.fold(line.text()).contains(Fold.fold(wanted))
                    || Fold.fold(line.source().slug()).contains(Fold.fold(wanted));
            case Condition.Expression(LinePattern pattern) -> pattern.pattern().matcher(line.text()).find();
            case Condition.OfLevel level -> level.takes(line.level());
            case Condition.OfModule module -> module.takes(line.source());
            case Condition.OfSystem system -> system.takes(line.source());
            case Condition.YoungerThan(Duration age) -> Duration.between(line.at(), now).compareTo(age) < 0;
            case Condition.OfKind(List<LogEntry.Kind> kinds) -> kinds.contains(line.kind());
        };
    }
}

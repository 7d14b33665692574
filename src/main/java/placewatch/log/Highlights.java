package placewatch.log;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What of a filter can be shown in a line: its words and expressions that are wanted. Immutable; any thread.
record Highlights(List<Needle> needles, List<LinePattern> patterns) {

    static Highlights of(Condition condition) {
        Highlights all = new Highlights(new ArrayList<>(), new ArrayList<>());
        all.gather(condition, Side.WANTED);
        return new Highlights(List.copyOf(all.needles), List.copyOf(all.patterns));
    }

    private void gather(Condition condition, Side side) {
        switch (condition) {
            case Condition.AllOf(List<Condition> parts) -> parts.forEach(part -> gather(part, side));
            case Condition.AnyOf(List<Condition> choices) -> choices.forEach(choice -> gather(choice, side));
            case Condition.Not(Condition unwanted) -> gather(unwanted, side.other());
            case Condition.Text(String wanted) when side == Side.WANTED -> needles.add(new Needle(wanted));
            case Condition.Expression(LinePattern pattern) when side == Side.WANTED -> patterns.add(pattern);
            case Condition.Everything(), Condition.Text _, Condition.Expression _, Condition.OfLevel _,
                    Condition.OfModule _, Condition.OfSystem _, Condition.YoungerThan _, Condition.OfKind _ -> { }
        }
    }

    List<Span> in(String shown) {
        if (needles.isEmpty() && patterns.isEmpty()) {
            return List.of();
        }
        List<Span> found = new ArrayList<>();
        for (Needle needle : needles) {
            int from = needle.in(shown, 0);
            for (int count = 0; from >= 0 && count < LogFilter.MOST_SPANS; count++) {
                found.add(new Span(from, from + needle.length()));
                from = needle.in(shown, from + needle.length());
            }
        }
        for (LinePattern pattern : patterns) {
            PatientSearch search = new PatientSearch(pattern.pattern());
            search.begin(shown);
            for (int count = 0; count < LogFilter.MOST_SPANS
                    && search.next() == PatientSearch.Outcome.FOUND;) {
                Span span = search.found();
                if (span.from() < span.to()) {
                    found.add(span);
                    count++;
                }
            }
        }
        return merged(found);
    }

    private static List<Span> merged(List<Span> found) {
        found.sort(Comparator.comparingInt(Span::from));
        List<Span> merged = new ArrayList<>();
        for (Span span : found) {
            if (!merged.isEmpty() && merged.getLast().to() >= span.from()) {
                Span last = merged.removeLast();
                merged.add(new Span(last.from(), Math.max(last.to(), span.to())));
            } else {
                merged.add(span);
            }
        }
        return List.copyOf(merged.subList(0, Math.min(merged.size(), LogFilter.MOST_SPANS)));
    }
}

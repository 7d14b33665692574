package placewatch.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import placewatch.protocol.ModuleAddress;

/// What a filter asks of a line: a tree of values. Any thread.
sealed interface Condition {

    /// Nothing.
    record Everything() implements Condition { }

    /// Each of them, of which there are two at least.
    record AllOf(List<Condition> parts) implements Condition {
        public AllOf {
            parts = List.copyOf(parts);
        }
    }

    /// One of them at least, of which there are two at least.
    record AnyOf(List<Condition> choices) implements Condition {
        public AnyOf {
            choices = List.copyOf(choices);
        }
    }

    record Not(Condition unwanted) implements Condition { }

    /// Occurs in the line's text or in its module's slug: a word or a phrase.
    record Text(String wanted) implements Condition { }

    /// Is found in the line's text.
    record Expression(LinePattern pattern) implements Condition { }

    record OfLevel(List<LevelChoice> choices) implements Condition {
        public OfLevel {
            choices = List.copyOf(choices);
        }

        boolean takes(String level) {
            return choices.stream().anyMatch(choice -> choice.takes(level));
        }
    }

    /// Is of a module of one of these names, with its index or without.
    record OfModule(List<Glob> names) implements Condition {
        public OfModule {
            names = List.copyOf(names);
        }

        boolean takes(LogSource source) {
            return source.address().isPresent() && names.stream().anyMatch(name -> takes(name, source.address().get()));
        }

        private static boolean takes(Glob name, ModuleAddress address) {
            return name.fits(address.slug()) || name.fits(address.module());
        }
    }

    /// Is of a system with one of these ids, or in whose name all words of one of these occur.
    record OfSystem(List<Glob> names) implements Condition {
        public OfSystem {
            names = List.copyOf(names);
        }

        boolean takes(LogSource source) {
            return source.address().isPresent() && names.stream().anyMatch(name -> takes(name, source));
        }

        private static boolean takes(Glob name, LogSource source) {
            if (name.fits(source.systemId())) {
                return true;
            }
            List<Glob> words = Blanks.words(name.pattern()).stream().map(Glob::new).toList();
            return !words.isEmpty() && !source.systemName().isEmpty()
                    && words.stream().allMatch(word -> word.isIn(source.systemName()));
        }
    }

    /// Is younger.
    record YoungerThan(Duration age) implements Condition { }

    record OfKind(List<LogEntry.Kind> kinds) implements Condition {
        public OfKind {
            kinds = kinds.stream().distinct().sorted().toList();
        }
    }

    /// All of some; one alone is itself.
    static Condition allOf(List<Condition> parts) {
        List<Condition> flat = new ArrayList<>();
        for (Condition part : parts) {
            if (part instanceof AllOf(List<Condition> inner)) {
                flat.addAll(inner);
            } else {
                flat.add(part);
            }
        }
        return flat.size() == 1 ? flat.getFirst() : new AllOf(flat);
    }

    /// Any of some; one alone is itself.
    static Condition anyOf(List<Condition> choices) {
        List<Condition> flat = new ArrayList<>();
        for (Condition choice : choices) {
            if (choice instanceof AnyOf(List<Condition> inner)) {
                flat.addAll(inner);
            } else {
                flat.add(choice);
            }
        }
        return flat.size() == 1 ? flat.getFirst() : new AnyOf(flat);
    }

    static Condition not(Condition unwanted) {
        return unwanted instanceof Not(Condition wanted) ? wanted : new Not(unwanted);
    }
}

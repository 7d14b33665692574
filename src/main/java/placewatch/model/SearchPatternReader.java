package placewatch.model;

import java.util.ArrayList;
import java.util.List;
import placewatch.model.SearchPattern.Kind;
import placewatch.model.SearchPattern.Letters;
import placewatch.model.SearchPattern.Step;

/// Reads a regular expression and lays out its steps, from the last to the first.
final class SearchPatternReader {

    /// What is read of an expression, before its steps are laid out: a part may be laid out several times.
    private sealed interface Part {
        record Letter(Letters letters) implements Part { }

        record Place(Kind kind) implements Part { }

        record Row(List<Part> parts) implements Part { }

        record Choice(List<Part> ways) implements Part { }

        /// @param most -1 for any number
        record Times(Part part, int least, int most) implements Part { }
    }

    private static final int MOST_STEPS = 1_000;
    private static final int MOST_TIMES = 100;
    private static final int DEEPEST = 30;
    private static final Letters NONE = _ -> false;

    private final String text;
    private final List<Step> steps = new ArrayList<>();
    private int at;
    private int depth;

    SearchPatternReader(String expression) {
        text = expression;
    }

    SearchPattern read() {
        Part whole = choice();
        if (at < text.length()) {
            throw new PatternFault("“)” closes no “(”", at);
        }
        int found = add(new Step(Kind.FOUND, NONE, -1, -1));
        int first = lay(whole, found);
        return new SearchPattern(steps.toArray(Step[]::new), first);
    }

    private int add(Step step) {
        if (steps.size() >= MOST_STEPS) {
            throw new PatternFault("this expression is too large", 0);
        }
        steps.add(step);
        return steps.size() - 1;
    }

    /// @return where the part begins, if it is to lead to `next`
    private int lay(Part part, int next) {
        return switch (part) {
            case Part.Letter(Letters letters) -> add(new Step(Kind.LETTER, letters, next, -1));
            case Part.Place(Kind kind) -> add(new Step(kind, NONE, next, -1));
            case Part.Row(List<Part> parts) -> {
                int to = next;
                for (Part each : parts.reversed()) {
                    to = lay(each, to);
                }
                yield to;
            }
            case Part.Choice(List<Part> ways) -> {
                int to = lay(ways.getLast(), next);
                for (Part each : ways.subList(0, ways.size() - 1).reversed()) {
                    to = add(new Step(Kind.FORK, NONE, lay(each, next), to));
                }
                yield to;
            }
            case Part.Times times -> times(times, next);
        };
    }

    private int times(Part.Times times, int next) {
        int to = next;
        if (times.most < 0) {
            // the fork comes first, as what it leads to leads back to it
            int fork = add(new Step(Kind.FORK, NONE, -1, to));
            steps.set(fork, new Step(Kind.FORK, NONE, lay(times.part, fork), to));
            to = fork;
        } else {
            for (int i = times.least; i < times.most; i++) {
                to = add(new Step(Kind.FORK, NONE, lay(times.part, to), next));
            }
        }
        for (int i = 0; i < times.least; i++) {
            to = lay(times.part, to);
        }
        return to;
    }

    private Part choice() {
        if (++depth > DEEPEST) {
            throw new PatternFault("too many groups inside of each other", at);
        }
        List<Part> ways = new ArrayList<>();
        ways.add(row());
        while (at < text.length() && text.charAt(at) == '|') {
            at++;
            ways.add(row());
        }
        depth--;
        return ways.size() == 1 ? ways.getFirst() : new Part.Choice(ways);
    }

    private Part row() {
        List<Part> parts = new ArrayList<>();
        while (at < text.length() && text.charAt(at) != '|' && text.charAt(at) != ')') {
            parts.add(repeated(atom()));
        }
        return new Part.Row(parts);
    }

    private Part repeated(Part part) {
        if (at >= text.length()) {
            return part;
        }
        int from = at;
        Part times = switch (text.charAt(at)) {
            case '*' -> counted(part, 0, -1);
            case '+' -> counted(part, 1, -1);
            case '?' -> counted(part, 0, 1);
            case '{' -> braces(part);
            default -> part;
        };
        if (times == part) {
            return part;
        }
        if (at < text.length() && text.charAt(at) == '?') {
            // as few as possible: where it fits, it fits either way
            at++;
        }
        if (at < text.length() && "*+?{".indexOf(text.charAt(at)) >= 0) {
            throw new PatternFault("“" + text.substring(from, at) + "” is repeated already", at);
        }
        return times;
    }

    private Part counted(Part part, int least, int most) {
        at++;
        return new Part.Times(part, least, most);
    }

    private Part braces(Part part) {
        int from = at;
        int end = text.indexOf('}', at);
        if (end < 0) {
            throw new PatternFault("“{” is not closed", from);
        }
        String[] bounds = text.substring(at + 1, end).split(",", -1);
        at = end + 1;
        try {
            int least = Integer.parseInt(bounds[0]);
            int most = bounds.length == 1 ? least : bounds[1].isEmpty() ? -1 : Integer.parseInt(bounds[1]);
            if (bounds.length <= 2 && least >= 0 && (most == -1 || most >= least)) {
                if (Math.max(least, most) > MOST_TIMES) {
                    throw new PatternFault("more than " + MOST_TIMES + " times is too often", from);
                }
                return new Part.Times(part, least, most);
            }
        } catch (NumberFormatException e) {
            throw numbersWanted(from);
        }
        throw numbersWanted(from);
    }

    private static PatternFault numbersWanted(int from) {
        return new PatternFault("“{” wants numbers, as in {2} or {1,3}; a brace itself is \\{", from);
    }

    private Part atom() {
        int from = at;
        char c = text.charAt(at++);
        return switch (c) {
            case '(' -> group(from);
            case '[' -> {
                SearchClassReader reader = new SearchClassReader(text, from);
                Letters letters = reader.read();
                at = reader.end();
                yield new Part.Letter(letters);
            }
            case '.' -> new Part.Letter(_ -> true);
            case '^' -> new Part.Place(Kind.START);
            case '$' -> new Part.Place(Kind.END);
            case '*', '+', '?', '{' -> throw new PatternFault("“" + c + "” has nothing before it to repeat", from);
            case '\\' -> escaped(from);
            default -> new Part.Letter(one(c));
        };
    }

    private Part group(int from) {
        if (text.startsWith("?:", at)) {
            at += 2;
        } else if (text.startsWith("?", at)) {
            throw new PatternFault("“(?…” is not known here, only “(…)” and “(?:…)”", from);
        }
        Part inside = choice();
        if (at >= text.length()) {
            throw new PatternFault("“(” is not closed", from);
        }
        at++;
        return inside;
    }

    private Part escaped(int from) {
        if (at >= text.length()) {
            throw new PatternFault("“\\” stands before nothing", from);
        }
        char c = text.charAt(at++);
        return switch (c) {
            case 'b' -> new Part.Place(Kind.BOUNDARY);
            case 'B' -> new Part.Place(Kind.NO_BOUNDARY);
            default -> new Part.Letter(SearchClassReader.escape(c, from));
        };
    }

    static Letters one(char wanted) {
        char folded = SearchPattern.folded(wanted);
        return c -> SearchPattern.folded(c) == folded;
    }
}

package placewatch.model;

import java.util.Arrays;

/// A regular expression that never takes long: it goes through a text once, with all the places in the expression that
/// are possible at the same time, where the JDK's goes back and tries again and may take years over forty characters.
/// Knows characters, `.`, classes, `\d \w \s \b` and their opposites, groups, `|`, `* + ? {n,m}`, `^` and `$`; not
/// what needs going back. Capitals or not is all the same. Immutable; any thread.
final class SearchPattern {

    /// One step: what it takes from the text, and where it leads.
    ///
    /// @param other the second way of a fork
    record Step(Kind kind, Letters letters, int next, int other) { }

    enum Kind { LETTER, FORK, START, END, BOUNDARY, NO_BOUNDARY, FOUND }

    /// Which characters fit.
    @FunctionalInterface
    interface Letters {
        boolean fit(char c);
    }

    private final Step[] steps;
    private final int first;

    SearchPattern(Step[] steps, int first) {
        this.steps = steps;
        this.first = first;
    }

    /// @throws PatternFault what is wrong with it, and where
    static SearchPattern of(String expression) {
        return new SearchPatternReader(expression).read();
    }

    /// Whether it fits anywhere in a text. Takes at most as many steps as the text is long times the expression.
    boolean findsIn(String text) {
        int[] now = new int[steps.length];
        int[] then = new int[steps.length];
        int[] pending = new int[steps.length * 2 + 2];
        int[] seenAt = new int[steps.length];
        Arrays.fill(seenAt, -1);
        int count = 0;
        for (int at = 0; at <= text.length(); at++) {
            // what begins here, beside what goes on
            count = enter(first, text, at, now, count, seenAt, pending);
            if (count < 0) {
                return true;
            }
            if (at == text.length()) {
                return false;
            }
            char c = text.charAt(at);
            int next = 0;
            for (int i = 0; i < count; i++) {
                Step step = steps[now[i]];
                if (step.letters.fit(c)) {
                    next = enter(step.next, text, at + 1, then, next, seenAt, pending);
                    if (next < 0) {
                        return true;
                    }
                }
            }
            int[] spare = now;
            now = then;
            then = spare;
            count = next;
        }
        return false;
    }

    /// Notes the places that are reached from `start` without taking a character.
    ///
    /// @return how many there are now; -1 when the end is one of them
    private int enter(int start, String text, int at, int[] places, int count, int[] seenAt, int[] pending) {
        int number = count;
        int top = 0;
        pending[top++] = start;
        while (top > 0) {
            int place = pending[--top];
            if (seenAt[place] == at) {
                continue;
            }
            seenAt[place] = at;
            Step step = steps[place];
            switch (step.kind) {
                case FOUND -> {
                    return -1;
                }
                case LETTER -> places[number++] = place;
                case FORK -> {
                    pending[top++] = step.other;
                    pending[top++] = step.next;
                }
                case START, END, BOUNDARY, NO_BOUNDARY -> {
                    if (holds(step.kind, text, at)) {
                        pending[top++] = step.next;
                    }
                }
            }
        }
        return number;
    }

    private static boolean holds(Kind kind, String text, int at) {
        boolean boundary = (at > 0 && word(text.charAt(at - 1))) != (at < text.length() && word(text.charAt(at)));
        return switch (kind) {
            case START -> at == 0;
            case END -> at == text.length();
            case BOUNDARY -> boundary;
            case NO_BOUNDARY -> !boundary;
            case LETTER, FORK, FOUND -> throw new IllegalArgumentException("takes no place: " + kind);
        };
    }

    static boolean word(char c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }

    static char folded(char c) {
        return Character.toLowerCase(Character.toUpperCase(c));
    }
}

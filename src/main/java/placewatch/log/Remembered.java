package placewatch.log;

import java.util.Arrays;
import java.util.function.Predicate;

/// What a question about things that many lines share was answered, by the number that a store gave each. For one
/// thread.
final class Remembered<T> {

    private static final byte YES = 1;
    private static final byte NO = 2;

    private final Predicate<T> question;
    private byte[] answers = new byte[16];

    Remembered(Predicate<T> question) {
        this.question = question;
    }

    boolean knows(int number) {
        return number < answers.length && answers[number] != 0;
    }

    /// What was learnt.
    boolean is(int number) {
        return answers[number] == YES;
    }

    boolean learn(int number, T thing) {
        if (number >= answers.length) {
            answers = Arrays.copyOf(answers, Math.max(number + 1, answers.length * 2));
        }
        boolean answer = question.test(thing);
        answers[number] = answer ? YES : NO;
        return answer;
    }
}

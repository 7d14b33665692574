package placewatch.control;

import java.util.Comparator;

/// Orders names as people count: `Level 2` before `Level 10`, capitals or not. Makes no objects: long lists are sorted
/// while they live.
public final class NaturalOrder implements Comparator<String> {

    @Override
    public int compare(String one, String other) {
        int left = 0;
        int right = 0;
        while (left < one.length() && right < other.length()) {
            int leftEnd = partEnd(one, left);
            int rightEnd = partEnd(other, right);
            int order = digit(one.charAt(left)) && digit(other.charAt(right))
                    ? compareNumbers(one, left, leftEnd, other, right, rightEnd)
                    : compareWords(one, left, leftEnd, other, right, rightEnd);
            if (order != 0) {
                return order;
            }
            left = leftEnd;
            right = rightEnd;
        }
        return Boolean.compare(left < one.length(), right < other.length());
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int partEnd(String text, int from) {
        boolean digits = digit(text.charAt(from));
        int end = from + 1;
        while (end < text.length() && digit(text.charAt(end)) == digits) {
            end++;
        }
        return end;
    }

    private static int compareNumbers(String one, int from, int end, String other, int otherFrom, int otherEnd) {
        int left = significant(one, from, end);
        int right = significant(other, otherFrom, otherEnd);
        if (end - left != otherEnd - right) {
            return Integer.compare(end - left, otherEnd - right);
        }
        while (left < end) {
            int order = Character.compare(one.charAt(left++), other.charAt(right++));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int significant(String text, int from, int end) {
        int at = from;
        while (at < end - 1 && text.charAt(at) == '0') {
            at++;
        }
        return at;
    }

    private static int compareWords(String one, int from, int end, String other, int otherFrom, int otherEnd) {
        int left = from;
        int right = otherFrom;
        while (left < end && right < otherEnd) {
            int order = Character.compare(folded(one.charAt(left++)), folded(other.charAt(right++)));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(end - left, otherEnd - right);
    }

    private static char folded(char c) {
        return Character.toLowerCase(Character.toUpperCase(c));
    }
}

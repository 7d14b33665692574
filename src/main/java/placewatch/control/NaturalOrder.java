package placewatch.control;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Orders names as people count: `Level 2` before `Level 10`, capitals or not.
public final class NaturalOrder implements Comparator<String> {

    private static final Pattern PART = Pattern.compile("\\d+|\\D+");

    @Override
    public int compare(String one, String other) {
        Matcher left = PART.matcher(one);
        Matcher right = PART.matcher(other);
        while (true) {
            boolean more = left.find();
            boolean moreRight = right.find();
            if (!more || !moreRight) {
                return Boolean.compare(more, moreRight);
            }
            int order = compareParts(left.group(), right.group());
            if (order != 0) {
                return order;
            }
        }
    }

    private static int compareParts(String left, String right) {
        if (!Character.isDigit(left.charAt(0)) || !Character.isDigit(right.charAt(0))) {
            return String.CASE_INSENSITIVE_ORDER.compare(left, right);
        }
        String small = left.replaceFirst("^0+(?=.)", "");
        String large = right.replaceFirst("^0+(?=.)", "");
        return small.length() != large.length() ? Integer.compare(small.length(), large.length())
                : small.compareTo(large);
    }
}

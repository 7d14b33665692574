package placewatch.rest;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a page lies in its list, from the headers `X-Total-Count`, `Content-Range: sys 0-100/5000` and
/// `Link: </api/…?offset=100&limit=100>; rel="next"`.
final class PageReader {

    private static final Pattern TOTAL = Pattern.compile("\\s*(\\d{1,9})\\s*");
    private static final Pattern RANGE_TOTAL = Pattern.compile(".*/(\\d{1,9})\\s*");
    private static final Pattern LINK = Pattern.compile("<([^>]*)>([^<]*)");
    private static final Pattern NEXT =
            Pattern.compile("rel\\s*=\\s*(\"[^\"]*\\bnext\\b[^\"]*\"|next\\b)", Pattern.CASE_INSENSITIVE);
    private static final Pattern OFFSET = Pattern.compile("[?&]offset=(\\d{1,9})(?!\\d)");

    private PageReader() {
    }

    static <T> Page<T> read(Answer answer, int offset, List<T> items) {
        OptionalInt counted = total(answer.headers());
        int end = offset + items.size();
        // A Link that skips a row is missing one row too early, so the count has a say as well; and a server that
        // offers more than it sends would be asked for ever.
        boolean more = !items.isEmpty() && (counted.orElse(end) > end || offersNext(answer.headers(), offset));
        return new Page<>(items, offset, counted.orElse(end), more);
    }

    private static OptionalInt total(HttpHeaders headers) {
        OptionalInt count = number(TOTAL, headers.firstValue("x-total-count").orElse(""));
        return count.isPresent() ? count : number(RANGE_TOTAL, headers.firstValue("content-range").orElse(""));
    }

    /// A link that does not lead past this page's beginning offers nothing.
    private static boolean offersNext(HttpHeaders headers, int offset) {
        for (String value : headers.allValues("link")) {
            Matcher link = LINK.matcher(value);
            while (link.find()) {
                if (NEXT.matcher(link.group(2)).find()) {
                    Matcher target = OFFSET.matcher(link.group(1));
                    return !target.find() || Integer.parseInt(target.group(1)) > offset;
                }
            }
        }
        return false;
    }

    private static OptionalInt number(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }
}

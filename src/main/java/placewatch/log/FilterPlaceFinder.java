package placewatch.log;

import java.util.Optional;
import placewatch.log.FilterPlace.Before;

/// Goes through the terms of a filter up to the caret, and takes faults as they come.
final class FilterPlaceFinder {

    private final String text;
    private final int caret;
    private final FilterScan scan;
    private Before before = Before.NOTHING;

    FilterPlaceFinder(String text, int caret) {
        this.text = text;
        this.caret = caret;
        scan = new FilterScan(text);
    }

    FilterPlace find() {
        while (true) {
            skipGaps();
            if (scan.at() == caret) {
                return new FilterPlace.Term(caret, caret, "", before);
            }
            if (scan.take('-')) {
                before = Before.MINUS;
                continue;
            }
            Optional<FilterPlace> here = term();
            if (here.isPresent()) {
                return here.get();
            }
        }
    }

    private void skipGaps() {
        while (scan.at() < caret && scan.atGap()) {
            if (scan.isAt('(')) {
                before = Before.NOTHING;
            } else if (scan.isAt(')')) {
                before = Before.TERM;
            } else if (before == Before.MINUS) {
                before = Before.TERM;
            }
            scan.moveTo(scan.at() + 1);
        }
    }

    /// Empty if the term ends before the caret; the scan then stands behind it.
    private Optional<FilterPlace> term() {
        int from = scan.at();
        if (scan.isAt('"') || scan.isAt('/')) {
            scan.moveTo(closed(from));
            before = Before.TERM;
            return caret <= scan.at() ? Optional.of(new FilterPlace.Anything()) : Optional.empty();
        }
        Optional<FilterKey> key = FilterKey.at(text, from);
        int end = key.map(known -> from + known.word().length()).orElseGet(scan::wordEnd);
        if (caret < end || caret == end && key.isEmpty()) {
            return Optional.of(new FilterPlace.Term(from, end, text.substring(from, caret), before));
        }
        boolean or = before != Before.MINUS && scan.atOr();
        before = or ? Before.OR : Before.TERM;
        scan.moveTo(end);
        return key.flatMap(this::values);
    }

    private Optional<FilterPlace> values(FilterKey key) {
        do {
            int from = scan.at();
            boolean quoted = scan.isAt('"');
            int end = quoted ? closed(from) : bareEnd(from);
            if (caret == from || caret <= end && !quoted) {
                return Optional.of(new FilterPlace.Value(key, from, end, text.substring(from, caret)));
            }
            if (caret <= end) {
                // a quote that is never closed reaches to the end of the text: what stands there may be other terms
                boolean closes = closes(from);
                return closes && caret == end ? Optional.of(new FilterPlace.Anything()) : Optional.of(
                        new FilterPlace.Value(key, from, closes ? end : caret, text.substring(from + 1, caret)));
            }
            scan.moveTo(end);
        } while (scan.take(','));
        return Optional.empty();
    }

    private int bareEnd(int from) {
        int end = from;
        while (!scan.isGap(end) && text.charAt(end) != ',') {
            end++;
        }
        return end;
    }

    /// Behind what closes what opens at a place, with a quote or a slash; the end of the text if nothing does.
    private int closed(int open) {
        return Math.min(closing(open) + 1, text.length());
    }

    private boolean closes(int open) {
        return closing(open) < text.length();
    }

    private int closing(int open) {
        int close = open + 1;
        while (close < text.length() && text.charAt(close) != text.charAt(open)) {
            close += text.charAt(close) == '\\' ? 2 : 1;
        }
        return close;
    }
}

package placewatch.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what stands behind a key of a filter.
final class ValueReader {

    private static final Pattern LEVEL = Pattern.compile("([\\p{L}\\p{N}_]+(?:[.-][\\p{L}\\p{N}_]+)*)(\\+?)");
    private static final Pattern AGE = Pattern.compile("([0-9]{1,10})([smhdSMHD])");
    private static final Duration OLDEST = Duration.ofDays(36_500);

    private final FilterScan scan;

    /// One of the values between commas.
    private record Value(int from, int to, String text, Form form) { }

    private enum Form { BARE, QUOTED }

    ValueReader(FilterScan scan) {
        this.scan = scan;
    }

    /// Begins at the key, and ends behind its values.
    Condition of(FilterKey key) throws FaultFound {
        List<Value> values = values(key);
        return switch (key) {
            case LEVEL -> new Condition.OfLevel(each(values, ValueReader::level));
            case MOD -> new Condition.OfModule(each(values, value -> new Glob(value.text)));
            case SYS -> new Condition.OfSystem(each(values, value -> new Glob(value.text)));
            case AGE -> age(values);
            case KIND -> new Condition.OfKind(each(values, ValueReader::kind));
        };
    }

    private List<Value> values(FilterKey key) throws FaultFound {
        int begin = scan.at();
        scan.moveTo(begin + key.word().length());
        List<Value> values = new ArrayList<>();
        do {
            if (scan.atGap() || scan.isAt(',')) {
                throw values.isEmpty() ? new FaultFound(begin, scan.at(), "Nothing stands right behind “" + key.word()
                        + "”: write what is wanted there, such as " + key.example()
                        + ", or put the word in quotes.")
                        : new FaultFound(scan.at() - 1, scan.at(), "Nothing stands right behind this comma: write another"
                                + " value there without a blank, or take the comma away.");
            }
            values.add(value());
        } while (scan.take(','));
        return values;
    }

    private Value value() throws FaultFound {
        int from = scan.at();
        if (scan.isAt('"')) {
            String text = quoted();
            return new Value(from, scan.at(), text, Form.QUOTED);
        }
        while (!scan.atGap() && !scan.isAt(',')) {
            scan.moveTo(scan.at() + 1);
        }
        return new Value(from, scan.at(), scan.text().substring(from, scan.at()), Form.BARE);
    }

    /// Begins at a quote, and ends behind the one that closes it.
    String quoted() throws FaultFound {
        String text = scan.text();
        int open = scan.at();
        StringBuilder inside = new StringBuilder();
        int i = open + 1;
        while (i < text.length() && text.charAt(i) != '"') {
            boolean escaped = text.charAt(i) == '\\' && i + 1 < text.length()
                    && (text.charAt(i + 1) == '"' || text.charAt(i + 1) == '\\');
            i += escaped ? 1 : 0;
            inside.append(text.charAt(i++));
        }
        if (i >= text.length()) {
            throw new FaultFound(open, text.length(), "This quote is never closed: add a \" where it ends.");
        }
        if (inside.isEmpty()) {
            throw new FaultFound(open, i + 1, "Nothing stands between these quotes: write something there, or take them"
                    + " away.");
        }
        scan.moveTo(i + 1);
        return inside.toString();
    }

    @FunctionalInterface
    private interface Meaning<T> {
        T of(Value value) throws FaultFound;
    }

    private static <T> List<T> each(List<Value> values, Meaning<T> meaning) throws FaultFound {
        List<T> all = new ArrayList<>();
        for (Value value : values) {
            all.add(meaning.of(value));
        }
        return all;
    }

    private static LevelChoice level(Value value) throws FaultFound {
        if (value.form == Form.QUOTED) {
            return LevelChoice.of(value.text);
        }
        Matcher word = LEVEL.matcher(value.text);
        if (!word.matches()) {
            throw new FaultFound(value.from, value.to, "“" + value.text + "” is no word for a level: write one, such as"
                    + " level:warn, with a + behind it for that and all that is graver.");
        }
        if (word.group(2).isEmpty()) {
            return LevelChoice.of(value.text);
        }
        Severity severity = Severity.of(word.group(1));
        if (severity == Severity.OTHER) {
            throw new FaultFound(value.from, value.to, "How grave “" + word.group(1) + "” is nobody knows: leave out the +,"
                    + " or use one of trace, debug, info, notice, warn, error, fatal.");
        }
        return new LevelChoice.OrGraver(severity);
    }

    private static LogEntry.Kind kind(Value value) throws FaultFound {
        return KindWord.of(value.text).map(KindWord::kind).orElseThrow(() -> new FaultFound(value.from, value.to,
                "“" + value.text + "” is no kind of line: use call, debug or connection."));
    }

    private static Condition age(List<Value> values) throws FaultFound {
        Value value = values.getFirst();
        Matcher written = AGE.matcher(value.text);
        if (!written.matches()) {
            throw new FaultFound(value.from, value.to, "“" + value.text + "” is no age: write a whole number and s, m, h or"
                    + " d right behind it, such as age:90s or age:5m.");
        }
        long count = Long.parseLong(written.group(1));
        Duration age = switch (Character.toLowerCase(written.group(2).charAt(0))) {
            case 'd' -> Duration.ofDays(count);
            case 'h' -> Duration.ofHours(count);
            case 'm' -> Duration.ofMinutes(count);
            default -> Duration.ofSeconds(count);
        };
        if (age.compareTo(OLDEST) > 0) {
            throw new FaultFound(value.from, value.to, "No line is that old: an age is at most " + OLDEST.toDays() + "d.");
        }
        if (values.size() > 1) {
            throw new FaultFound(values.get(1).from, values.get(1).to, "A line has one age only: leave the smaller or the"
                    + " greater one, and take the comma away.");
        }
        return new Condition.YoungerThan(age);
    }
}

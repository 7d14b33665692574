package placewatch.form;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// What a JSON Schema says of a number.
final class NumberSchema {

    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);
    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final Pattern FORMAT = Pattern.compile("(?i)(u?)int(8|16|32|64|128)");

    private NumberSchema() {
    }

    /// Empty if no number fits.
    static Optional<Shape> whole(String name, JsonNode schema) {
        Shape.Limits limits = limits(schema, true);
        if (limits.empty()) {
            return Optional.empty();
        }
        String format = schema.path("format").asString("Int64");
        boolean moment = format.matches("(?i)unix-?time") || format.matches("(?i)u?int(32|64)|")
                && (MomentNames.title(schema.path("title").asString("")) || MomentNames.name(name));
        return Optional.of(moment ? new Shape.UnixMoment(limits) : new Shape.Whole(limits));
    }

    /// Empty if no number fits.
    static Optional<Shape> real(JsonNode schema) {
        Shape.Limits limits = limits(schema, false);
        return limits.empty() ? Optional.empty() : Optional.of(new Shape.Real(limits));
    }

    private static Shape.Limits limits(JsonNode schema, boolean whole) {
        Optional<BigDecimal> least = number(schema, "minimum");
        Optional<BigDecimal> most = number(schema, "maximum");
        // a number today, a boolean beside the bound in old drafts
        Optional<BigDecimal> above = number(schema, "exclusiveMinimum");
        Optional<BigDecimal> below = number(schema, "exclusiveMaximum");
        boolean leastExcluded = schema.path("exclusiveMinimum").asBoolean(false) && above.isEmpty();
        boolean mostExcluded = schema.path("exclusiveMaximum").asBoolean(false) && below.isEmpty();
        if (above.isPresent() && (least.isEmpty() || above.get().compareTo(least.get()) >= 0)) {
            least = above;
            leastExcluded = true;
        }
        if (below.isPresent() && (most.isEmpty() || below.get().compareTo(most.get()) <= 0)) {
            most = below;
            mostExcluded = true;
        }
        Optional<BigDecimal> step = number(schema, "multipleOf").filter(by -> by.signum() > 0);
        if (whole) {
            Range range = Range.of(schema.path("format").asString(""));
            if (least.isEmpty() && !range.wide() || least.isPresent() && least.get().compareTo(range.least()) < 0) {
                least = Optional.of(range.least());
                leastExcluded = false;
            }
            if (most.isEmpty() && !range.wide() || most.isPresent() && most.get().compareTo(range.most()) > 0) {
                most = Optional.of(range.most());
                mostExcluded = false;
            }
        }
        return new Shape.Limits(least, leastExcluded, most, mostExcluded, step);
    }

    private static Optional<BigDecimal> number(JsonNode schema, String keyword) {
        return schema.path(keyword).isNumber() ? Optional.of(schema.path(keyword).decimalValue()) : Optional.empty();
    }

    /// What a Crystal integer type holds. PlaceOS reads no integer beyond 64 bits with a sign: a request with one gets
    /// no answer at all.
    ///
    /// @param wide all of these 64 bits, which needs no words
    private record Range(BigDecimal least, BigDecimal most, boolean wide) {

        static Range of(String format) {
            Matcher named = FORMAT.matcher(format);
            if (!named.matches()) {
                return new Range(new BigDecimal(LEAST), new BigDecimal(MOST), true);
            }
            int bits = Integer.parseInt(named.group(2));
            boolean unsigned = !named.group(1).isEmpty();
            BigInteger end = BigInteger.ONE.shiftLeft(unsigned ? bits : bits - 1);
            BigInteger least = unsigned ? BigInteger.ZERO : end.negate().max(LEAST);
            return new Range(new BigDecimal(least), new BigDecimal(end.subtract(BigInteger.ONE).min(MOST)),
                    !unsigned && bits >= 64);
        }
    }
}

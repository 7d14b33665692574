package placewatch.form;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// What an argument, or a part of one, may be: a JSON Schema as a person has to fill it in. [ShapeReader] makes them.
public sealed interface Shape {

    /// `true` or `false`.
    record YesNo() implements Shape { }

    /// Null and nothing else.
    record Nothing() implements Shape { }

    /// A whole number.
    record Whole(Limits limits) implements Shape { }

    /// Any number.
    record Real(Limits limits) implements Shape { }

    /// One of these values, as they are sent.
    record Choice(List<JsonNode> values) implements Shape {
        public Choice {
            values = List.copyOf(values);
        }
    }

    /// A text.
    ///
    /// @param least   fewest characters
    /// @param most    most characters, if that is bounded
    /// @param pattern regular expression that it has to match somewhere
    record Text(int least, OptionalInt most, Optional<String> pattern) implements Shape { }

    /// A moment as an ISO 8601 text with its offset from UTC.
    record IsoMoment() implements Shape { }

    /// A moment as seconds since 1970, as PlaceOS gives its times.
    record UnixMoment(Limits limits) implements Shape { }

    /// A list.
    ///
    /// @param most most items, if that is bounded
    record ListOf(Shape item, int least, OptionalInt most) implements Shape { }

    /// An object: named fields, and keys that the person names.
    ///
    /// @param free what further keys hold; empty where there may be none
    record Fields(List<Field> fields, Optional<Shape> free) implements Shape {
        public Fields {
            fields = List.copyOf(fields);
        }
    }

    /// A named part of an object.
    record Field(String name, Shape shape, boolean required) { }

    /// One of several shapes.
    record OneOf(List<Option> options) implements Shape {
        public OneOf {
            options = List.copyOf(options);
        }
    }

    /// An alternative, with a short name for the choice.
    record Option(String name, Shape shape) { }

    /// Any JSON.
    record AnyJson() implements Shape { }

    /// What no form can be made for: it is given as JSON.
    ///
    /// @param why      as a sentence
    /// @param checked  whether what is given is still held against the schema
    record Unfit(String why, boolean checked) implements Shape { }

    /// Bounds of a number; both ends belong to it unless they are excluded.
    record Limits(Optional<BigDecimal> least, boolean leastExcluded, Optional<BigDecimal> most, boolean mostExcluded,
            Optional<BigDecimal> step) {

        static final Limits NONE =
                new Limits(Optional.empty(), false, Optional.empty(), false, Optional.empty());

        /// Whether no number is between them.
        boolean empty() {
            if (least.isEmpty() || most.isEmpty()) {
                return false;
            }
            int order = least.get().compareTo(most.get());
            return order > 0 || order == 0 && (leastExcluded || mostExcluded) || step.filter(by -> !stepped(by)).isPresent();
        }

        /// Whether a multiple of it lies between both ends.
        private boolean stepped(BigDecimal by) {
            if (Stream.of(least.orElseThrow(), most.orElseThrow(), by).anyMatch(Limits::endless)) {
                return true;
            }
            BigDecimal first = multiple(least.get(), by, RoundingMode.CEILING);
            BigDecimal allowed = leastExcluded && first.compareTo(least.get()) == 0 ? first.add(by) : first;
            return allowed.compareTo(most.get()) < (mostExcluded ? 0 : 1);
        }

        /// What is wrong with a number, as a sentence's end: `is at most 100`; empty if nothing is.
        Optional<String> fault(BigDecimal number) {
            if (least.isPresent() && number.compareTo(least.get()) < (leastExcluded ? 1 : 0)) {
                return Optional.of(leastWords());
            }
            if (most.isPresent() && number.compareTo(most.get()) > (mostExcluded ? -1 : 0)) {
                return Optional.of(mostWords());
            }
            if (step.isPresent() && !divides(step.get(), number)) {
                return Optional.of("a multiple of " + plain(step.get()));
            }
            return Optional.empty();
        }

        /// Where stepping starts from nothing: zero, or the allowed number that is next to it; empty if none is found.
        public Optional<BigDecimal> first() {
            BigDecimal near = most.filter(end -> end.signum() < 0)
                    .or(() -> least.filter(end -> end.signum() > 0)).orElse(BigDecimal.ZERO);
            return Stream.of(near, stepped(near, 1), stepped(near, -1))
                    .filter(number -> fault(number).isEmpty()).findFirst();
        }

        /// The number that is so many steps on, of 1 or of what it must be a multiple of. It stops at the last one that
        /// is allowed.
        ///
        /// @param steps downwards if negative
        public BigDecimal stepped(BigDecimal from, int steps) {
            BigDecimal by = step.orElse(BigDecimal.ONE);
            if (Stream.of(from, by, least.orElse(by), most.orElse(by)).anyMatch(Limits::endless)) {
                return from;
            }
            BigDecimal next = from.add(by.multiply(BigDecimal.valueOf(steps)));
            if (step.isPresent()) {
                next = multiple(next, by, steps > 0 ? RoundingMode.FLOOR : RoundingMode.CEILING);
            }
            if (most.isPresent() && next.compareTo(most.get()) >= (mostExcluded ? 0 : 1)) {
                next = multiple(most.get(), by, RoundingMode.FLOOR);
                next = mostExcluded && next.compareTo(most.get()) == 0 ? next.subtract(by) : next;
                next = step.isPresent() || mostExcluded ? next : most.get();
            }
            if (least.isPresent() && next.compareTo(least.get()) <= (leastExcluded ? 0 : -1)) {
                next = multiple(least.get(), by, RoundingMode.CEILING);
                next = leastExcluded && next.compareTo(least.get()) == 0 ? next.add(by) : next;
                next = step.isPresent() || leastExcluded ? next : least.get();
            }
            boolean backwards = next.compareTo(from) * steps < 0;
            return fault(next).isPresent() || backwards && fault(from).isEmpty() ? from : next;
        }

        /// Numbers such as 1e999999 would be written out.
        private static boolean endless(BigDecimal number) {
            return Math.abs((long) number.scale()) > 1_000;
        }

        private static BigDecimal multiple(BigDecimal number, BigDecimal by, RoundingMode towards) {
            return number.divide(by, 0, towards).multiply(by);
        }

        /// A remainder of numbers as far apart as 1e-300 and 1e300 would take minutes.
        private static boolean divides(BigDecimal step, BigDecimal number) {
            return Math.abs((long) number.precision() - number.scale() - step.precision() + step.scale()) > 1_000
                    || number.remainder(step).signum() == 0;
        }

        /// In words, such as `0 to 100`; empty for none.
        public String words() {
            String range = least.isPresent() && most.isPresent() && !leastExcluded && !mostExcluded
                    ? plain(least.get()) + " to " + plain(most.get())
                    : least.map(_ -> leastWords()).orElse("")
                    + (least.isPresent() && most.isPresent() ? ", " : "") + most.map(_ -> mostWords()).orElse("");
            return step.map(by -> (range.isEmpty() ? "" : range + ", ") + "a multiple of " + plain(by)).orElse(range);
        }

        private String leastWords() {
            return (leastExcluded ? "more than " : "at least ") + plain(least.orElseThrow());
        }

        private String mostWords() {
            return (mostExcluded ? "less than " : "at most ") + plain(most.orElseThrow());
        }

        private static String plain(BigDecimal number) {
            return Math.abs(number.scale()) > 40 ? number.toString() : number.toPlainString();
        }
    }
}

package placewatch.form;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Turns what was put into editors into JSON.
public final class DraftReader {

    private static final int LONGEST_NUMBER = 400;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private DraftReader() {
    }

    /// What a draft for that shape stands for.
    public static Reading read(Shape shape, Draft draft) {
        return read(shape, draft, Place.HERE);
    }

    private static Reading read(Shape shape, Draft draft, Place place) {
        return switch (draft) {
            case Draft.Untouched() -> new Reading.Empty();
            case Draft.Json(String text) -> text.isBlank() ? new Reading.Empty() : json(text, place);
            case Draft.Typed(String text) -> typed(shape, text, place);
            case Draft.Items(List<Draft> items) when shape instanceof Shape.ListOf list -> items(list, items, place);
            case Draft.Parts parts when shape instanceof Shape.Fields fields -> parts(fields, parts, place);
            case Draft.Picked(int at, Draft inner) when shape instanceof Shape.OneOf(List<Shape.Option> options)
                    && at < options.size() -> options.get(at).shape() instanceof Shape.Nothing
                    ? new Reading.Given(NODES.nullNode()) : read(options.get(at).shape(), inner, place);
            case Draft.Items _, Draft.Parts _, Draft.Picked _ ->
                throw new IllegalArgumentException(draft + " is no draft of " + ShapeWords.kind(shape));
        };
    }

    private static Reading typed(Shape shape, String text, Place place) {
        if (shape instanceof Shape.Text wanted) {
            return text.isEmpty() ? new Reading.Empty() : text(wanted, text.equals("\"\"") ? "" : text, place);
        }
        String typed = text.strip();
        if (typed.isEmpty()) {
            return new Reading.Empty();
        }
        return switch (shape) {
            case Shape.YesNo() -> switch (typed) {
                case "true", "false" -> new Reading.Given(NODES.booleanNode(typed.equals("true")));
                default -> wrong(place, typed, "is neither true nor false");
            };
            case Shape.Nothing() -> typed.equals("null") ? new Reading.Given(NODES.nullNode())
                    : wrong(place, typed, "is not null");
            case Shape.Whole(Shape.Limits limits) -> whole(limits, typed, place);
            case Shape.UnixMoment(Shape.Limits limits) -> whole(limits, typed, place);
            case Shape.Real(Shape.Limits limits) -> real(limits, typed, place);
            case Shape.Choice(List<JsonNode> values) -> values.stream()
                    .filter(value -> value.toString().equals(typed)).findFirst()
                    .<Reading>map(_ -> new Reading.Given(JsonList.value(typed)))
                    .orElseGet(() -> sought(values, typed, Fault.of(place, typed, "is not one of the choices")));
            case Shape.IsoMoment() -> moment(typed, place);
            case Shape.Text wanted -> text(wanted, typed, place);
            case Shape.AnyJson(), Shape.Unfit _ -> json(typed, place);
            case Shape.ListOf _, Shape.Fields _, Shape.OneOf _ ->
                throw new IllegalArgumentException("a text is no draft of " + ShapeWords.kind(shape));
        };
    }

    /// Letters of a choice may be on their way to it.
    private static Reading sought(List<JsonNode> values, String typed, Fault fault) {
        return values.stream().anyMatch(value -> value.toString().toLowerCase(Locale.ROOT)
                .contains(typed.toLowerCase(Locale.ROOT))) ? new Reading.Unfinished(fault) : new Reading.Wrong(fault);
    }

    private static Reading whole(Shape.Limits limits, String typed, Place place) {
        if (typed.length() > LONGEST_NUMBER) {
            return wrong(place, "too long for a number");
        }
        try {
            BigInteger number = new BigInteger(typed.startsWith("+") ? typed.substring(1) : typed);
            if (number.bitLength() > 63) {
                return wrong(place, "beyond 64 bits, which PlaceOS can't read");
            }
            return limits.fault(new BigDecimal(number)).<Reading>map(why -> wrong(place, why))
                    .orElseGet(() -> new Reading.Given(JsonList.value(number.toString())));
        } catch (NumberFormatException _) {
            return wrong(place, typed, "is not a whole number");
        }
    }

    private static Reading real(Shape.Limits limits, String typed, Place place) {
        if (typed.length() > LONGEST_NUMBER) {
            return wrong(place, "too long for a number");
        }
        try {
            BigDecimal number = new BigDecimal(typed);
            return limits.fault(number).<Reading>map(why -> wrong(place, why))
                    .orElseGet(() -> new Reading.Given(JsonList.value(number.toString())));
        } catch (NumberFormatException _) {
            return wrong(place, typed, "is not a number (use a point for decimals)");
        }
    }

    private static Reading text(Shape.Text wanted, String text, Place place) {
        int length = text.codePointCount(0, text.length());
        if (length < wanted.least()) {
            return wrong(place, "at least " + wanted.least() + " characters, not " + length);
        }
        if (wanted.most().isPresent() && length > wanted.most().getAsInt()) {
            return wrong(place, "at most " + wanted.most().getAsInt() + " characters, not " + length);
        }
        if (wanted.pattern().isPresent() && !PatientPattern.finds(wanted.pattern().get(), text)) {
            return wrong(place, text, "does not match " + wanted.pattern().get());
        }
        return new Reading.Given(NODES.stringNode(text));
    }

    private static Reading moment(String typed, Place place) {
        try {
            DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(typed);
            return new Reading.Given(NODES.stringNode(typed));
        } catch (DateTimeException _) {
            return wrong(place, typed, "is not a moment such as 2026-11-26T09:30:00+01:00");
        }
    }

    private static Reading json(String text, Place place) {
        try {
            return new Reading.Given(JsonList.value(text));
        } catch (JacksonException e) {
            return new Reading.Wrong(new Fault(place, JsonFault.of(e, text).words(), "what is typed is no JSON"));
        }
    }

    private static Reading items(Shape.ListOf list, List<Draft> items, Place place) {
        ArrayNode all = NODES.arrayNode();
        Optional<Fault> lacking = Optional.empty();
        for (int i = 0; i < items.size(); i++) {
            switch (read(list.item(), items.get(i), place.item(i))) {
                case Reading.Empty() -> lacking = lacking.or(one(place.item(i), "needed; fill it in or remove the row"));
                case Reading.Given(JsonNode value) -> all.add(value);
                case Reading.Unfinished(Fault fault) -> lacking = lacking.or(() -> Optional.of(fault));
                case Reading.Wrong wrong -> {
                    return wrong;
                }
            }
        }
        if (lacking.isPresent()) {
            return new Reading.Unfinished(lacking.get());
        }
        if (all.size() < list.least()) {
            return wrong(place, "at least " + count(list.least()) + ", not " + all.size());
        }
        OptionalInt most = list.most();
        return most.isPresent() && all.size() > most.getAsInt()
                ? wrong(place, "at most " + count(most.getAsInt()) + ", not " + all.size()) : new Reading.Given(all);
    }

    private static String count(int items) {
        return items == 1 ? "1 item" : items + " items";
    }

    private static Reading parts(Shape.Fields fields, Draft.Parts parts, Place place) {
        ObjectNode all = NODES.objectNode();
        Optional<Fault> lacking = Optional.empty();
        for (Shape.Field field : fields.fields()) {
            Place there = place.key(field.name());
            switch (read(field.shape(), parts.named().getOrDefault(field.name(), Draft.NONE), there)) {
                case Reading.Empty() -> lacking = field.required() ? lacking.or(one(there, "needed")) : lacking;
                case Reading.Given(JsonNode value) -> all.set(field.name(), value);
                case Reading.Unfinished(Fault fault) -> lacking = lacking.or(() -> Optional.of(fault));
                case Reading.Wrong wrong -> {
                    return wrong;
                }
            }
        }
        Set<String> taken = new HashSet<>(fields.fields().stream().map(Shape.Field::name).toList());
        for (Draft.Free free : parts.free()) {
            Place there = place.key(free.key());
            if (!taken.add(free.key())) {
                return wrong(there, "this key is there twice");
            }
            switch (read(fields.free().orElse(new Shape.AnyJson()), free.draft(), there)) {
                case Reading.Empty() -> lacking = lacking.or(free.key().isEmpty()
                        ? one(place, "a key was added; name it and fill it in, or remove it")
                        : one(there, "needed; fill it in or remove the key"));
                case Reading.Given(JsonNode value) -> all.set(free.key(), value);
                case Reading.Unfinished(Fault fault) -> lacking = lacking.or(() -> Optional.of(fault));
                case Reading.Wrong wrong -> {
                    return wrong;
                }
            }
        }
        return lacking.<Reading>map(Reading.Unfinished::new).orElseGet(() -> new Reading.Given(all));
    }

    private static Supplier<Optional<Fault>> one(Place place, String why) {
        return () -> Optional.of(new Fault(place, why));
    }

    private static Reading wrong(Place place, String why) {
        return new Reading.Wrong(new Fault(place, why));
    }

    private static Reading wrong(Place place, String typed, String rest) {
        return new Reading.Wrong(Fault.of(place, typed, rest));
    }
}

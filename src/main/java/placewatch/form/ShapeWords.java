package placewatch.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Shapes in a few words.
public final class ShapeWords {

    private static final int FITTING = 42;
    private static final BigDecimal LONG_NUMBER = BigDecimal.valueOf(1_000_000);

    private ShapeWords() {
    }

    /// What kind of thing it is: `whole number`, `list of text`.
    public static String kind(Shape shape) {
        return switch (shape) {
            case Shape.YesNo() -> "true or false";
            case Shape.Nothing() -> "null";
            case Shape.Whole _ -> "whole number";
            case Shape.Real _ -> "number";
            case Shape.Choice _ -> "choice";
            case Shape.Text _ -> "text";
            case Shape.IsoMoment() -> "date and time";
            case Shape.UnixMoment _ -> "time in Unix seconds";
            case Shape.ListOf(Shape item, int _, var _) -> "list of " + kind(item);
            case Shape.Fields(var fields, var _) -> fields.isEmpty() ? "object" : "object with " + fields.stream()
                    .map(Shape.Field::name).limit(3).collect(Collectors.joining(", ")) + (fields.size() > 3 ? "…" : "");
            case Shape.OneOf(var options) -> options.stream().map(option -> kind(option.shape())).distinct()
                    .collect(Collectors.joining(" or "));
            case Shape.AnyJson(), Shape.Unfit _ -> "any JSON";
        };
    }

    /// What an empty editor asks for: its kind and its limits.
    public static String wanted(Shape shape) {
        return switch (shape) {
            case Shape.Whole(Shape.Limits limits) -> limited(kind(shape), brief(limits));
            case Shape.Real(Shape.Limits limits) -> limited(kind(shape), limits.words());
            case Shape.UnixMoment(Shape.Limits limits) -> limited(kind(shape), brief(limits));
            case Shape.Text(int least, var most, var pattern) -> limited(kind(shape), Stream.of(
                            length(least, most), pattern.map(text -> "like " + text).orElse(""))
                    .filter(words -> !words.isEmpty()).collect(Collectors.joining(", ")));
            case Shape.IsoMoment() -> "2026-11-26T09:30:00+01:00";
            case Shape.Choice(var values) -> choices(values.stream()
                    .map(value -> value.isString() ? value.asString() : value.toString()).toList());
            case Shape.Fields(var fields, var free) when fields.isEmpty() && free.isPresent() ->
                "keys of your choice, each " + kind(free.get());
            case Shape.YesNo _, Shape.Nothing _, Shape.ListOf _, Shape.Fields _, Shape.OneOf _,
                    Shape.AnyJson _, Shape.Unfit _ -> kind(shape);
        };
    }

    private static String length(int least, OptionalInt most) {
        return most.isEmpty() ? least > 1 ? "at least " + least + " characters" : ""
                : least == most.getAsInt() ? least + " characters"
                : least > 1 ? least + " to " + most.getAsInt() + " characters" : "at most " + most.getAsInt() + " characters";
    }

    private static String choices(List<String> words) {
        String all = String.join(", ", words);
        return words.size() == 1 ? "only " + brief(all) : "one of " + (all.length() <= FITTING ? all : words.size());
    }

    private static String brief(String text) {
        return text.length() <= FITTING ? text : text.substring(0, FITTING) + "…";
    }

    /// Narrow panes show no more than the limits, which say the kind well enough.
    private static String limited(String kind, String limits) {
        return limits.isEmpty() ? kind : kind.length() + limits.length() > FITTING ? limits : kind + ", " + limits;
    }

    /// The ends of 32 bits say nothing to anybody; who goes beyond them is told.
    private static String brief(Shape.Limits limits) {
        boolean vast = limits.least().filter(least -> least.abs().compareTo(LONG_NUMBER) <= 0).isEmpty()
                && limits.most().filter(most -> most.abs().compareTo(LONG_NUMBER) <= 0).isEmpty();
        boolean openUpwards = limits.most().filter(most -> most.abs().compareTo(LONG_NUMBER) > 0).isPresent();
        return vast ? limits.step().map(by -> "a multiple of " + by).orElse("")
                : openUpwards ? new Shape.Limits(limits.least(), limits.leastExcluded(), Optional.empty(),
                        false, limits.step()).words() : limits.words();
    }
}

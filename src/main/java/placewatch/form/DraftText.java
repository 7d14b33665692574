package placewatch.form;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Drafts as JSON text, also where they are not finished.
final class DraftText {

    private static final int SHORT = 60;

    private DraftText() {
    }

    /// Its JSON. A part that is missing leaves an empty place; one that is wrong stands as a text.
    static String of(Shape shape, Draft draft) {
        return switch (DraftReader.read(shape, draft)) {
            case Reading.Empty() -> "";
            case Reading.Given(JsonNode value) -> pretty(value);
            case Reading.Wrong _, Reading.Unfinished _ -> unfinished(shape, draft);
        };
    }

    private static String pretty(JsonNode value) {
        String line = value.toString();
        return line.length() <= SHORT ? line : value.toPrettyString();
    }

    private static String unfinished(Shape shape, Draft draft) {
        return switch (draft) {
            case Draft.Untouched() -> "";
            case Draft.Json(String text) -> text;
            case Draft.Typed(String text) -> shape instanceof Shape.AnyJson || shape instanceof Shape.Unfit
                    ? text : quoted(text);
            case Draft.Items(List<Draft> items) -> items.stream()
                    .map(item -> of(((Shape.ListOf) shape).item(), item)).collect(Collectors.joining(", ", "[", "]"));
            case Draft.Parts parts -> parts((Shape.Fields) shape, parts);
            case Draft.Picked(int option, Draft inner) ->
                of(((Shape.OneOf) shape).options().get(option).shape(), inner);
        };
    }

    private static String parts(Shape.Fields fields, Draft.Parts parts) {
        List<String> all = new ArrayList<>();
        for (Shape.Field field : fields.fields()) {
            String text = of(field.shape(), parts.named().getOrDefault(field.name(), Draft.NONE));
            if (!text.isEmpty() || field.required()) {
                all.add(quoted(field.name()) + ": " + text);
            }
        }
        parts.free().forEach(free -> all.add(quoted(free.key()) + ": "
                + of(fields.free().orElse(new Shape.AnyJson()), free.draft())));
        return all.stream().collect(Collectors.joining(", ", "{", "}"));
    }

    private static String quoted(String text) {
        return JsonNodeFactory.instance.stringNode(text).toString();
    }
}

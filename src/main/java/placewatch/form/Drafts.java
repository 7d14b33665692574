package placewatch.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Puts JSON into editors: what [DraftReader] does, backwards.
public final class Drafts {

    private Drafts() {
    }

    /// The draft that stands for exactly that value, or for what is wrong with it; as plain JSON where no editor of
    /// the shape can hold it.
    public static Draft of(Shape shape, JsonNode value) {
        // the same numbers are of the same kind only if they were read in the same way
        JsonNode same = JsonList.value(value.toString());
        return draft(shape, same).filter(draft -> switch (DraftReader.read(shape, draft)) {
            case Reading.Given(JsonNode back) -> back.equals(same);
            case Reading.Wrong _, Reading.Unfinished _ -> true;
            case Reading.Empty() -> false;
        }).orElseGet(() -> new Draft.Json(value.toString()));
    }

    private static Optional<Draft> draft(Shape shape, JsonNode value) {
        return switch (shape) {
            case Shape.YesNo() -> typed(value.isBoolean(), value.toString());
            case Shape.Nothing() -> typed(value.isNull(), "null");
            case Shape.Whole _, Shape.UnixMoment _, Shape.Real _ -> typed(true, value.toString());
            case Shape.Choice(List<JsonNode> values) -> typed(values.stream().map(JsonNode::toString)
                    .anyMatch(value.toString()::equals), value.toString());
            case Shape.AnyJson(), Shape.Unfit _ -> typed(true, value.toString());
            case Shape.Text _ -> typed(value.isString(), value.asString("").isEmpty() ? "\"\"" : value.asString(""));
            case Shape.IsoMoment() -> typed(value.isString() && !value.asString().isEmpty(), value.asString(""));
            case Shape.ListOf(Shape item, int _, var _) -> value.isArray() ? items(item, value) : Optional.empty();
            case Shape.Fields fields -> value.isObject() ? parts(fields, value) : Optional.empty();
            case Shape.OneOf(List<Shape.Option> options) -> picked(options, value);
        };
    }

    private static Optional<Draft> typed(boolean fits, String text) {
        return fits ? Optional.of(new Draft.Typed(text)) : Optional.empty();
    }

    private static Optional<Draft> items(Shape item, JsonNode list) {
        List<Draft> items = new ArrayList<>();
        for (JsonNode value : list) {
            Optional<Draft> draft = draft(item, value);
            if (draft.isEmpty()) {
                return Optional.empty();
            }
            items.add(draft.get());
        }
        return Optional.of(new Draft.Items(items));
    }

    private static Optional<Draft> parts(Shape.Fields fields, JsonNode object) {
        Map<String, Draft> named = new LinkedHashMap<>();
        List<Draft.Free> free = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            Optional<Shape> known = fields.fields().stream().filter(field -> field.name().equals(entry.getKey()))
                    .map(Shape.Field::shape).findFirst();
            Optional<Draft> draft = known.or(fields::free).flatMap(shape -> draft(shape, entry.getValue()));
            if (draft.isEmpty()) {
                return Optional.empty();
            }
            if (known.isPresent()) {
                named.put(entry.getKey(), draft.get());
            } else {
                free.add(new Draft.Free(entry.getKey(), draft.get()));
            }
        }
        return Optional.of(new Draft.Parts(named, free));
    }

    /// The first alternative that holds exactly this value.
    private static Optional<Draft> picked(List<Shape.Option> options, JsonNode value) {
        for (int i = 0; i < options.size(); i++) {
            Shape shape = options.get(i).shape();
            Optional<Draft> inner = draft(shape, value).filter(draft ->
                    DraftReader.read(shape, draft) instanceof Reading.Given(JsonNode back) && back.equals(value));
            if (inner.isPresent()) {
                int option = i;
                return inner.map(draft -> new Draft.Picked(option, draft));
            }
        }
        return Optional.empty();
    }
}

package placewatch.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import placewatch.protocol.JsonText;
import tools.jackson.databind.JsonNode;

/// The arguments of a call, as far as they are there.
public sealed interface ArgumentList {

    /// JSON texts by position, ready to be sent.
    record Ready(List<String> json) implements ArgumentList {
        public Ready {
            json = List.copyOf(json);
        }
    }

    /// What is lacking or wrong in a form.
    ///
    /// @param argument by its position
    record Lacking(int argument, String words) implements ArgumentList { }

    /// What is wrong in a JSON list.
    record Faulty(JsonFault fault) implements ArgumentList { }

    /// From a form. Arguments go by position: trailing optional ones are left out, but one in the middle has to be
    /// given, because the default that the server tells may not be the one that the driver has.
    static ArgumentList of(List<Argument> arguments, List<Draft> drafts) {
        List<String> json = new ArrayList<>();
        int skipped = -1;
        for (int i = 0; i < arguments.size(); i++) {
            Argument argument = arguments.get(i);
            switch (argument.read(drafts.get(i))) {
                case Reading.Empty() -> {
                    if (!argument.optional()) {
                        return new Lacking(i, lacking(arguments, drafts) + ": needed");
                    }
                    skipped = skipped < 0 ? i : skipped;
                }
                case Reading.Unfinished(Fault fault) -> {
                    return new Lacking(i, fault.words(argument.name()));
                }
                case Reading.Wrong(Fault fault) -> {
                    return new Lacking(i, fault.words(argument.name()));
                }
                case Reading.Given(JsonNode value) -> {
                    if (skipped >= 0) {
                        return new Lacking(skipped, arguments.get(skipped).name() + ": needed, because "
                                + argument.name() + " behind it is given");
                    }
                    json.add(value.toString());
                }
            }
        }
        return new Ready(json);
    }

    /// The names of all that are needed and not there.
    private static String lacking(List<Argument> arguments, List<Draft> drafts) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            if (!arguments.get(i).optional() && arguments.get(i).read(drafts.get(i)) instanceof Reading.Empty) {
                names.add(arguments.get(i).name());
            }
        }
        return String.join(", ", names);
    }

    /// From a JSON list.
    static ArgumentList of(List<Argument> arguments, String text) {
        return switch (JsonList.read(text)) {
            case JsonList.Faulty(JsonFault fault) -> new Faulty(fault);
            case JsonList.Read(List<JsonNode> values) -> fault(arguments, values, text)
                    .<ArgumentList>map(Faulty::new)
                    .orElseGet(() -> new Ready(values.stream().map(JsonNode::toString).toList()));
        };
    }

    /// From a JSON list for a function that nothing is known of.
    static ArgumentList ofUnknown(String text) {
        return switch (JsonList.read(text)) {
            case JsonList.Faulty(JsonFault fault) -> new Faulty(fault);
            case JsonList.Read(List<JsonNode> values) -> {
                JsonText wire = new JsonText();
                for (int i = 0; i < values.size(); i++) {
                    Optional<String> problem = wire.problemAsArgument(values.get(i).toString());
                    if (problem.isPresent()) {
                        yield new Faulty(JsonFault.at(text, JsonList.offset(text, Place.HERE.item(i)),
                                "argument " + (i + 1) + " " + problem.get()));
                    }
                }
                yield new Ready(values.stream().map(JsonNode::toString).toList());
            }
        };
    }

    private static Optional<JsonFault> fault(List<Argument> arguments, List<JsonNode> values, String text) {
        for (int i = 0; i < values.size(); i++) {
            if (i >= arguments.size()) {
                return Optional.of(JsonFault.at(text, JsonList.offset(text, Place.HERE.item(i)),
                        "one too many; it takes " + (arguments.isEmpty() ? "no arguments"
                                : arguments.size() == 1 ? "1 argument" : arguments.size() + " arguments")));
            }
            Argument argument = arguments.get(i);
            Place.Item here = new Place.Item(i);
            Optional<Fault> fault = argument.read(Drafts.of(argument.shape(), values.get(i))).barrier();
            if (fault.isPresent()) {
                return fault.map(it -> JsonFault.at(text, JsonList.offset(text, it.place().inside(here)),
                        it.words(argument.name())));
            }
        }
        return arguments.stream().skip(values.size()).filter(argument -> !argument.optional()).findFirst()
                .map(lacks -> JsonFault.at(text, Math.max(text.lastIndexOf(']'), 0), lacks.name() + " is needed"));
    }

    /// The list that a form stands for, one argument a line. Where something is missing its place is empty, which is
    /// a fault with a place of its own; what is wrong stands as it was typed.
    static String text(List<Argument> arguments, List<Draft> drafts) {
        int end = arguments.size();
        while (end > 0 && DraftText.of(arguments.get(end - 1).shape(), drafts.get(end - 1)).isEmpty()) {
            end--;
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < end; i++) {
            lines.add(DraftText.of(arguments.get(i).shape(), drafts.get(i)).indent(2).stripTrailing());
        }
        return lines.isEmpty() ? "[]" : "[\n" + String.join(",\n", lines) + "\n]";
    }

    /// The drafts that a JSON list stands for; untouched where it ends.
    static List<Draft> drafts(List<Argument> arguments, List<JsonNode> values) {
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            drafts.add(i < values.size() ? Drafts.of(arguments.get(i).shape(), values.get(i)) : Draft.NONE);
        }
        return drafts;
    }
}

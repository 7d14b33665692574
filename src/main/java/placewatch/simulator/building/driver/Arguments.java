package placewatch.simulator.building.driver;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// The arguments of one call, checked, with defaults where they were left out.
public final class Arguments {
    private final List<JsonNode> values;

    private Arguments(List<JsonNode> values) {
        this.values = List.copyOf(values);
    }

    /// By position: trailing optional ones may be left out; an explicit null is not the default.
    ///
    /// @throws DriverError  too few, too many or of a wrong type
    static Arguments of(Command<?> command, List<JsonNode> given) {
        List<Parameter> parameters = command.parameters();
        long least = parameters.stream().takeWhile(parameter -> !parameter.mayBeLeftOut()).count();
        if (given.size() < least || given.size() > parameters.size()) {
            throw DriverError.argument("wrong number of arguments for %s (given %d, expected %s)".formatted(
                    command.name(), given.size(),
                    least == parameters.size() ? String.valueOf(least) : least + ".." + parameters.size()));
        }
        List<JsonNode> values = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            if (i < given.size()) {
                SchemaCheck.complaint(parameter.name(), given.get(i), parameter.schema()).ifPresent(complaint -> {
                    throw DriverError.argument(complaint);
                });
                values.add(given.get(i));
            } else {
                values.add(parameter.schema().get("default"));
            }
        }
        return new Arguments(values);
    }

    JsonNode json(int position) {
        return values.get(position);
    }

    boolean bool(int position) {
        return values.get(position).asBoolean();
    }

    int number(int position) {
        return values.get(position).asInt();
    }

    double decimal(int position) {
        return values.get(position).asDouble();
    }

    String text(int position) {
        return values.get(position).asString();
    }

    boolean isNull(int position) {
        return values.get(position).isNull();
    }

    List<JsonNode> all() {
        return values;
    }
}

package placewatch.form;

import java.util.Optional;
import java.util.function.Predicate;
import placewatch.protocol.JsonText;
import tools.jackson.databind.JsonNode;

/// One argument of a function.
public final class Argument {

    private final String name;
    private final Shape shape;
    private final Optional<String> standard;
    private final ValueCheck check;
    private final Predicate<String> secret;
    private final JsonText wire = new JsonText();

    /// @param schema as the server sent it; a `default` in it, even null, makes the argument optional
    public Argument(String name, JsonNode schema) {
        this(name, schema, _ -> false);
    }

    /// @param secret whether what has that name, the argument or a part of it, is not to be repeated in words
    public Argument(String name, JsonNode schema, Predicate<String> secret) {
        this.name = name;
        this.secret = secret;
        shape = ShapeReader.read(name, schema);
        standard = schema.has("default") ? Optional.of(schema.path("default").toString()) : Optional.empty();
        check = new ValueCheck(schema, shape);
    }

    /// As the driver calls it.
    public String name() {
        return name;
    }

    /// What it may be.
    public Shape shape() {
        return shape;
    }

    /// Whether it may be left out.
    public boolean optional() {
        return standard.isPresent();
    }

    /// Its default as JSON, to be read and never to be sent: the server strips white space from it.
    public Optional<String> standard() {
        return standard;
    }

    /// What a draft stands for, held against the schema and against what the wire can carry.
    public Reading read(Draft draft) {
        Reading reading = DraftReader.read(shape, draft);
        return switch (reading) {
            case Reading.Given(JsonNode value) -> fault(value).<Reading>map(Reading.Wrong::new).orElse(reading);
            case Reading.Wrong(Fault fault) when secret(fault.place()) -> new Reading.Wrong(fault.discreetly());
            case Reading.Unfinished(Fault fault) when secret(fault.place()) -> new Reading.Unfinished(fault.discreetly());
            case Reading.Empty _, Reading.Unfinished _, Reading.Wrong _ -> reading;
        };
    }

    /// Whether it is not to be repeated in words, nor read by others while it is typed.
    public boolean secret() {
        return secret.test(name);
    }

    private boolean secret(Place place) {
        return secret() || place.steps().stream()
                .anyMatch(step -> step instanceof Place.Key(String key) && secret.test(key));
    }

    /// What is wrong with a value; empty if it can be sent.
    Optional<Fault> fault(JsonNode value) {
        return check.fault(value).or(() -> wire.problemAsArgument(value.toString())
                .map(why -> new Fault(Place.HERE, why)));
    }
}

package placewatch.simulator.rest;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// The query of a call, decoded; `+` is a space. Immutable.
public final class Query {

    private static final long LARGEST = 4_294_967_295L;

    private final Map<String, String> values;

    private Query(Map<String, String> values) {
        this.values = values;
    }

    /// @param raw  what stands behind the `?`, possibly nothing
    public static Query parse(String raw) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : raw.split("&")) {
            int split = pair.indexOf('=');
            if (!pair.isEmpty()) {
                values.putIfAbsent(decoded(split < 0 ? pair : pair.substring(0, split)),
                        split < 0 ? "" : decoded(pair.substring(split + 1)));
            }
        }
        return new Query(values);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /// Empty values count as absent.
    Optional<String> filled(String name) {
        return text(name).filter(value -> !value.isBlank());
    }

    /// Only `true` counts as true; a parameter that isn't there is neither.
    Optional<Boolean> flag(String name) {
        return filled(name).map(value -> value.equals("true"));
    }

    /// Comma separated.
    List<String> list(String name) {
        return text(name).stream().flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip).filter(one -> !one.isEmpty()).distinct().toList();
    }

    /// An unsigned number of 32 bits; anything else is a 400 that names the parameter.
    long unsigned(String name, long otherwise) {
        Optional<String> given = text(name);
        if (given.isEmpty()) {
            return otherwise;
        }
        if (!given.get().matches("\\d{1,10}") || Long.parseLong(given.get()) > LARGEST) {
            throw new Declined(Answer.badParameter(name, "UInt32"));
        }
        return Long.parseLong(given.get());
    }

    OptionalInt number(String name) {
        Optional<String> given = filled(name);
        if (given.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(Integer.parseInt(given.get()));
        } catch (NumberFormatException e) {
            throw new Declined(Answer.badParameter(name, "Int32?"));
        }
    }

    /// This query with some values replaced, encoded: commas too.
    String encodedWith(Map<String, String> replacements) {
        Map<String, String> all = new LinkedHashMap<>(values);
        replacements.keySet().forEach(all::remove);
        all.putAll(replacements);
        return all.entrySet().stream()
                .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // A lone percent sign stands for itself.
            return text;
        }
    }
}

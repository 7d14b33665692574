package placewatch.rest;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/// Reads JSON text so that numbers keep what the server wrote: `42.0` stays `42.0`, big integers stay exact.
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(CappedBody.MAX_BYTES)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Json() {
    }

    /// @throws tools.jackson.core.JacksonException when it is no JSON; a missing node when it is empty
    static JsonNode read(byte[] utf8) {
        return MAPPER.readTree(utf8);
    }

    /// @throws tools.jackson.core.JacksonException when it is no JSON; a missing node when it is empty
    static JsonNode read(String text) {
        return MAPPER.readTree(text);
    }
}

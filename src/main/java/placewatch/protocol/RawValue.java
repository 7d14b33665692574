package placewatch.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/// One field's value where it stands in a frame's UTF-8; made a text only when it is asked for. Good only while the
/// frame is being read.
///
/// @param decoded the characters of a string, where the field is one that we look into
record RawValue(JsonToken token, byte[] frame, int start, int end, @Nullable String decoded) {

    /// As it came.
    String json() {
        return new String(frame, start, end - start, StandardCharsets.UTF_8);
    }

    /// The characters of a string, the text of anything else; empty for null.
    Optional<String> text() {
        if (decoded != null) {
            return Optional.of(decoded);
        }
        return token == JsonToken.VALUE_NULL ? Optional.empty() : Optional.of(json());
    }

    /// Most numbers are nothing but digits.
    private OptionalLong digits() {
        long number = 0;
        for (int i = start; i < end; i++) {
            if (frame[i] < '0' || frame[i] > '9') {
                return OptionalLong.empty();
            }
            number = 10 * number + frame[i] - '0';
        }
        return OptionalLong.of(number);
    }

    /// What names something: an object or a list does not.
    Optional<String> name() {
        return token.isStructStart() ? Optional.empty() : text();
    }

    /// A whole number, be it written as a number or as text; `3.0` is one.
    OptionalLong wholeNumber() {
        OptionalLong plain = end - start < 19 ? digits() : OptionalLong.empty();
        if (plain.isPresent()) {
            return plain;
        }
        if (end - start > 30) {
            return OptionalLong.empty();
        }
        String digits = text().orElse("").strip();
        if (digits.endsWith(".0")) {
            digits = digits.substring(0, digits.length() - 2);
        }
        try {
            return OptionalLong.of(Long.parseLong(digits));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}

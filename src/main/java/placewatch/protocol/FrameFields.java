package placewatch.protocol;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The fields of one frame that mean something to us, in whatever order and type they came. Of two fields of one name
/// the last one counts.
final class FrameFields {

    private static final int NO_CODE = -1;

    private @Nullable RawValue id;
    private @Nullable RawValue type;
    private @Nullable RawValue value;
    private @Nullable RawValue modId;
    private @Nullable RawValue mod;
    private @Nullable RawValue level;
    private @Nullable RawValue msg;
    private @Nullable RawValue klass;
    private @Nullable RawValue code;
    private @Nullable RawValue errorCode;
    private @Nullable RawValue meta;

    /// Whether the field is passed on as it came: a string of 20 MB is not decoded for it.
    static boolean isPassedOn(String name) {
        return switch (name) {
            case "id", "type", "mod_id", "mod", "level", "msg", "klass", "code", "error_code" -> false;
            default -> true;
        };
    }

    void field(String name, RawValue raw) {
        switch (name) {
            case "id" -> id = raw;
            case "type" -> type = raw;
            case "value" -> value = raw;
            case "mod_id" -> modId = raw;
            case "mod" -> mod = raw;
            case "level" -> level = raw;
            case "msg" -> msg = raw;
            case "klass" -> klass = raw;
            case "code" -> code = raw;
            case "error_code" -> errorCode = raw;
            case "meta" -> meta = raw;
            default -> { }
        }
    }

    OptionalLong id() {
        return id == null ? OptionalLong.empty() : id.wholeNumber();
    }

    Optional<String> type() {
        return type == null ? Optional.empty() : type.name();
    }

    Optional<String> value() {
        return Optional.ofNullable(value).map(RawValue::json);
    }

    Optional<String> moduleId() {
        return FrameMeta.filled(modId);
    }

    Optional<String> klass() {
        return text(klass);
    }

    String level() {
        return text(level).orElse("");
    }

    String message() {
        return text(msg).orElse("");
    }

    /// What a debug line calls its module, if it says so outside of its meta.
    Optional<String> debugModule() {
        return FrameMeta.filled(mod);
    }

    /// Not looked into.
    Optional<RawValue> meta() {
        return Optional.ofNullable(meta);
    }

    /// Of today's servers `error_code` is the table's number and `code` an HTTP-like status; documented ones send the
    /// table's number as `code`. A frame with neither gets -1, which is in no table.
    ServerError error() {
        OptionalInt number = number(errorCode);
        return new ServerError((number.isPresent() ? number : number(code)).orElse(NO_CODE), message());
    }

    private static OptionalInt number(@Nullable RawValue raw) {
        OptionalLong whole = raw == null ? OptionalLong.empty() : raw.wholeNumber();
        return whole.isPresent() && whole.getAsLong() == (int) whole.getAsLong()
                ? OptionalInt.of((int) whole.getAsLong()) : OptionalInt.empty();
    }

    private static Optional<String> text(@Nullable RawValue raw) {
        return raw == null ? Optional.empty() : raw.text();
    }
}

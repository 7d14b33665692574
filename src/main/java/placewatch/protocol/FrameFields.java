package placewatch.protocol;

import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The fields of one frame that mean something to us, in whatever order and type they came.
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
    private @Nullable RawValue metaSys;
    private @Nullable RawValue metaMod;
    private @Nullable RawValue metaIndex;
    private @Nullable RawValue metaName;

    void top(String name, RawValue raw) {
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
            default -> { }
        }
    }

    void meta(String name, RawValue raw) {
        switch (name) {
            case "sys" -> metaSys = raw;
            case "mod" -> metaMod = raw;
            case "index" -> metaIndex = raw;
            case "name" -> metaName = raw;
            default -> { }
        }
    }

    OptionalLong id() {
        return id == null ? OptionalLong.empty() : id.wholeNumber();
    }

    Optional<String> type() {
        return text(type);
    }

    Optional<String> value() {
        return Optional.ofNullable(value).map(RawValue::json);
    }

    Optional<String> moduleId() {
        return text(modId);
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

    /// What a debug line calls its module.
    Optional<String> debugModule() {
        return text(mod).or(() -> text(metaMod));
    }

    /// Of today's servers `error_code` is the table's number and `code` an HTTP-like status; documented ones send the
    /// table's number as `code`. A frame with neither gets -1, which is in no table.
    ServerError error() {
        OptionalLong number = errorCode == null ? OptionalLong.empty() : errorCode.wholeNumber();
        if (number.isEmpty() && code != null) {
            number = code.wholeNumber();
        }
        return new ServerError((int) number.orElse(NO_CODE), message());
    }

    /// The variable that a notify is of; a missing or null index means 1.
    Optional<StatusKey> key() {
        Optional<String> system = filled(metaSys);
        Optional<String> module = filled(metaMod);
        Optional<String> name = filled(metaName);
        OptionalLong index = metaIndex == null || metaIndex.text().isEmpty()
                ? OptionalLong.of(1) : metaIndex.wholeNumber();
        if (system.isEmpty() || module.isEmpty() || name.isEmpty() || index.isEmpty()
                || index.getAsLong() < 1 || index.getAsLong() > Integer.MAX_VALUE) {
            return Optional.empty();
        }
        return Optional.of(new StatusKey(
                new ModuleAddress(system.get(), module.get(), (int) index.getAsLong()), name.get()));
    }

    private static Optional<String> filled(@Nullable RawValue raw) {
        return text(raw).filter(text -> !text.isBlank());
    }

    private static Optional<String> text(@Nullable RawValue raw) {
        return raw == null ? Optional.empty() : raw.text();
    }
}

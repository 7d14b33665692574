package placewatch.protocol;

import java.util.Optional;
import java.util.OptionalInt;
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

    /// Of two fields of one name the last one counts, and so of two metas.
    void newMeta() {
        metaSys = null;
        metaMod = null;
        metaIndex = null;
        metaName = null;
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
        return name(type);
    }

    Optional<String> value() {
        return Optional.ofNullable(value).map(RawValue::json);
    }

    Optional<String> moduleId() {
        return filled(modId);
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
        return filled(mod).or(() -> filled(metaMod));
    }

    /// Of today's servers `error_code` is the table's number and `code` an HTTP-like status; documented ones send the
    /// table's number as `code`. A frame with neither gets -1, which is in no table.
    ServerError error() {
        OptionalInt number = number(errorCode);
        return new ServerError((number.isPresent() ? number : number(code)).orElse(NO_CODE), message());
    }

    /// The variable that a notify is of; a missing or null index means 1.
    Optional<StatusKey> key() {
        Optional<String> system = filled(metaSys);
        Optional<String> module = filled(metaMod);
        Optional<String> name = filled(metaName);
        OptionalInt index = metaIndex == null || metaIndex.text().isEmpty() ? OptionalInt.of(1) : number(metaIndex);
        if (system.isEmpty() || module.isEmpty() || name.isEmpty() || index.orElse(0) < 1) {
            return Optional.empty();
        }
        return Optional.of(new StatusKey(
                new ModuleAddress(system.get(), module.get(), index.getAsInt()), name.get()));
    }

    private static OptionalInt number(@Nullable RawValue raw) {
        OptionalLong whole = raw == null ? OptionalLong.empty() : raw.wholeNumber();
        return whole.isPresent() && whole.getAsLong() == (int) whole.getAsLong()
                ? OptionalInt.of((int) whole.getAsLong()) : OptionalInt.empty();
    }

    private static Optional<String> filled(@Nullable RawValue raw) {
        return name(raw).filter(name -> !name.isBlank());
    }

    /// What names something: an object or a list does not.
    private static Optional<String> name(@Nullable RawValue raw) {
        return raw == null || raw.token().isStructStart() ? Optional.empty() : raw.text();
    }

    private static Optional<String> text(@Nullable RawValue raw) {
        return raw == null ? Optional.empty() : raw.text();
    }
}

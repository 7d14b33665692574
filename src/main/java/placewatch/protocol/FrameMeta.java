package placewatch.protocol;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// What a frame's `meta` says, in whatever order and type its fields came.
final class FrameMeta {

    private @Nullable RawValue sys;
    private @Nullable RawValue mod;
    private @Nullable RawValue index;
    private @Nullable RawValue name;

    void field(String field, RawValue raw) {
        switch (field) {
            case "sys" -> sys = raw;
            case "mod" -> mod = raw;
            case "index" -> index = raw;
            case "name" -> name = raw;
            default -> { }
        }
    }

    Optional<String> module() {
        return filled(mod);
    }

    /// The variable that it is of; a missing or null index means 1.
    Optional<StatusKey> key() {
        Optional<String> system = filled(sys);
        Optional<String> module = filled(mod);
        Optional<String> variable = filled(name);
        int number = index == null || index.text().isEmpty() ? 1 : index(index).orElse(0);
        if (system.isEmpty() || module.isEmpty() || variable.isEmpty() || number < 1) {
            return Optional.empty();
        }
        return Optional.of(new StatusKey(new ModuleAddress(system.get(), module.get(), number), variable.get()));
    }

    private static OptionalInt index(RawValue raw) {
        OptionalLong whole = raw.wholeNumber();
        return whole.isPresent() && whole.getAsLong() == (int) whole.getAsLong()
                ? OptionalInt.of((int) whole.getAsLong()) : OptionalInt.empty();
    }

    static Optional<String> filled(@Nullable RawValue raw) {
        return raw == null ? Optional.empty() : raw.name().filter(text -> !text.isBlank());
    }
}

package placewatch.protocol;

import java.util.Objects;

/// One status variable of the module at an address.
public record StatusKey(ModuleAddress module, String name) {

    public StatusKey {
        Objects.requireNonNull(module);
        if (name.isBlank()) {
            throw new IllegalArgumentException("a status variable needs a name");
        }
    }

    @Override
    public String toString() {
        return module.slug() + "." + name + " in " + module.system();
    }
}

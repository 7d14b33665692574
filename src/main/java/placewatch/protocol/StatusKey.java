package placewatch.protocol;

import java.util.Objects;
import java.util.Optional;

/// One status variable of the module at an address.
public record StatusKey(ModuleAddress module, String name) {

    public StatusKey {
        Objects.requireNonNull(module);
        if (name.isBlank()) {
            throw new IllegalArgumentException("a status variable needs a name");
        }
    }

    /// The variable as one line of text: `sys-1/Display_1/power`. What would be taken for something else is written
    /// as in web addresses.
    public String path() {
        return module.path() + "/" + (name.equals("*") ? "%2A" : name.replace("%", "%25"));
    }

    /// Reads what [#path] wrote; empty for anything else.
    public static Optional<StatusKey> ofPath(String path) {
        int first = path.indexOf('/');
        int second = path.indexOf('/', first + 1);
        if (first < 1 || second <= first + 1) {
            return Optional.empty();
        }
        String name = path.substring(second + 1).replace("%2A", "*").replace("%25", "%");
        return name.isBlank() ? Optional.empty()
                : ModuleAddress.ofPath(path.substring(0, second)).map(module -> new StatusKey(module, name));
    }

    @Override
    public String toString() {
        return module.slug() + "." + name + " in " + module.system();
    }
}

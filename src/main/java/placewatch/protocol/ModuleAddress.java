package placewatch.protocol;

import java.util.Objects;
import java.util.Optional;

/// Where a module lives: a system's id, the module's name and its 1-based index among the modules of that name,
/// in the order of the system's module list.
///
/// An address can come to mean another module when the system's list changes; a module id does not.
public record ModuleAddress(String system, String module, int index) {

    public ModuleAddress {
        Objects.requireNonNull(system);
        Objects.requireNonNull(module);
        if (system.isBlank() || module.isBlank()) {
            throw new IllegalArgumentException("a module address needs a system and a module name");
        }
        if (index < 1) {
            throw new IllegalArgumentException("a module's index starts at 1, not " + index);
        }
    }

    /// Reads `Display_1`. Splits at the **last** underscore, so `Room_101_1` is module `Room_101`, index 1;
    /// a slug without an index means index 1.
    public static ModuleAddress ofSlug(String system, String slug) {
        int split = slug.lastIndexOf('_');
        if (split > 0 && split < slug.length() - 1 && slug.chars().skip(split + 1).allMatch(c -> c >= '0' && c <= '9')
                && slug.length() - split <= 10) {
            int index = Integer.parseInt(slug.substring(split + 1));
            if (index >= 1) {
                return new ModuleAddress(system, slug.substring(0, split), index);
            }
        }
        return new ModuleAddress(system, slug, 1);
    }

    /// `Display_1`, as REST paths and people write it.
    public String slug() {
        return module + "_" + index;
    }

    /// The address as one line of text: `sys-1/Display_1`. A slash or per cent sign in it is written as in web
    /// addresses.
    public String path() {
        return escaped(system) + "/" + escaped(slug());
    }

    /// Reads what [#path] wrote; empty for anything else.
    public static Optional<ModuleAddress> ofPath(String path) {
        int slash = path.indexOf('/');
        if (slash < 1 || path.indexOf('/', slash + 1) >= 0) {
            return Optional.empty();
        }
        String system = plain(path.substring(0, slash));
        String slug = plain(path.substring(slash + 1));
        return system.isBlank() || slug.isBlank() ? Optional.empty() : Optional.of(ofSlug(system, slug));
    }

    private static String escaped(String part) {
        return part.replace("%", "%25").replace("/", "%2F");
    }

    private static String plain(String part) {
        return part.replace("%2F", "/").replace("%25", "%");
    }

    @Override
    public String toString() {
        return slug() + " in " + system;
    }
}

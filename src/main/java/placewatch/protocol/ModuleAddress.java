package placewatch.protocol;

import java.util.Objects;

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

    @Override
    public String toString() {
        return slug() + " in " + system;
    }
}

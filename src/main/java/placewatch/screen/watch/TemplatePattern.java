package placewatch.screen.watch;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import placewatch.protocol.ModuleAddress;
import placewatch.rest.SystemDetail.Addressed;

/// Which variable a column of a template shows: `Display_1/power`, `Display_*/power` of each Display, `*/connected` of
/// every module; `Bookings_1/current_booking/title` for a member of its value. Pure, any thread.
sealed interface TemplatePattern {

    /// One that can be followed.
    ///
    /// @param members the way into the variable's value; empty for all of it
    record Sound(Modules modules, String variable, List<String> members) implements TemplatePattern {

        /// Those modules of a room that it means, in the order of the room's list.
        List<ModuleAddress> in(List<Addressed> room) {
            return room.stream().map(Addressed::address).filter(modules::means).toList();
        }

        /// Why there is nothing in a room where it means no module.
        String lacks(List<Addressed> room) {
            return switch (modules) {
                case Modules.One(String name, int index) -> {
                    boolean others = room.stream().anyMatch(each -> each.address().module().equals(name));
                    yield "no " + (others ? name + "_" + index : name);
                }
                case Modules.Each(String name) -> "no " + name;
                case Modules.All() -> "no modules";
            };
        }

        /// Whether it may mean several modules of a room.
        boolean several() {
            return !(modules instanceof Modules.One);
        }

        /// The same of one module.
        Sound of(String name, int index) {
            return new Sound(new Modules.One(name, index), variable, members);
        }

        @Override
        public String toString() {
            String way = members.isEmpty() ? "" : "/" + String.join("/", members);
            return switch (modules) {
                case Modules.One(String name, int index) -> name + "_" + index;
                case Modules.Each(String name) -> name + "_*";
                case Modules.All() -> "*";
            } + "/" + variable + way;
        }
    }

    /// One that can't.
    ///
    /// @param what  is wrong with it, a sentence
    /// @param right what would be right
    record Wrong(String what, String right) implements TemplatePattern {
        String words() {
            return what + " " + right;
        }
    }

    /// The modules that are meant.
    sealed interface Modules {

        record One(String name, int index) implements Modules { }

        record Each(String name) implements Modules { }

        record All() implements Modules { }

        default boolean means(ModuleAddress address) {
            return switch (this) {
                case One(String name, int index) -> address.index() == index && address.module().equals(name);
                case Each(String name) -> address.module().equals(name);
                case All() -> true;
            };
        }
    }

    /// A module and its index, parted by the last underscore.
    Pattern SLUG = Pattern.compile("(.+)_(\\d{1,6}|\\*)");

    static TemplatePattern read(String text) {
        String pattern = text.strip();
        if (pattern.isEmpty()) {
            return new Wrong("Nothing is written here.", "Write a module and a variable, such as Display_1/power.");
        }
        List<String> parts = Arrays.stream(pattern.split("/", -1)).map(String::strip).toList();
        if (parts.size() == 1) {
            return withoutSlash(pattern);
        }
        String module = parts.getFirst();
        String variable = parts.get(1);
        if (module.isEmpty()) {
            return new Wrong("There is no module before the slash.",
                    "Write one, such as Display_1/" + (variable.isEmpty() ? "power" : variable) + ".");
        }
        if (parts.stream().anyMatch(String::isEmpty)) {
            return new Wrong(variable.isEmpty() ? "There is no variable after the slash."
                    : "There is nothing between two slashes, or after the last.",
                    "Write the variable's name, such as " + module + "/power.");
        }
        if (variable.contains("*")) {
            return new Wrong("A * can't stand for a variable.",
                    "Write the variable's whole name, such as " + module + "/power.");
        }
        List<String> members = parts.subList(2, parts.size());
        return modules(module).map(found -> (TemplatePattern) new Sound(found, variable, List.copyOf(members)))
                .orElseGet(() -> wrongModule(module, variable));
    }

    private static Wrong withoutSlash(String pattern) {
        int dot = pattern.indexOf('.');
        if (dot > 0 && dot < pattern.length() - 1) {
            return new Wrong("A slash parts the module from the variable, not a dot.",
                    "Write " + pattern.substring(0, dot) + "/" + pattern.substring(dot + 1) + ".");
        }
        return modules(pattern).isPresent()
                ? new Wrong("This names a module, but no variable.", "Write " + pattern + "/power, or another variable.")
                : new Wrong("This names no module.", "Write the module before it, such as Display_1/"
                        + pattern.replace("*", "") + ".");
    }

    private static Optional<Modules> modules(String module) {
        if (module.equals("*")) {
            return Optional.of(new Modules.All());
        }
        Matcher slug = SLUG.matcher(module);
        if (!slug.matches() || slug.group(1).contains("*")) {
            return Optional.empty();
        }
        if (slug.group(2).equals("*")) {
            return Optional.of(new Modules.Each(slug.group(1)));
        }
        int index = Integer.parseInt(slug.group(2));
        return index < 1 ? Optional.empty() : Optional.of(new Modules.One(slug.group(1), index));
    }

    private static Wrong wrongModule(String module, String variable) {
        Matcher slug = SLUG.matcher(module);
        if (module.contains("*")) {
            String name = module.replaceAll("_?\\*.*", "");
            String way = name.isBlank() ? "Display" : name;
            return new Wrong("A * stands for the index, or for every module.",
                    "Write " + way + "_*/" + variable + ", or */" + variable + ".");
        }
        if (slug.matches()) {
            return new Wrong("The first of a room's modules has the index 1.",
                    "Write " + slug.group(1) + "_1/" + variable + ".");
        }
        return new Wrong("Which " + module + " is not said.",
                "Write " + module + "_1/" + variable + " for the first, " + module + "_*/" + variable + " for each.");
    }
}

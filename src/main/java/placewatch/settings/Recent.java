package placewatch.settings;

import java.util.ArrayList;
import java.util.List;

/// What was gone to by name of late on one server, the latest first. Immutable.
public record Recent(List<Choice> choices) {

    /// The most that are kept.
    public static final int MOST = 50;

    public enum Kind { SYSTEM, MODULE, VARIABLE, FUNCTION, COMMAND }

    /// @param system id of the system; empty for a command
    /// @param title  what people call that system; empty for a command
    /// @param module where in that system, as `Display_1`; empty for a system and a command
    /// @param name   of the variable, function or command; empty for a system and a module
    public record Choice(Kind kind, String system, String title, String module, String name) {

        public Choice {
            boolean placed = kind != Kind.COMMAND;
            boolean inModule = placed && kind != Kind.SYSTEM;
            boolean named = kind != Kind.SYSTEM && kind != Kind.MODULE;
            if (placed == system.isBlank() || inModule == module.isBlank() || named == name.isBlank()) {
                throw new IllegalArgumentException("this is no choice of a " + kind + ": “" + system + "”, “"
                        + module + "”, “" + name + "”");
            }
        }

        /// Whether both lead to the same; a system may have got another title since.
        public boolean same(Choice other) {
            return kind == other.kind && system.equals(other.system) && module.equals(other.module)
                    && name.equals(other.name);
        }
    }

    public Recent {
        choices = List.copyOf(choices.subList(0, Math.min(MOST, choices.size())));
    }

    /// Before anybody went anywhere.
    public static Recent none() {
        return new Recent(List.of());
    }

    /// With a choice that was just made, on top.
    public Recent with(Choice made) {
        List<Choice> next = new ArrayList<>(choices);
        next.removeIf(made::same);
        next.addFirst(made);
        return new Recent(next);
    }
}

package placewatch.screen.jump;

import java.util.BitSet;
import placewatch.control.Command;

/// One row of the list: what it leads to, and why it is there.
///
/// @param fit    how well it fits what is typed
/// @param recent whether it was gone to of late
record JumpRow(Entry entry, int fit, boolean recent, BitSet inName, BitSet inWhere) {

    Goal goal() {
        return entry.goal();
    }

    /// What a screen reader says of a row.
    String words() {
        Goal goal = goal();
        String words = goal.name() + ", " + goal.kind() + switch (goal) {
            case Goal.OfSystem _ -> "";
            case Goal.OfCommand(Command command) -> " of " + command.group()
                    + (command.keyWords().isEmpty() ? "" : ", key " + command.keyWords())
                    + (command.barrier().getValue().isEmpty() ? "" : ", not now: " + command.barrier().getValue());
            case Goal.OfModule _, Goal.OfVariable _, Goal.OfFunction _ -> " in " + goal.where();
        };
        return words + (recent ? ", recent" : "");
    }
}

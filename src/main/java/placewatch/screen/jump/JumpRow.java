package placewatch.screen.jump;

import java.util.BitSet;

/// One row of the list: what it leads to, and why it is there.
///
/// @param fit    how well it fits what is typed
/// @param recent whether it was gone to of late
record JumpRow(Entry entry, int fit, boolean recent, BitSet inName, BitSet inWhere) {

    Goal goal() {
        return entry.goal();
    }

    boolean same(JumpRow other) {
        return entry.id().equals(other.entry.id());
    }
}

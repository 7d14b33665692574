package placewatch.control.status;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import placewatch.model.StatusGroup;
import placewatch.model.StatusRow;

/// What a row does not know of itself: its system's title, and the group it stands in.
///
/// @param titles   what people call a system, by its id
/// @param grouping empty for no groups
record RowSense(UnaryOperator<String> titles, Optional<Function<StatusRow, RowGroup>> grouping) {

    static final RowSense PLAIN = new RowSense(UnaryOperator.identity(), Optional.empty());

    String title(StatusRow row) {
        return row instanceof StatusGroup ? "" : titles.apply(row.key().module().system());
    }

    boolean grouped() {
        return grouping.isPresent();
    }

    RowGroup group(StatusRow row) {
        return row instanceof StatusGroup heading ? new RowGroup(heading.id(), heading.title())
                : grouping.map(by -> by.apply(row)).orElse(RowGroup.NONE);
    }
}

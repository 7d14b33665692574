package placewatch.control.status;

import java.util.List;

/// How a person arranged a status table.
///
/// @param columns in their order; none for as at first
/// @param sort    what sorts the rows, the first decides
public record StatusLayout(List<Place> columns, List<StatusOrder.By> sort) {

    /// A column.
    ///
    /// @param id    stays the same over time: `system`, `module`, `name`, `value`, …
    /// @param width in pixels
    /// @param shown whether the person wants to see it
    public record Place(String id, double width, boolean shown) { }

    public StatusLayout {
        columns = List.copyOf(columns);
        sort = List.copyOf(sort);
    }

    /// As at first.
    public static StatusLayout initial() {
        return new StatusLayout(List.of(), List.of());
    }
}

package placewatch.rest;

import java.util.List;

/// One page of a list.
///
/// @param offset  of the first item within the whole list
/// @param total   of the whole list, as the server counted it
/// @param more    the server offers a next page
public record Page<T>(List<T> items, int offset, int total, boolean more) {

    public Page {
        items = List.copyOf(items);
    }

    /// Where the next page begins. Counted from what was received: some servers' `Link` skips a row a page.
    public int end() {
        return offset + items.size();
    }
}

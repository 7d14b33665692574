package placewatch.control.status;

import placewatch.control.NaturalOrder;

/// What rows have in common that stand under one heading.
///
/// @param id    tells it from another group of the same title
/// @param title what people read
public record RowGroup(String id, String title) implements Comparable<RowGroup> {

    /// Of rows that are not put together.
    static final RowGroup NONE = new RowGroup("", "");

    private static final NaturalOrder NAMES = new NaturalOrder();

    @Override
    public int compareTo(RowGroup other) {
        int titles = NAMES.compare(title, other.title);
        return titles != 0 ? titles : id.compareTo(other.id);
    }
}

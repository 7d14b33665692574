package placewatch.model;

import java.util.List;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.StatusKey;

/// Puts status variables into watch tables, for whoever shows them elsewhere. JavaFX thread.
public interface Pins {

    /// The tables' names, the one that was used last first.
    List<String> tables();

    /// Puts variables into a table, which is made if there is none of that name; one that is in it already stays as it
    /// is.
    void pin(String table, List<StatusKey> keys);

    /// Puts all variables of a module into a table, those that it gets later too.
    void pinModule(String table, ModuleAddress module);

    /// A name that no table has yet.
    default String unusedName() {
        int number = 1;
        while (has("Table " + number)) {
            number++;
        }
        return "Table " + number;
    }

    private boolean has(String name) {
        return tables().stream().anyMatch(name::equalsIgnoreCase);
    }

    /// Pins nowhere, as there is no place for it.
    static Pins nowhere() {
        return new Pins() {
            @Override
            public List<String> tables() {
                return List.of();
            }

            @Override
            public void pin(String table, List<StatusKey> keys) {
                // nothing to put them into
            }

            @Override
            public void pinModule(String table, ModuleAddress module) {
                // nothing to put it into
            }

            @Override
            public boolean possible() {
                return false;
            }
        };
    }

    /// Whether there are watch tables at all.
    default boolean possible() {
        return true;
    }
}

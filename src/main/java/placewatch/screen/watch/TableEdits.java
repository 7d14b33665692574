package placewatch.screen.watch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.StatusKey;
import placewatch.settings.WatchTables.Table;

/// What a person does to the rows of a watch table: each makes another table of it, and touches nothing else.
final class TableEdits {

    private static final String ALL = "/*";

    private TableEdits() {
    }

    /// A whole module, as it is written among the pins.
    static String whole(ModuleAddress module) {
        return module.path() + ALL;
    }

    /// The whole module that a pin stands for; empty for a single variable.
    static Optional<ModuleAddress> module(String pin) {
        return pin.endsWith(ALL) ? ModuleAddress.ofPath(pin.substring(0, pin.length() - ALL.length()))
                : Optional.empty();
    }

    /// With these variables too; those that are in it stay where they are.
    static Table pin(Table table, List<StatusKey> keys) {
        Set<String> pins = new LinkedHashSet<>(table.pins());
        Set<String> leftOut = new LinkedHashSet<>(table.leftOut());
        for (StatusKey key : keys) {
            leftOut.remove(key.path());
            if (!pins.contains(whole(key.module()))) {
                pins.add(key.path());
            }
        }
        return table.with(List.copyOf(pins), table.order(), List.copyOf(leftOut));
    }

    /// With all of a module, which stands where the first of its variables stood.
    static Table pinModule(Table table, ModuleAddress module) {
        String whole = whole(module);
        List<String> pins = new ArrayList<>();
        for (String pin : table.pins()) {
            boolean its = pin.equals(whole) || isOf(module, pin);
            if (!its) {
                pins.add(pin);
            } else if (!pins.contains(whole)) {
                pins.add(whole);
            }
        }
        if (!pins.contains(whole)) {
            pins.add(whole);
        }
        return table.with(pins, table.order(),
                table.leftOut().stream().filter(path -> !isOf(module, path)).toList());
    }

    private static boolean isOf(ModuleAddress module, String path) {
        return path.startsWith(module.path() + "/");
    }

    /// Without these variables. A whole module of which nothing would be left goes with them.
    ///
    /// @param present all that are in it now
    static Table remove(Table table, Collection<StatusKey> keys, Collection<StatusKey> present) {
        Set<StatusKey> gone = new HashSet<>(keys);
        Set<String> pins = new LinkedHashSet<>(table.pins());
        Set<String> leftOut = new LinkedHashSet<>(table.leftOut());
        Set<String> order = new LinkedHashSet<>(table.order());
        for (StatusKey key : keys) {
            pins.remove(key.path());
            order.remove(key.path());
            if (pins.contains(whole(key.module()))) {
                leftOut.add(key.path());
            }
        }
        for (String pin : table.pins()) {
            module(pin).filter(module -> keys.stream().anyMatch(key -> key.module().equals(module))
                    && present.stream().allMatch(key -> !key.module().equals(module) || gone.contains(key)))
                    .ifPresent(module -> {
                        pins.remove(pin);
                        leftOut.removeIf(path -> isOf(module, path));
                    });
        }
        return table.with(List.copyOf(pins), List.copyOf(order), List.copyOf(leftOut));
    }

    /// Without a whole module, and without what is kept of it.
    static Table removeModule(Table table, ModuleAddress module) {
        return table.with(
                table.pins().stream().filter(pin -> !isOf(module, pin)).toList(),
                table.order().stream().filter(path -> !isOf(module, path)).toList(),
                table.leftOut().stream().filter(path -> !isOf(module, path)).toList());
    }

    /// Puts back what `after` lacks of `before`, where it was; what was done to the table since stays done.
    static Table restore(Table now, Table before, Table after) {
        Set<String> leftOutSince = new HashSet<>(after.leftOut());
        leftOutSince.removeAll(before.leftOut());
        List<String> leftOut = new ArrayList<>(now.leftOut());
        leftOut.removeAll(leftOutSince);
        return now.with(putBack(now.pins(), before.pins(), after.pins()),
                putBack(now.order(), before.order(), after.order()),
                putBack(leftOut, before.leftOut(), after.leftOut()));
    }

    private static List<String> putBack(List<String> now, List<String> before, List<String> after) {
        Set<String> lost = new HashSet<>(before);
        after.forEach(lost::remove);
        now.forEach(lost::remove);
        List<String> result = new ArrayList<>(now);
        for (int i = 0; i < before.size(); i++) {
            if (lost.contains(before.get(i))) {
                int behind = -1;
                for (int j = i - 1; j >= 0 && behind < 0; j--) {
                    behind = result.indexOf(before.get(j));
                }
                result.add(behind + 1, before.get(i));
            }
        }
        return result;
    }

    /// With these variables beside another one.
    ///
    /// @param present all that are in it now, in their order
    /// @param beside  none of them
    static Table move(Table table, List<StatusKey> present, List<StatusKey> keys, StatusKey beside, boolean before) {
        Set<String> all = new LinkedHashSet<>(table.order());
        present.forEach(key -> all.add(key.path()));
        List<String> moved = present.stream().filter(keys::contains).map(StatusKey::path).toList();
        List<String> order = new ArrayList<>(all);
        order.removeAll(moved);
        int at = order.indexOf(beside.path());
        if (at < 0) {
            return table;
        }
        order.addAll(before ? at : at + 1, moved);
        return table.with(table.pins(), order, table.leftOut());
    }

    /// In this order from now on.
    static Table ordered(Table table, List<StatusKey> keys) {
        Set<String> order = new LinkedHashSet<>();
        keys.forEach(key -> order.add(key.path()));
        order.addAll(table.order());
        return table.with(table.pins(), List.copyOf(order), table.leftOut());
    }
}

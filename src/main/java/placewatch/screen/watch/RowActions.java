package placewatch.screen.watch;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import placewatch.control.Texts;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.StatusKey;
import placewatch.settings.WatchTables.Grouping;
import placewatch.settings.WatchTables.Table;

/// What a person does to the rows of the watch table on screen. JavaFX thread.
final class RowActions {

    private final WatchModel model;

    RowActions(WatchModel model) {
        this.model = model;
    }

    /// Takes variables out of the table on screen.
    void remove(List<StatusKey> keys) {
        OpenTable shown = model.openProperty().get();
        if (shown != null && !keys.isEmpty()) {
            removing(shown.name(), Texts.count(keys.size(), "row") + " removed",
                    table -> TableEdits.remove(table, keys, shown.present()));
        }
    }

    /// Takes whole modules out of the table on screen.
    void removeModules(Set<ModuleAddress> modules) {
        OpenTable shown = model.openProperty().get();
        if (shown != null && !modules.isEmpty()) {
            String what = modules.size() == 1 ? modules.iterator().next().slug()
                    : Texts.count(modules.size(), "module");
            removing(shown.name(), what + " removed", table -> {
                Table rest = table;
                for (ModuleAddress module : modules) {
                    rest = TableEdits.removeModule(rest, module);
                }
                return rest;
            });
        }
    }

    private void removing(String name, String words, UnaryOperator<Table> edit) {
        model.tablesProperty().get().table(name).ifPresent(before -> {
            Table after = edit.apply(before);
            model.edit(name, _ -> after);
            model.did(new UndoSteps.Step.OfTable(words, name, (now, its) -> now.table(its).map(table ->
                    now.with(table.name(), TableEdits.restore(table, before, after))).orElse(now)));
        });
    }

    /// Puts rows of the table on screen beside another one.
    void move(List<StatusKey> keys, StatusKey beside, boolean before) {
        OpenTable shown = model.openProperty().get();
        if (shown != null && !keys.contains(beside)) {
            model.edit(shown.name(), table -> TableEdits.move(table, shown.present(), keys, beside, before));
        }
    }

    /// The rows stay in this order from now on.
    void order(List<StatusKey> keys) {
        OpenTable shown = model.openProperty().get();
        if (shown != null) {
            model.edit(shown.name(), table -> TableEdits.ordered(table, keys));
        }
    }

    /// Puts the rows of the table on screen together otherwise.
    void group(Grouping grouping) {
        OpenTable shown = model.openProperty().get();
        if (shown != null && shown.table().grouping() != grouping) {
            model.edit(shown.name(), table -> table.withGrouping(grouping, Set.of()));
        }
    }

    /// Folds a group of the table on screen, or unfolds it.
    void fold(String group) {
        OpenTable shown = model.openProperty().get();
        if (shown != null) {
            model.edit(shown.name(), table -> {
                Set<String> folded = new TreeSet<>(table.folded());
                if (!folded.remove(group)) {
                    folded.add(group);
                }
                return table.withGrouping(table.grouping(), folded);
            });
        }
    }
}

package placewatch.screen.watch;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import placewatch.model.StatusRow;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.StatusKey;
import placewatch.rest.ControlSystem;
import placewatch.rest.SystemDetail;
import placewatch.rest.SystemDetail.Addressed;

/// One room of a template: its cells, by column. JavaFX thread.
final class TemplateRow implements AutoCloseable {

    private ControlSystem system;
    private Optional<List<Addressed>> modules = Optional.empty();
    private Optional<TemplateCell.Content.Untold> untold = Optional.empty();
    private List<String> listedModules = List.of();
    private final Map<String, TemplateCell> cells = new HashMap<>();

    TemplateRow(ControlSystem system) {
        this.system = system;
        listedModules = system.modules();
    }

    String id() {
        return system.id();
    }

    ControlSystem system() {
        return system;
    }

    /// What the server's list says of it.
    ///
    /// @return whether it has other modules than the list said before
    boolean listed(ControlSystem next) {
        boolean moved = !next.modules().equals(listedModules);
        listedModules = next.modules();
        system = next;
        return moved;
    }

    /// Empty until they were told.
    Optional<List<Addressed>> modules() {
        return modules;
    }

    void detail(SystemDetail detail) {
        system = detail.system();
        modules = Optional.of(detail.addressed());
        untold = Optional.empty();
    }

    /// Its modules were not told; what was known of them before stays.
    void untold(TemplateCell.Content.Untold why) {
        untold = Optional.of(why);
    }

    /// The server does not have it any more, or has no such system.
    void gone(TemplateCell.Content.Untold why) {
        modules = Optional.empty();
        untold = Optional.of(why);
    }

    /// Whether its modules have to be asked for again.
    boolean doubtful() {
        return untold.isPresent();
    }

    /// What stands in a column now.
    TemplateCell cell(TemplateColumn column) {
        return cells.getOrDefault(column.id(), TemplateCell.ASKING);
    }

    /// Makes its cells anew where they are others than before.
    void arrange(List<TemplateColumn> columns) {
        Map<String, TemplateCell> before = new HashMap<>(cells);
        cells.clear();
        for (TemplateColumn column : columns) {
            TemplateCell.Content content = content(column);
            TemplateCell old = before.get(column.id());
            if (old != null && old.content().equals(content)) {
                before.remove(column.id());
                cells.put(column.id(), old);
            } else {
                cells.put(column.id(), new TemplateCell(content));
            }
        }
        before.values().forEach(TemplateCell::close);
    }

    private TemplateCell.Content content(TemplateColumn column) {
        return switch (column.pattern()) {
            case TemplatePattern.Wrong wrong -> new TemplateCell.Content.Wrong(wrong.words());
            case TemplatePattern.Sound sound -> {
                if (modules.isEmpty()) {
                    yield untold.<TemplateCell.Content>map(why -> why).orElseGet(TemplateCell.ASKING::content);
                }
                List<StatusKey> keys = sound.in(modules.get()).stream()
                        .map(address -> new StatusKey(address, sound.variable())).toList();
                yield keys.isEmpty() ? new TemplateCell.Content.Lacks(sound.lacks(modules.get()))
                        : new TemplateCell.Content.Variables(keys, sound.members());
            }
        };
    }

    /// Its cells, in no order.
    Iterable<TemplateCell> cells() {
        return cells.values();
    }

    /// Whether any of its variables is kept live.
    boolean bound() {
        return cells.values().stream().anyMatch(cell -> !cell.rows().isEmpty());
    }

    /// The variables of a module that runs no more, or runs again, are told so.
    void tellRunning(Instant now) {
        Map<ModuleAddress, Boolean> running = new HashMap<>();
        modules.orElse(List.of()).forEach(each -> running.put(each.address(), each.module().running()));
        for (TemplateCell cell : cells.values()) {
            for (StatusRow row : cell.rows()) {
                row.running(running.getOrDefault(row.key().module(), true), now);
            }
        }
    }

    @Override
    public void close() {
        cells.values().forEach(TemplateCell::close);
        cells.clear();
    }
}

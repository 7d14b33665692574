package placewatch.screen.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import placewatch.bridge.Access;
import placewatch.bridge.Connection;
import placewatch.bridge.FastClock;
import placewatch.bridge.Drained;
import placewatch.bridge.Inbox;
import placewatch.network.Route;
import placewatch.protocol.Credential;
import placewatch.protocol.ServerAddress;
import placewatch.settings.Kept;
import placewatch.settings.Template;
import placewatch.simulator.Role;
import placewatch.simulator.Simulator;
import placewatch.simulator.building.DemoSystem;

/// A template without a window: the test's thread plays the JavaFX thread.
final class TemplateStage implements AutoCloseable {

    /// What would be written to disk.
    static final class Memory implements Kept<Template> {
        private Template latest;

        Memory(Template first) {
            latest = first;
        }

        @Override
        public Template latest() {
            return latest;
        }

        @Override
        public void keep(Template next) {
            latest = next;
        }
    }

    private final Inbox inbox = new Inbox(() -> { });
    private final Connection connection;
    private final Memory memory;
    private final TemplateModel model;

    TemplateStage(Simulator simulator, Role role, Template template) {
        connection = new Connection("test", new Access(ServerAddress.parse(simulator.address().toString()),
                new Credential.ApiKey(simulator.key(role)), Route.direct()), FastClock.options(), inbox);
        connection.open();
        memory = new Memory(template);
        model = new TemplateModel(connection, template, memory, TemplateActions.none());
    }

    static Template.Column joined(String pattern) {
        return new Template.Column("", pattern, Template.Many.JOINED);
    }

    static Template.Column each(String pattern) {
        return new Template.Column("", pattern, Template.Many.ONE_EACH);
    }

    static DemoSystem room(Simulator simulator, String name) {
        return simulator.building().systems().stream().filter(system -> system.name().equals(name)).findFirst()
                .orElseThrow();
    }

    static String zone(Simulator simulator, String name) {
        return simulator.building().zones().stream().filter(zone -> zone.displayName().equals(name)
                || zone.name().equals(name)).findFirst().orElseThrow().id();
    }

    Connection connection() {
        return connection;
    }

    TemplateModel model() {
        return model;
    }

    Memory memory() {
        return memory;
    }

    void until(String what, Callable<Boolean> holds) {
        Drained.until(inbox, what, holds);
    }

    /// Waits until every variable is live and every room's modules were told.
    TemplateStage live() {
        until("all to be live, instead of " + model.count(), () -> model.rooms() > 0 && model.open() == 0
                && model.shown().shown().stream().allMatch(row -> row.modules().isPresent())
                && model.count().live() == model.count().variables());
        return this;
    }

    /// Waits until every cell of every room says something, whatever it is.
    TemplateStage settled() {
        until("all to be told", () -> model.rooms() > 0 && model.open() == 0
                && titles().stream().flatMap(title -> cells(title).stream()).noneMatch(text -> text.contains("…")));
        return this;
    }

    List<String> titles() {
        return model.shown().shown().stream().map(row -> row.system().title()).toList();
    }

    List<String> headings() {
        return model.columns().stream().map(TemplateColumn::heading).toList();
    }

    Optional<TemplateRow> row(String title) {
        return model.shown().shown().stream().filter(row -> row.system().title().equals(title)).findFirst();
    }

    /// What the cells of a room say.
    List<String> cells(String title) {
        List<String> texts = new ArrayList<>();
        row(title).ifPresent(row -> model.columns().forEach(column -> texts.add(row.cell(column).text())));
        return texts;
    }

    @Override
    public void close() {
        model.close();
        connection.close();
    }
}

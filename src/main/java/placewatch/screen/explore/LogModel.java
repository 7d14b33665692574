package placewatch.screen.explore;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import placewatch.bridge.Connection;
import placewatch.control.Texts;
import placewatch.export.Cell;
import placewatch.export.ExportTable;
import placewatch.model.LogLine;
import placewatch.model.LogLines;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.Subscription;
import placewatch.socket.DebugPhase;

/// The debug stream of the chosen module, and the calls that were made from here, in one flow.
final class LogModel implements AutoCloseable {

    private static final int CAPACITY = 20_000;

    private final Connection connection;
    private final String moduleId;
    private final LogLines lines = new LogLines(CAPACITY);
    private final ReadOnlyBooleanWrapper on = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper gone = new ReadOnlyBooleanWrapper();
    private ModuleAddress address;
    private Subscription stream = () -> { };

    LogModel(Connection connection, ModuleAddress address, String moduleId) {
        this.connection = connection;
        this.address = address;
        this.moduleId = moduleId;
        lines.phaseProperty().addListener((_, before, now) -> {
            if (on.get() && before instanceof DebugPhase.Streaming && now instanceof DebugPhase.Disconnected) {
                mark("connection lost: what the module wrote meanwhile is missing here");
            } else if (now instanceof DebugPhase.Streaming) {
                mark("debug on: " + this.address.slug());
            }
        });
    }

    /// The module has another address from now on; a stream that is wanted goes on there.
    void movedTo(ModuleAddress next) {
        gone.set(false);
        ModuleAddress before = address;
        address = next;
        if (!next.equals(before)) {
            mark("module moved: " + before.slug() + " is " + next.slug() + " now"
                    + (on.get() ? ", what it wrote meanwhile is missing here" : ""));
            if (on.get()) {
                stream.close();
                stream = connection.debug(next, moduleId, lines);
            }
        }
    }

    /// The module is not in this system any more: nothing more will come, and what came stays.
    void gone() {
        if (!gone.get()) {
            stop();
            gone.set(true);
            mark("module removed from this system: " + address.slug());
        }
    }

    /// Lowers the driver's log level to debug and shows what it writes.
    void start() {
        if (!on.get() && !gone.get()) {
            on.set(true);
            stream = connection.debug(address, moduleId, lines);
        }
    }

    /// Asks for the stream anew, if it is wanted; there is a gap before it.
    void askAgain() {
        if (on.get()) {
            stream.close();
            mark("module restarted: what it wrote meanwhile is missing here");
            stream = connection.debug(address, moduleId, lines);
        }
    }

    /// Ends the stream; what was shown stays.
    void stop() {
        if (on.get()) {
            on.set(false);
            stream.close();
            stream = () -> { };
            lines.phase(new DebugPhase.Disconnected());
            mark("debug off");
        }
    }

    /// A call that was made from here, as a line between the module's own.
    void exec(Instant at, String call) {
        lines.mark(new LogLine(at, "", "exec " + call + "  by you", LogLine.Kind.EXEC));
    }

    /// Of a call that was announced: the module never heard of it.
    void notSent(String call) {
        mark("not sent: " + call);
    }

    private void mark(String words) {
        lines.mark(new LogLine(connection.now(), "", words, LogLine.Kind.STREAM));
    }

    /// Lines as text, as they are seen: time of day, level, words.
    String text(List<LogLine> some) {
        return some.stream().map(LogModel::seen).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String seen(LogLine line) {
        return Texts.clock(line.at(), ZoneId.systemDefault()) + " "
                + (line.level().isEmpty() ? "" : line.level() + " ") + line.text();
    }

    /// Lines as they are taken away: who wrote them, and when they came.
    ExportTable table(List<LogLine> some) {
        return new ExportTable(List.of("time", "module", "level", "text", "kind"), some.stream()
                .map(line -> List.of(Cell.time(line.at()), Cell.text(address.slug()), Cell.text(line.level()),
                        Cell.text(line.text()), Cell.text(line.kind().name().toLowerCase(Locale.ROOT)))).toList());
    }

    ModuleAddress address() {
        return address;
    }

    /// The module as people call it.
    String slug() {
        return address.slug();
    }

    LogLines lines() {
        return lines;
    }

    /// Whether the module is not in this system any more.
    ReadOnlyBooleanProperty goneProperty() {
        return gone.getReadOnlyProperty();
    }

    /// Whether the stream is wanted; how it stands is the phase of the lines.
    ReadOnlyBooleanProperty onProperty() {
        return on.getReadOnlyProperty();
    }

    @Override
    public void close() {
        stream.close();
    }
}

package placewatch.screen.logs;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import placewatch.bridge.Connection;
import placewatch.bridge.LogStreams;
import placewatch.control.Texts;
import placewatch.export.FileState;
import placewatch.export.LogFormat;
import placewatch.export.RotatingFile;
import placewatch.export.Rotation;
import placewatch.log.FilterHints;
import placewatch.log.LogEntry;
import placewatch.log.LogMemory;
import placewatch.log.LogScope;
import placewatch.log.LogSource;
import placewatch.model.Background;
import placewatch.model.log.Console;
import placewatch.model.log.LogStream;
import placewatch.model.log.Named;
import placewatch.protocol.ModuleAddress;
import placewatch.rest.ApiResult;
import placewatch.rest.SystemDetail;
import placewatch.settings.Kept;
import placewatch.settings.LogSettings;

/// All debug streams in one console: which there are, what of them is shown, and what is kept of them where. JavaFX
/// thread.
public final class LogsModel implements AutoCloseable {

    private final Connection connection;
    private final LogStreams logs;
    private final Kept<LogSettings> kept;
    private final Console console;
    private final ReadOnlyObjectWrapper<LogSettings> settings;
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<FileState> file = new ReadOnlyObjectWrapper<>(new FileState.Off());
    private final Map<LogStream, javafx.util.Subscription> heard = new HashMap<>();
    private final ListChangeListener<LogStream> listening = _ -> listen();
    private @Nullable RotatingFile writing;

    public LogsModel(Connection connection, Kept<LogSettings> kept) {
        this.connection = connection;
        this.kept = kept;
        logs = connection.logs();
        settings = new ReadOnlyObjectWrapper<>(kept.latest());
        console = logs.console(LogScope.ALL.hidden(hidden(kept.latest())));
        if (kept.latest().mostLines() != LogSettings.USUAL_LINES) {
            logs.keep(kept.latest().mostLines());
        }
        logs.streams().addListener(listening);
        listen();
        write();
    }

    private static Set<LogEntry.Kind> hidden(LogSettings settings) {
        Set<LogEntry.Kind> hidden = EnumSet.noneOf(LogEntry.Kind.class);
        if (settings.calls() == LogSettings.Among.LEFT_OUT) {
            hidden.add(LogEntry.Kind.EXEC);
        }
        if (settings.connection() == LogSettings.Among.LEFT_OUT) {
            hidden.add(LogEntry.Kind.STREAM);
        }
        return hidden;
    }

    private void listen() {
        heard.entrySet().removeIf(entry -> {
            boolean gone = !logs.streams().contains(entry.getKey());
            if (gone) {
                entry.getValue().unsubscribe();
            }
            return gone;
        });
        logs.streams().forEach(stream -> heard.computeIfAbsent(stream,
                each -> each.mutedProperty().subscribe((_, _) -> mute())));
        mute();
    }

    private void mute() {
        Set<String> muted = logs.streams().stream().filter(stream -> stream.mutedProperty().get())
                .map(LogStream::moduleId).collect(Collectors.toSet());
        console.scope(scope -> scope.muted(muted));
    }

    /// Those that were started and not put away.
    ObservableList<LogStream> streams() {
        return logs.streams();
    }

    Console console() {
        return console;
    }

    Background background() {
        return connection;
    }

    /// Of 8 colours the one of a module's lines.
    Optional<Integer> colour(LogSource source) {
        return logs.streams().stream().filter(stream -> stream.moduleId().equals(source.moduleId())).findFirst()
                .map(LogStream::place);
    }

    /// What a word of a line is the name of.
    Optional<Named> named(LogSource source, String word) {
        return logs.named(source, word);
    }

    /// What could be filtered for.
    FilterHints hints() {
        List<LogStream> all = logs.streams();
        return new FilterHints(List.of(), all.stream().map(stream -> stream.addressProperty().get().slug()).distinct()
                .toList(), all.stream().map(LogStream::systemName).filter(name -> !name.isBlank()).distinct().toList());
    }

    /// Starts the stream of a module, as soon as the server has told which that is.
    ///
    /// @param title what people call the module's system
    public void debug(ModuleAddress module, String title) {
        said.set("");
        system(module.system(), title, detail -> detail.addressed().stream()
                .filter(each -> each.address().equals(module)).findFirst().ifPresentOrElse(
                        found -> start(detail, found),
                        () -> said.set("There is no module " + module.slug() + " in " + title + " any more.")));
    }

    /// Starts the streams of all modules of a system.
    ///
    /// @param title what people call it
    public void debugAll(String systemId, String title) {
        said.set("");
        system(systemId, title, detail -> {
            if (detail.modules().isEmpty()) {
                said.set(title + " has no modules to debug.");
            }
            detail.addressed().forEach(found -> start(detail, found));
        });
    }

    private void system(String systemId, String title, Consumer<SystemDetail> then) {
        connection.system(systemId, result -> {
            switch (result) {
                case ApiResult.Ok<SystemDetail>(SystemDetail detail) -> then.accept(detail);
                case ApiResult.Failed<SystemDetail>(var failure) ->
                    said.set("The modules of " + title + " could not be read: " + Texts.failure(failure));
            }
        });
    }

    private void start(SystemDetail detail, SystemDetail.Addressed found) {
        logs.start(logs.stream(found.address(), found.module().id(), detail.system().title()));
    }

    void start(LogStream stream) {
        logs.start(stream);
    }

    void stop(LogStream stream) {
        logs.stop(stream);
    }

    void putAway(LogStream stream) {
        logs.putAway(stream);
    }

    /// Stops every stream.
    void stopAll() {
        List.copyOf(logs.streams()).forEach(logs::stop);
    }

    /// What could not be done, as a sentence; empty for nothing.
    ReadOnlyStringProperty saidProperty() {
        return said.getReadOnlyProperty();
    }

    void forget() {
        said.set("");
    }

    ReadOnlyObjectProperty<LogSettings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    private void keep(UnaryOperator<LogSettings> change) {
        settings.set(change.apply(settings.get()));
        kept.keep(settings.get());
    }

    void calls(LogSettings.Among among) {
        keep(now -> now.withCalls(among));
        console.hide(hidden(settings.get()));
    }

    void turns(LogSettings.Among among) {
        keep(now -> now.withConnection(among));
        console.hide(hidden(settings.get()));
    }

    void colours(LogSettings.Colours colours) {
        keep(now -> now.withColours(colours));
    }

    /// Keeps that many lines; the oldest go at once if there are more.
    void lines(int lines) {
        keep(now -> now.withMostLines(lines));
        logs.keep(lines);
    }

    /// What so many lines take in memory, as words.
    String cost(int lines) {
        LogMemory memory = LogMemory.of(logs.store().window(), lines);
        return "about " + Math.max(1, memory.bytes() / 1_000_000) + " MB" + (memory.basis() == LogMemory.Basis.WHAT_CAME
                ? " at what came so far" : " at usual lines");
    }

    /// The filter that is typed was used: it comes back under the recent ones.
    void used(String filter) {
        if (!filter.isBlank() && console.faultProperty().get() == null
                && !settings.get().recent().stream().findFirst().equals(Optional.of(filter.strip()))) {
            keep(now -> now.withRecent(filter));
        }
    }

    void saveFilter(String name, String text) {
        keep(now -> now.withSaved(new LogSettings.Filter(name, text)));
    }

    void removeFilter(String name) {
        keep(now -> now.withoutSaved(name));
    }

    /// Writes every line that comes to that file too, from now on.
    void writeTo(Path path, LogSettings.Lines lines) {
        LogSettings.ToFile before = settings.get().file();
        keep(now -> now.withFile(new LogSettings.ToFile(LogSettings.Writing.ON, path.toString(), before.mostBytes(),
                before.kept(), lines)));
        write();
    }

    /// Writes to no file any more.
    void writeNoMore() {
        keep(now -> now.withFile(now.file().with(LogSettings.Writing.OFF)));
        write();
    }

    /// Begins a new file after so many bytes, and keeps so many full ones.
    void limit(long bytes, int files) {
        keep(now -> now.withFile(new LogSettings.ToFile(now.file().writing(), now.file().path(), bytes, files,
                now.file().lines())));
        write();
    }

    private void write() {
        endWriting();
        LogSettings.ToFile to = settings.get().file();
        if (to.writing() == LogSettings.Writing.OFF) {
            return;
        }
        RotatingFile[] mine = new RotatingFile[1];
        mine[0] = RotatingFile.start(logs.store(), new Rotation(Path.of(to.path()), to.mostBytes(), to.kept(),
                to.lines() == LogSettings.Lines.TEXT ? LogFormat.TEXT : LogFormat.JSON_LINES,
                ZoneId.systemDefault()), state -> connection.after(0, () -> {
                    if (writing == mine[0]) {
                        file.set(state);
                    }
                }));
        writing = mine[0];
    }

    private void endWriting() {
        RotatingFile ended = writing;
        writing = null;
        file.set(new FileState.Off());
        if (ended != null) {
            // it waits for the disk
            Thread.ofPlatform().name("placewatch-log-file-end").start(ended::close);
        }
    }

    /// What becomes of the file.
    ReadOnlyObjectProperty<FileState> fileProperty() {
        return file.getReadOnlyProperty();
    }

    @Override
    public void close() {
        logs.streams().removeListener(listening);
        heard.values().forEach(javafx.util.Subscription::unsubscribe);
        heard.clear();
        endWriting();
        console.close();
    }
}

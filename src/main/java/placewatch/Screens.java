package placewatch;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import placewatch.bridge.Connection;
import placewatch.control.Command;
import placewatch.control.Dividers;
import placewatch.control.status.StatusActions;
import placewatch.control.takeaway.Carrier;
import placewatch.model.Pins;
import placewatch.model.log.Named;
import placewatch.model.series.ExecMark;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.StatusKey;
import placewatch.protocol.Subscription;
import placewatch.screen.chart.ChartModel;
import placewatch.screen.chart.ChartView;
import placewatch.screen.explore.CallBook;
import placewatch.screen.explore.ExploreModel;
import placewatch.screen.explore.ExploreView;
import placewatch.screen.explore.Favourites;
import placewatch.screen.jump.Pick;
import placewatch.screen.logs.LogsModel;
import placewatch.screen.logs.LogsView;
import placewatch.screen.shell.ShellModel;
import placewatch.screen.shell.ShellScreen;
import placewatch.screen.watch.TemplateActions;
import placewatch.screen.watch.TemplateSection;
import placewatch.screen.watch.WatchModel;
import placewatch.screen.watch.WatchView;
import placewatch.settings.Charts;
import placewatch.settings.ChartsJson;
import placewatch.settings.DangerousCalls;
import placewatch.settings.DangerousCallsJson;
import placewatch.settings.Kept;
import placewatch.settings.LogSettings;
import placewatch.settings.LogSettingsJson;
import placewatch.settings.PastCalls;
import placewatch.settings.PastCallsJson;
import placewatch.settings.Recent;
import placewatch.settings.RecentFormat;
import placewatch.settings.ShownScreen;
import placewatch.settings.ShownScreenJson;
import placewatch.settings.TableLayout;
import placewatch.settings.Templates;
import placewatch.settings.TemplatesJson;
import placewatch.settings.WatchTables;
import placewatch.settings.WatchTablesJson;

/// The screens of one connection, and the ways from one to another. Explore is there at once; those that show what was
/// kept come as soon as that was read from the disk. JavaFX thread.
final class Screens implements AutoCloseable {

    static final String EXPLORE = "Explore";
    static final String WATCH = "Watch";
    static final String CHARTS = "Charts";
    static final String LOGS = "Logs";

    /// Calls that charts mark.
    private static final int MOST_EXECS = 1_000;

    private record Read(Kept<WatchTables> tables, Kept<Templates> templates, Kept<Charts> charts, Kept<Recent> recent,
                        Kept<ShownScreen> shown, Kept<PastCalls> calls, Kept<DangerousCalls> dangerous, Kept<LogSettings> logs) { }

    /// The screens that show what was kept.
    private record Later(WatchModel watch, TemplateSection templates, ChartModel charts, LogsModel logs,
                         Kept<Recent> recent) { }

    private final Connection connection;
    private final Workspace workspace;
    private final Carrier carrier;
    private final Dividers dividers;
    private final Consumer<Pick> onPick;
    private final ShellModel shell;
    private final CallBook book = new CallBook();
    private final ExploreModel explore;
    private final ExploreView exploreView;
    private final StackPane watchPlace = new StackPane();
    private final StackPane chartPlace = new StackPane();
    private final StackPane logsPlace = new StackPane();
    private final ObservableList<ExecMark> execs = FXCollections.observableArrayList();
    private final Subscription hearing;
    private javafx.util.Subscription following = javafx.util.Subscription.EMPTY;
    private @Nullable Later later;
    private @Nullable WatchView watchView;
    private @Nullable ChartView chartView;
    private @Nullable LogsView logsView;
    private boolean closed;

    Screens(Session session, Favourites favourites, Carrier carrier, ShellModel shell, Consumer<String> browser,
            Dividers dividers, Kept<TableLayout> status, Consumer<Pick> onPick) {
        this.onPick = onPick;
        connection = session.connection();
        workspace = session.workspace();
        this.carrier = carrier;
        this.dividers = dividers;
        this.shell = shell;
        explore = new ExploreModel(connection, favourites, new StatusActions(new LatePins(), Optional.of(this::chart)),
                book);
        exploreView = new ExploreView(explore, browser, carrier, dividers, status);
        hearing = connection.onExec(mark -> {
            if (execs.size() == MOST_EXECS) {
                execs.removeFirst();
            }
            execs.add(mark);
        });
    }

    ExploreModel explore() {
        return explore;
    }

    /// The choices of late, once they were read.
    Optional<Kept<Recent>> recent() {
        return Optional.ofNullable(later).map(Later::recent);
    }

    /// Puts a screen into the window.
    void show(String name) {
        shell.screenProperty().set(name);
    }

    /// What can be done on the screen that is shown.
    List<Command> commands() {
        return switch (shell.screenProperty().get()) {
            case WATCH -> watchView == null ? List.of() : watchView.commands();
            case CHARTS -> chartView == null ? List.of() : chartView.commands();
            case LOGS -> logsView == null ? List.of() : logsView.commands();
            default -> exploreView.commands();
        };
    }

    List<ShellScreen> list() {
        return List.of(new ShellScreen(EXPLORE, Feather.SEARCH, () -> exploreView),
                new ShellScreen(WATCH, Feather.EYE, () -> watchPlace),
                new ShellScreen(CHARTS, Feather.TRENDING_UP, () -> chartPlace),
                new ShellScreen(LOGS, Feather.ALIGN_LEFT, () -> logsPlace));
    }

    /// Views are made when they are shown first: at the start only Explore is wanted.
    private void fill() {
        Later here = later;
        if (here == null) {
            return;
        }
        switch (shell.screenProperty().get()) {
            case WATCH -> {
                if (watchView == null) {
                    watchView = new WatchView(here.watch(), here.templates(), carrier, dividers);
                    watchPlace.getChildren().setAll(watchView);
                }
            }
            case CHARTS -> {
                if (chartView == null) {
                    chartView = new ChartView(here.charts(), dividers,
                            (prompt, then) -> onPick.accept(new Pick.Variable(prompt, then)));
                    chartPlace.getChildren().setAll(chartView);
                }
            }
            case LOGS -> {
                if (logsView == null) {
                    logsView = new LogsView(here.logs(), dividers, carrier, () -> addLog(here.logs()), this::open);
                    logsPlace.getChildren().setAll(logsView);
                }
            }
            default -> { }
        }
    }

    private void addLog(LogsModel logs) {
        onPick.accept(new Pick.Modules("Module to debug, or a room for all of its modules", logs::debug,
                logs::debugAll));
    }

    private void open(Named named) {
        show(EXPLORE);
        switch (named) {
            case Named.Variable(StatusKey key) -> explore.open(key, "");
            case Named.OtherModule(ModuleAddress address) -> explore.open(address, "");
        }
    }

    /// Reads what was kept, off this thread.
    ///
    /// @param disk runs it
    /// @param troubles hears what went wrong, as sentences
    void read(Executor disk, Consumer<List<String>> troubles) {
        disk.execute(() -> {
            Read read = new Read(workspace.part("watch", new WatchTablesJson()),
                    workspace.part("templates", new TemplatesJson()), workspace.part("charts", new ChartsJson()),
                    workspace.part("recent", new RecentFormat()),
                    workspace.part("screen", new ShownScreenJson()),
                    workspace.part("calls", new PastCallsJson()),
                    workspace.part("dangerous-calls", new DangerousCallsJson()),
                    workspace.part("logs", new LogSettingsJson()));
            List<String> wrong = workspace.troubles();
            Platform.runLater(() -> {
                if (!closed) {
                    begin(read);
                    troubles.accept(wrong);
                }
            });
        });
    }

    private void begin(Read read) {
        book.read(read.calls(), read.dangerous());
        ChartModel charts = new ChartModel(connection, read.charts(), execs);
        WatchModel watch = new WatchModel(connection, read.tables(), Optional.of(this::chart));
        TemplateSection templates = new TemplateSection(connection, read.templates(), new TemplateActions(
                system -> {
                    explore.open(system.id(), system.title());
                    show(EXPLORE);
                },
                keys -> watch.pin(watch.tables().isEmpty() ? watch.unusedName() : watch.tables().getFirst(), keys),
                this::chart), carrier, dividers);
        LogsModel logs = new LogsModel(connection, read.logs());
        later = new Later(watch, templates, charts, logs, read.recent());
        if (shell.screenProperty().get().isEmpty()) {
            show(read.shown().latest().name());
        }
        following = shell.screenProperty().subscribe(name -> {
            read.shown().keep(new ShownScreen(name));
            fill();
        });
    }

    /// Draws variables, and shows it.
    private void chart(List<StatusKey> keys) {
        Later here = later;
        if (here != null) {
            show(CHARTS);
            here.charts().add(keys).ifPresent(why -> Optional.ofNullable(chartView).ifPresent(view -> view.say(why)));
        }
    }

    @Override
    public void close() {
        closed = true;
        hearing.close();
        following.unsubscribe();
        explore.close();
        Later here = later;
        if (here != null) {
            here.templates().close();
            here.watch().close();
            here.charts().close();
            here.logs().close();
        }
    }

    /// The watch tables, once they were read.
    private final class LatePins implements Pins {

        private Pins pins() {
            return later == null ? Pins.nowhere() : later.watch();
        }

        @Override
        public List<String> tables() {
            return pins().tables();
        }

        @Override
        public void pin(String table, List<StatusKey> keys) {
            pins().pin(table, keys);
        }

        @Override
        public void pinModule(String table, ModuleAddress module) {
            pins().pinModule(table, module);
        }

        @Override
        public boolean possible() {
            return pins().possible();
        }
    }
}

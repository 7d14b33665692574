package placewatch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import placewatch.control.Texts;
import placewatch.control.log.LogSheet;
import placewatch.log.LogEntry;
import placewatch.model.Quality;
import placewatch.model.StatusRow;
import placewatch.model.StatusValue;
import placewatch.protocol.Failure;
import placewatch.protocol.Subscription;
import placewatch.rest.ApiResult;
import placewatch.rest.ControlSystem;
import placewatch.rest.Function;
import placewatch.rest.Page;
import placewatch.rest.SystemQuery;
import placewatch.screen.connect.ConnectView;
import placewatch.screen.explore.ExploreView;
import placewatch.screen.shell.ShellView;
import placewatch.socket.SocketFigures;
import placewatch.socket.SocketState;

/// Walks the main job once through the real controls: connect, choose a room, watch status change, debug, exec.
/// Writes a picture of each step and says what it saw. On a server that is not the demo building it calls nothing
/// but functions that only ask.
final class Tour {

    private enum Step { CONNECT, ROOM, STATUS, LOG, EXEC, OTHER_THEME }

    /// How many there are.
    static final int STEPS = Step.values().length;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// A step that did not happen, and why.
    private static final class Stuck extends Exception {
        private static final long serialVersionUID = 1L;

        Stuck(String why) {
            super(why);
        }
    }

    private final Wiring wiring;
    private final Optional<Path> folder;
    private final int steps;
    private final List<String> seen = new ArrayList<>();

    /// @param folder where the pictures go; empty for none
    /// @param steps  how many to take, the first ones
    Tour(Wiring wiring, Optional<Path> folder, int steps) {
        this.wiring = wiring;
        this.folder = folder;
        this.steps = steps;
    }

    /// Blocks its thread until the walk is over; not the JavaFX thread.
    ///
    /// @return the exit code: 0 when every step happened
    int walk() {
        try {
            Optional<Pictures> pictures =
                    folder.isPresent() ? Optional.of(new Pictures(folder.get())) : Optional.empty();
            fx(() -> {
                Platform.setImplicitExit(false);
                wiring.stage().show();
                return true;
            });
            try {
                steps(pictures);
            } catch (Stuck e) {
                pictures("0-stopped-here", pictures);
                throw e;
            } finally {
                // nothing may be left to paint when the process ends
                fx(() -> {
                    wiring.stage().hide();
                    return true;
                });
            }
            System.out.println("The tour saw:");
            seen.forEach(line -> System.out.println("  " + line));
            folder.ifPresent(to -> System.out.println("  pictures: " + to.toAbsolutePath()));
            return 0;
        } catch (Stuck | IOException e) {
            System.err.println("The tour stopped: " + e.getMessage());
            seen.forEach(line -> System.err.println("  before that: " + line));
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private void steps(Optional<Pictures> pictures) throws Stuck, InterruptedException, IOException {
        for (Step step : List.of(Step.values()).subList(0, steps)) {
            switch (step) {
                case CONNECT -> connect(pictures);
                case ROOM -> room(pictures);
                case STATUS -> status(pictures);
                case LOG -> log(pictures);
                case EXEC -> exec(pictures);
                case OTHER_THEME -> otherTheme(pictures);
            }
        }
    }

    private void connect(Optional<Pictures> pictures) throws Stuck, InterruptedException, IOException {
        AtomicReference<SocketState> end = new AtomicReference<>(new SocketState.Idle());
        await("the connection to open", () -> {
            end.set(state());
            return !(end.get() instanceof SocketState.Connecting || end.get() instanceof SocketState.Idle);
        });
        switch (end.get()) {
            case SocketState.Open(var _) -> { }
            case SocketState.Refused(Failure why) -> throw new Stuck("connect: " + Texts.failure(why));
            case SocketState.Waiting(var _, var _, Failure why) -> throw new Stuck("connect: " + Texts.failure(why));
            case SocketState.Idle(), SocketState.Connecting(var _), SocketState.Closed() ->
                throw new Stuck("connect: the connection was closed");
        }
        await("the zones to be listed", () -> this.<ListView<?>>find(ExploreView.PLACES_TREE)
                .filter(places -> places.getItems().size() > 3).isPresent());
        pictures("1-connected", pictures);
    }

    private void room(Optional<Pictures> pictures) throws Stuck, InterruptedException, IOException {
        CompletableFuture<ApiResult<Page<ControlSystem>>> answer = new CompletableFuture<>();
        Subscription asking = fx(() -> session().connection().systems(SystemQuery.all(), answer::complete));
        Page<ControlSystem> page = switch (get(answer, "the systems")) {
            case ApiResult.Ok<Page<ControlSystem>>(Page<ControlSystem> systems) -> systems;
            case ApiResult.Failed<Page<ControlSystem>>(Failure why) ->
                throw new Stuck("the systems can't be listed. " + Texts.failure(why));
        };
        asking.close();
        ControlSystem chosen = page.items().stream()
                .filter(system -> system.bookable() || page.items().stream().noneMatch(ControlSystem::bookable))
                .max(Comparator.comparingInt(system -> system.modules().size()))
                .orElseThrow(() -> new Stuck("the server has no systems"));
        seen.add("systems listed: " + page.total());

        fx(() -> {
            this.<TextField>get(ExploreView.PLACES_SEARCH).setText(chosen.title());
            return true;
        });
        await("the search to find “" + chosen.title() + "”", () -> cell(chosen.title()).isPresent());
        pictures("2-search", pictures);
        fx(() -> {
            ListCell<?> cell = cell(chosen.title()).orElseThrow();
            cell.getListView().getSelectionModel().select(cell.getIndex());
            return true;
        });
        await("the modules of “" + chosen.title() + "”",
                () -> this.<ListView<?>>find(ExploreView.MODULES_LIST).filter(list -> !list.getItems().isEmpty()).isPresent());
        await("a connected module", () -> connectedModule().isPresent());
        fx(() -> {
            this.<TextField>get(ExploreView.PLACES_SEARCH).clear();
            ListCell<?> cell = connectedModule().orElseThrow();
            cell.getListView().getSelectionModel().select(cell.getIndex());
            return true;
        });
        seen.add("system opened: " + chosen.title() + ", module "
                + fx(() -> this.<Label>get(ExploreView.MODULE_TITLE).getText()));
    }

    private Optional<ListCell<?>> cell(String title) {
        return wiring.scene().getRoot().lookupAll("#" + ExploreView.PLACES_TREE + " .list-cell").stream()
                .map(node -> (ListCell<?>) node)
                .filter(cell -> !cell.isEmpty() && (cell.getAccessibleText() + " ").startsWith(title + " "))
                .findFirst().map(cell -> (ListCell<?>) cell);
    }

    private Optional<ListCell<?>> connectedModule() {
        return wiring.scene().getRoot().lookupAll("#" + ExploreView.MODULES_LIST + " .list-cell").stream()
                .map(node -> (ListCell<?>) node)
                .filter(cell -> !cell.isEmpty() && cell.getAccessibleText().endsWith(", connected"))
                .min(Comparator.comparingInt(ListCell::getIndex)).map(cell -> (ListCell<?>) cell);
    }

    private void status(Optional<Pictures> pictures) throws Stuck, InterruptedException, IOException {
        await("the status variables", () -> !rows().isEmpty());
        if (fx(() -> find(ExploreView.STATUS_ADD).filter(Node::isVisible).isPresent())) {
            throw new Stuck("status: this key may not list status variables, so the tour can't know one that changes; "
                    + "take it with a support key");
        }
        await("live status variables", () -> rows().stream().anyMatch(row -> row.quality() instanceof Quality.Live)
                && rows().stream().noneMatch(row -> row.quality() instanceof Quality.Binding));
        int variables = fx(() -> rows().size());
        await("a status variable to change", () -> rows().stream().anyMatch(row -> row.changesProperty().get() > 1));
        fx(() -> {
            TableView<StatusRow> table = get(ExploreView.STATUS_TABLE);
            rows().stream().filter(row -> row.value().map(StatusValue::kind).filter(kind ->
                            kind == StatusValue.Kind.OBJECT || kind == StatusValue.Kind.ARRAY).isPresent())
                    .max(Comparator.comparingInt(row -> row.value().orElseThrow().json().length()))
                    .ifPresent(table.getSelectionModel()::select);
            return true;
        });
        seen.add("status variables live: " + variables);
        pictures("3-status", pictures);
    }

    private void log(Optional<Pictures> pictures) throws Stuck, InterruptedException, IOException {
        fx(() -> {
            this.<TableView<StatusRow>>get(ExploreView.STATUS_TABLE).getSelectionModel().clearSelection();
            this.<Button>get(ExploreView.LOG_DEBUG).fire();
            return true;
        });
        await("debug lines", () -> this.<LogSheet>get(ExploreView.LOG_LIST).seenLines().stream()
                .anyMatch(line -> line.kind() == LogEntry.Kind.DEBUG));
        pictures("4-log", pictures);
    }

    private static boolean onScreen(Node node) {
        return node.isVisible() && (node.getParent() == null || onScreen(node.getParent()));
    }

    private void exec(Optional<Pictures> pictures) throws Stuck, InterruptedException, IOException {
        await("the functions", () -> find(ExploreView.EXEC_HAND_NAME).filter(Tour::onScreen).isPresent() || find(ExploreView.EXEC_FUNCTION_LIST)
                .filter(list -> list instanceof ListView<?> it && !it.getItems().isEmpty()).isPresent());
        if (fx(() -> find(ExploreView.EXEC_HAND_NAME).filter(Tour::onScreen).isPresent())) {
            throw new Stuck("exec: this key may not list functions, so the tour can't know one that only asks");
        }
        boolean harmless = fx(() -> session().demo().isPresent());
        List<Function> functions = fx(() -> List.copyOf(this.<ListView<Function>>get(ExploreView.EXEC_FUNCTION_LIST).getItems()));
        Function function = functions.stream().filter(Tour::onlyAsks).findFirst()
                .filter(_ -> !harmless)
                .or(() -> functions.stream().filter(f -> harmless && choosesOne(f)).findFirst())
                .or(() -> functions.stream().filter(Tour::onlyAsks).findFirst())
                .orElseThrow(() -> new Stuck("this module has no function that only asks (its name ends in “?”), "
                        + "and others act on the building"));
        fx(() -> {
            TextField search = get(ExploreView.EXEC_FUNCTIONS);
            search.setText(function.name());
            search.fireEvent(new ActionEvent());
            return true;
        });
        await("the form", () -> find(ExploreView.EXEC_RUN).isPresent());
        fx(() -> {
            for (Function.Parameter parameter : function.parameters()) {
                if (!parameter.optional()) {
                    fill(get(ExploreView.argument(parameter.name())));
                }
            }
            this.<Button>get(ExploreView.EXEC_RUN).fire();
            return true;
        });
        await("the exec's answer", () -> answer().isPresent());
        String answer = fx(() -> answer().orElseThrow());
        if (!answer.startsWith("→")) {
            throw new Stuck("exec " + function.name() + ": " + answer);
        }
        seen.add("exec " + function.name() + " " + answer);
        long lines = figures().debugLines();
        await("debug lines after the exec", () -> figures().debugLines() > lines);
        SocketFigures figures = fx(this::figures);
        seen.add("changes received: " + figures.changes());
        seen.add("debug lines received: " + figures.debugLines());
        pictures("5-exec", pictures);
    }

    private static boolean onlyAsks(Function function) {
        return function.name().endsWith("?") && function.parameters().stream().allMatch(Function.Parameter::optional);
    }

    /// Its first argument is a choice and no other is needed: a form worth a picture.
    private static boolean choosesOne(Function function) {
        return !function.parameters().isEmpty()
                && function.parameters().getFirst().kind().equals("enum")
                && function.parameters().stream().skip(1).allMatch(Function.Parameter::optional);
    }

    private static void fill(Node editor) {
        switch (editor) {
            case ComboBox<?> box -> box.getSelectionModel().selectLast();
            case TextInputControl text -> text.setText("1");
            case CheckBox box -> box.fire();
            default -> throw new IllegalStateException("no way to fill in " + editor);
        }
    }

    private Optional<String> answer() {
        return wiring.scene().getRoot().lookupAll("#" + ExploreView.EXEC_RUNS + " .answer").stream()
                .map(node -> ((Label) node).getText()).filter(text -> !text.isEmpty()).findFirst();
    }

    private void otherTheme(Optional<Pictures> pictures) throws Stuck, InterruptedException, IOException {
        fx(() -> {
            this.<Button>get(ShellView.THEME).fire();
            return true;
        });
        pictures("6-other-theme", pictures);
        fx(() -> {
            this.<Button>get(ShellView.CONNECT).fire();
            return true;
        });
        await("the connect form", () -> find(ConnectView.ADDRESS).isPresent());
        pictures("7-connect", pictures);
    }

    private List<StatusRow> rows() {
        return this.<TableView<StatusRow>>find(ExploreView.STATUS_TABLE).<List<StatusRow>>map(TableView::getItems)
                .orElse(List.of());
    }

    private Session session() {
        return wiring.session().orElseThrow(() -> new IllegalStateException("nothing is open"));
    }

    private SocketState state() {
        return wiring.session().map(open -> open.connection().model().stateProperty().get())
                .orElse(new SocketState.Idle());
    }

    private SocketFigures figures() {
        return session().connection().figures();
    }

    @SuppressWarnings("unchecked")
    private <T extends Node> Optional<T> find(String id) {
        return Optional.ofNullable((T) wiring.scene().lookup("#" + id));
    }

    private <T extends Node> T get(String id) {
        return this.<T>find(id).orElseThrow(() -> new IllegalStateException("nothing on screen is called " + id));
    }

    private void pictures(String name, Optional<Pictures> pictures) throws Stuck, InterruptedException, IOException {
        if (pictures.isEmpty()) {
            return;
        }
        // a few pulses, so that what was just set is laid out
        for (int pulse = 0; pulse < 3; pulse++) {
            CompletableFuture<Void> drawn = new CompletableFuture<>();
            Runnable listener = () -> drawn.complete(null);
            fx(() -> {
                wiring.scene().addPostLayoutPulseListener(listener);
                Platform.requestNextPulse();
                return true;
            });
            get(drawn, "the window to be drawn");
            fx(() -> {
                wiring.scene().removePostLayoutPulseListener(listener);
                return true;
            });
        }
        pictures.get().write(name, fx(() -> wiring.scene().snapshot(null)));
    }

    private void await(String what, Supplier<Boolean> condition) throws Stuck, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!fx(condition)) {
            if (System.nanoTime() - deadline > 0) {
                throw new Stuck("waited " + PATIENCE.toSeconds() + " s for " + what + "; the connection: "
                        + Texts.state(fx(this::state), "the server", Instant.now()));
            }
            LockSupport.parkNanos(50_000_000);
        }
    }

    private static <T> T fx(Supplier<T> task) throws Stuck, InterruptedException {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(task.get());
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        return get(done, "the window");
    }

    private static <T> T get(CompletableFuture<T> future, String what) throws Stuck, InterruptedException {
        try {
            return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new Stuck(what + ": " + e.getCause());
        } catch (TimeoutException _) {
            throw new Stuck("waited " + PATIENCE.toSeconds() + " s for " + what);
        }
    }
}

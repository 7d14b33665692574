package placewatch.screen.logs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import placewatch.control.Command;
import placewatch.control.Dividers;
import placewatch.control.FirstFocus;
import placewatch.control.Hint;
import placewatch.control.Icons;
import placewatch.control.Texts;
import placewatch.control.log.ConsolePane;
import placewatch.control.log.LineLinks;
import placewatch.control.log.LogLook;
import placewatch.control.takeaway.Carrier;
import placewatch.control.takeaway.LogTakeaway;
import placewatch.export.FileState;
import placewatch.model.log.LogStream;
import placewatch.model.log.Named;
import placewatch.settings.LogSettings;

/// The streams on the left, their lines in one console beside them.
public final class LogsView extends BorderPane {

    // by these the tour and the tests find what a person sees
    public static final String STREAMS = "logs-streams";
    public static final String ADD = "logs-add";
    public static final String STOP_ALL = "logs-stop-all";
    public static final String SAID = "logs-said";
    public static final String FILTERS = "logs-filters";
    public static final String FILTER_SAVE = "logs-filter-save";
    public static final String FILTER_NAME = "logs-filter-name";
    public static final String SETTINGS = "logs-settings";
    public static final String FILE_END = "logs-file-end";
    public static final String FILE = "logs-file";

    /// What the ids of the console's parts begin with: `console-list`, `console-filter`, …
    public static final String CONSOLE = "console";

    private static final double STREAM_HEIGHT = 62;

    private final LogsModel model;
    private final Runnable onAdd;
    private final ListView<LogStream> streams;
    private final ConsolePane pane;
    private final FilterMenu filters;

    /// @param onAdd  has the person choose a module or a system
    /// @param onName goes to what a word of a line is the name of
    public LogsView(LogsModel model, Dividers dividers, Carrier carrier, Runnable onAdd, Consumer<Named> onName) {
        this.model = model;
        this.onAdd = onAdd;
        getStyleClass().add("logs");
        LogLook look = new LogLook(LogLook.Modules.SHOWN, model::colour, (source, word) ->
                model.named(source, word).map(named -> new LineLinks.Link(() -> onName.accept(named))));
        look.ansiProperty().bind(model.settingsProperty().map(
                settings -> settings.colours() == LogSettings.Colours.SHOWN));
        LogTakeaway takeaway = new LogTakeaway(CONSOLE, model.console(), carrier, () -> List.of("logs"));
        pane = new ConsolePane(CONSOLE, model.console(), look, model::hints, model.background(), takeaway);
        filters = new FilterMenu(model);
        streams = new ListView<>(model.streams());
        LogsMenu menu = new LogsMenu(model, () -> takeaway.chooseFile("log"));
        pane.sheet().placeholder().textProperty().bind(Bindings.createStringBinding(this::emptyWords,
                model.streams(), model.console().filterProperty()));
        BorderPane right = new BorderPane(pane);
        right.setTop(tools(menu));
        right.setBottom(file());
        SplitPane split = new SplitPane(left(), right);
        SplitPane.setResizableWithParent(split.getItems().getFirst(), false);
        dividers.of(split, "logs", 0.2);
        setCenter(split);
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                FirstFocus.in(scene, this::keys);
            }
        });
    }

    /// Where the keys go.
    private Node keys() {
        return model.streams().isEmpty() ? lookup("#" + ADD) : pane.sheet();
    }

    private String emptyWords() {
        if (!model.console().filterProperty().get().isEmpty()) {
            return "No line has what the filter asks for.";
        }
        return model.streams().isEmpty() ? "Nothing has come yet." : "Waiting for the modules to write something…";
    }

    private BorderPane left() {
        Label title = new Label("Streams");
        title.getStyleClass().add("pane-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button stopAll = Icons.button(Feather.SQUARE, "Stop debugging all of them");
        stopAll.setId(STOP_ALL);
        stopAll.setOnAction(_ -> model.stopAll());
        stopAll.disableProperty().bind(Bindings.isEmpty(model.streams()));
        Button add = new Button("Add…", Icons.icon(Feather.PLUS));
        add.setId(ADD);
        add.getStyleClass().add("small");
        add.setMinWidth(Region.USE_PREF_SIZE);
        Hint.on(add, "Debugs a module, or all modules of a room, and shows their lines here (Insert)");
        add.setOnAction(_ -> onAdd.run());
        HBox head = new HBox(6, title, gap, stopAll, add);
        head.getStyleClass().add("pane-head");
        streams.setId(STREAMS);
        streams.setAccessibleText("Debug streams");
        streams.getStyleClass().addAll("dense", "streams-list");
        streams.setFixedCellSize(STREAM_HEIGHT);
        streams.setCellFactory(_ -> new StreamCell(model));
        Label none = new Label("No module is being debugged. “Add…” a module or all modules of a room: its driver then "
                + "writes at level debug until you stop it, and every line stands here with the moment it came.");
        none.setWrapText(true);
        none.getStyleClass().addAll("muted", "placeholder-words");
        streams.setPlaceholder(none);
        streams.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        Label said = new Label();
        said.setId(SAID);
        said.setWrapText(true);
        said.setMinHeight(Region.USE_PREF_SIZE);
        said.textProperty().bind(model.saidProperty());
        Button close = Icons.button(Feather.X, "Close this message");
        close.setMinWidth(Region.USE_PREF_SIZE);
        close.setOnAction(_ -> model.forget());
        HBox.setHgrow(said, Priority.ALWAYS);
        said.setMaxWidth(Double.MAX_VALUE);
        HBox outcome = new HBox(6, said, close);
        outcome.getStyleClass().add("outcome-line");
        outcome.visibleProperty().bind(Bindings.isNotEmpty(said.textProperty()));
        outcome.managedProperty().bind(outcome.visibleProperty());
        BorderPane left = new BorderPane(streams);
        left.setTop(head);
        left.setBottom(outcome);
        left.setMinWidth(190);
        return left;
    }

    private void pressed(KeyEvent event) {
        LogStream chosen = streams.getSelectionModel().getSelectedItem();
        if (event.getCode() == KeyCode.INSERT) {
            onAdd.run();
            event.consume();
        } else if (chosen != null && !event.isShortcutDown() && !event.isAltDown()) {
            switch (event.getCode()) {
                case DELETE -> model.putAway(chosen);
                case H -> chosen.mutedProperty().set(!chosen.mutedProperty().get());
                case SPACE -> {
                    if (chosen.onProperty().get()) {
                        model.stop(chosen);
                    } else {
                        model.start(chosen);
                    }
                }
                default -> {
                    return;
                }
            }
            event.consume();
        }
    }

    private HBox tools(LogsMenu menu) {
        HBox.setHgrow(pane.filter(), Priority.ALWAYS);
        pane.filter().field().setOnAction(_ -> model.used(model.console().filterTextProperty().get()));
        pane.filter().field().focusedProperty().addListener((_, _, now) -> {
            if (!now) {
                model.used(model.console().filterTextProperty().get());
            }
        });
        HBox tools = new HBox(6, pane.filter(), filters.button(), pane.follow(), pane.pause(), pane.clear(CONSOLE),
                menu.button());
        tools.getStyleClass().add("console-tools");
        return tools;
    }

    /// What becomes of the file, while one is written.
    private HBox file() {
        Label words = new Label();
        words.setId(FILE);
        words.setMinWidth(0);
        words.setWrapText(true);
        ObservableValue<String> said = model.fileProperty().map(LogsView::words);
        words.textProperty().bind(said);
        model.fileProperty().subscribe(state -> words.getStyleClass().setAll("label",
                state instanceof FileState.Failed ? "trouble" : "muted"));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button end = new Button("Stop writing");
        end.getStyleClass().add("small");
        end.setMinWidth(Region.USE_PREF_SIZE);
        end.setOnAction(_ -> model.writeNoMore());
        HBox line = new HBox(8, words, gap, end);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("log-foot");
        line.visibleProperty().bind(words.textProperty().isNotEmpty());
        line.managedProperty().bind(line.visibleProperty());
        return line;
    }

    private static String words(FileState state) {
        return switch (state) {
            case FileState.Off() -> "";
            case FileState.Writing(Path file, long bytes, long lines, long missed) -> "Writing to " + file + ": "
                    + Texts.count(lines, "line") + ", " + Texts.size((int) Math.min(Integer.MAX_VALUE, bytes))
                    + " in the file" + (missed == 0 ? "" : "; " + Texts.count(missed, "line")
                    + " had left the log before the disk took them");
            case FileState.Failed(Path _, String sentence) -> sentence;
        };
    }

    /// What can be done here.
    public List<Command> commands() {
        String group = "Logs";
        boolean none = model.streams().isEmpty();
        List<Command> all = new ArrayList<>(List.of(
                Command.of(group, "Debug a module, or all modules of a room…", onAdd).keyInPane("Insert"),
                Command.of(group, "Stop debugging all modules", model::stopAll).unless(none, "None is debugged."),
                Command.of(group, "Choose a saved or recent filter", filters::open)));
        for (LogStream stream : model.streams()) {
            String slug = stream.addressProperty().get().slug() + " in " + stream.systemName();
            if (stream.onProperty().get()) {
                all.add(Command.of(group, "Stop debugging " + slug, () -> model.stop(stream)));
            } else {
                all.add(Command.of(group, "Start debugging " + slug, () -> model.start(stream))
                        .unless(stream.goneProperty().get(), "The module is not in its system any more."));
            }
            all.add(Command.of(group, (stream.mutedProperty().get() ? "Show the lines of " : "Hide the lines of ") + slug,
                    () -> stream.mutedProperty().set(!stream.mutedProperty().get())));
        }
        all.addAll(pane.commands(group));
        return all;
    }
}

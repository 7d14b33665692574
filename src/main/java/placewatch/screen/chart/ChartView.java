package placewatch.screen.chart;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import placewatch.control.Command;
import placewatch.control.Dividers;
import placewatch.control.FirstFocus;
import placewatch.control.Icons;
import placewatch.model.series.ChartTime.Range;
import placewatch.protocol.StatusKey;
import placewatch.settings.Charts;

/// The charts by name on the left, the chosen one beside them.
public final class ChartView extends BorderPane {

    // by these the tour and the tests find what a person sees
    public static final String LIST = "charts-list";
    public static final String NEW = "charts-new";
    public static final String SAID = "charts-said";
    public static final String UNDO = "charts-undo";
    public static final String SPLIT = "charts-split";
    public static final String PICTURE = "chart-picture";
    public static final String LEGEND = "chart-legend";
    public static final String PERIOD = "chart-period";
    public static final String LOST = "chart-lost";
    public static final String NAME = "chart-name";
    public static final String LIVE = "chart-live";
    public static final String ADD = "chart-add";
    public static final String STRAIGHT = "chart-straight";
    public static final String REMOVE = "chart-remove";
    public static final String SAVE_PICTURE = "chart-save-picture";
    public static final String SAVE_VALUES = "chart-save-values";

    private static final double LIST_WIDTH = 176;

    private final ChartModel model;
    private final SaveAs saveAs;
    private final Dividers dividers;
    private final BiConsumer<String, Consumer<StatusKey>> onPick;
    private final ListView<Chart> list = new ListView<>();
    private final Label said = new Label();
    private final Hyperlink undo = new Hyperlink("Undo");
    private final HBox outcome = new HBox(10);
    private final BorderPane right = new BorderPane();
    private final Button first = new Button("Find a variable…", Icons.icon(Feather.PLUS));
    private @Nullable ChartPane open;

    /// @param dividers where the panes' dividers stand
    /// @param onPick   has the person choose a variable: what for, and who takes it
    public ChartView(ChartModel model, Dividers dividers, BiConsumer<String, Consumer<StatusKey>> onPick) {
        this.model = model;
        this.dividers = dividers;
        this.onPick = onPick;
        saveAs = this::choose;
        fill();
    }

    /// @param saveAs asks where a file goes, in place of the system's own window
    public ChartView(ChartModel model, SaveAs saveAs) {
        this.model = model;
        this.saveAs = saveAs;
        dividers = Dividers.forNow();
        onPick = (_, _) -> { };
        fill();
    }

    /// The id of a button for a stretch of time.
    public static String range(Range range) {
        return "chart-range-" + range.name();
    }

    /// The id of a series' line in the legend.
    public static String legend(StatusKey key) {
        return "legend-" + key.module().system() + "-" + key.module().slug() + "-" + key.name();
    }

    private void fill() {
        getStyleClass().add("charts");
        first.setId(ADD);
        first.setOnAction(_ -> addVariable());
        SplitPane split = new SplitPane(left(), right);
        split.setId(SPLIT);
        SplitPane.setResizableWithParent(split.getItems().getFirst(), false);
        dividers.of(split, "charts", 0.13);
        right.setBottom(outcome());
        setCenter(split);
        model.chosenProperty().subscribe(this::show);
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                FirstFocus.in(scene, this::keys);
            }
        });
        model.removalProperty().subscribe(removal -> say(removal == null ? "" : removal.words()));
    }

    /// Where the keys go: to the chart, or to the way to one.
    private Node keys() {
        return open == null ? first : open.sheet().picture();
    }

    private BorderPane left() {
        Label title = new Label("Charts");
        title.getStyleClass().add("pane-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button more = Icons.button(Feather.PLUS, "New chart");
        more.setId(NEW);
        more.setOnAction(_ -> model.newChart());
        HBox head = new HBox(title, gap, more);
        head.getStyleClass().add("pane-head");
        list.setId(LIST);
        list.setItems(model.charts());
        list.getStyleClass().add("modules-list");
        list.setFixedCellSize(30);
        list.setCellFactory(_ -> new NameCell());
        Label none = new Label("none yet");
        none.getStyleClass().add("muted");
        list.setPlaceholder(none);
        list.getSelectionModel().selectedItemProperty().addListener((_, _, now) -> {
            if (now != null) {
                model.chosenProperty().set(now);
            }
        });
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            Chart chosen = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.DELETE && chosen != null) {
                model.remove(chosen);
                event.consume();
            }
        });
        BorderPane left = new BorderPane(list);
        left.setTop(head);
        left.setMinWidth(120);
        left.setPrefWidth(LIST_WIDTH);
        return left;
    }

    private static final class NameCell extends ListCell<Chart> {
        @Override
        protected void updateItem(@Nullable Chart chart, boolean empty) {
            super.updateItem(chart, empty);
            textProperty().unbind();
            if (empty || chart == null) {
                setText("");
            } else {
                textProperty().bind(chart.nameProperty());
            }
        }
    }

    private HBox outcome() {
        said.setId(SAID);
        said.setMinWidth(0);
        said.setWrapText(true);
        undo.setId(UNDO);
        undo.setMinWidth(Region.USE_PREF_SIZE);
        undo.setOnAction(_ -> model.undo());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button close = Icons.button(Feather.X, "Close this message");
        close.setMinWidth(Region.USE_PREF_SIZE);
        close.setOnAction(_ -> {
            model.forget();
            say("");
        });
        outcome.getChildren().setAll(said, undo, gap, close);
        outcome.getStyleClass().addAll("outcome-line");
        outcome.visibleProperty().bind(Bindings.isNotEmpty(said.textProperty()));
        outcome.managedProperty().bind(outcome.visibleProperty());
        return outcome;
    }

    /// Shows a sentence below the chart; empty for none.
    public void say(String sentence) {
        Removal removal = model.removalProperty().get();
        boolean offered = removal != null && removal.words().equals(sentence);
        undo.setVisible(offered);
        undo.setManaged(offered);
        said.setText(sentence);
    }

    private void show(@Nullable Chart chart) {
        if (open != null) {
            open.end();
            open = null;
        }
        if (chart == null) {
            right.setCenter(empty());
            return;
        }
        ChartPane pane = new ChartPane(model, chart, saveAs, this::addVariable, this::say);
        open = pane;
        right.setCenter(pane);
        if (list.getSelectionModel().getSelectedItem() != chart) {
            list.getSelectionModel().select(chart);
        }
    }

    /// Has the person choose what is to be drawn too.
    private void addVariable() {
        Chart chart = model.chosenProperty().get();
        onPick.accept(chart == null ? "Variable to draw" : "Variable to add to “" + chart.nameProperty().get() + "”",
                key -> {
                    say(model.add(key).orElse(""));
                    FirstFocus.to(keys());
                });
    }

    private VBox empty() {
        Label words = new Label("There is no chart yet. Find a number, or something that is on or off, by its name; or "
                + "choose some in a module's Status and open them as a chart. Every change since then is kept and "
                + "drawn.");
        words.setWrapText(true);
        VBox box = new VBox(14, words, first);
        box.getStyleClass().add("empty-state");
        return box;
    }

    private Optional<Path> choose(String name, String ending, String what) {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName(name);
        chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter(what, "*." + ending));
        return Optional.ofNullable(chooser.showSaveDialog(getScene().getWindow())).map(File::toPath);
    }

    /// What can be done with the charts.
    public List<Command> commands() {
        String group = "Charts";
        boolean none = model.chosenProperty().get() == null;
        String why = "There is no chart yet.";
        Chart chart = model.chosenProperty().get();
        boolean steps = chart == null || chart.linesProperty().get() == Charts.Lines.STEPS;
        return List.of(Command.of(group, "New chart", model::newChart),
                Command.of(group, "Add a variable to the chart…", this::addVariable).keyInPane("A"),
                Command.of(group, steps ? "Draw the chart's numbers as straight lines" : "Draw the chart's numbers as steps",
                        () -> Optional.ofNullable(chart).ifPresent(Chart::otherLines)).keyInPane("L").unless(none, why),
                Command.of(group, "Save the chart as a picture…", this::savePicture).unless(none, why),
                Command.of(group, "Save the values in the chart as CSV…", this::saveValues).unless(none, why));
    }

    /// Saves the chosen chart as a picture; does nothing while there is none.
    public void savePicture() {
        if (open != null) {
            open.savePicture();
        }
    }

    /// Saves the chosen chart's values; does nothing while there is none.
    public void saveValues() {
        if (open != null) {
            open.saveValues();
        }
    }
}

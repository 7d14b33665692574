package placewatch.screen.chart;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import javax.imageio.ImageIO;
import org.kordamp.ikonli.feather.Feather;
import placewatch.control.Hint;
import placewatch.control.Icons;
import placewatch.model.series.ChartTime.Range;
import placewatch.model.series.Series;
import placewatch.settings.Charts;

/// The chosen chart with what can be done to it.
final class ChartPane extends BorderPane {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd HH.mm", Locale.ROOT);

    private final ChartModel model;
    private final Chart chart;
    private final ChartSheet sheet;
    private final SaveAs saveAs;
    private final FileSaving saving;
    private final Runnable onAdd;
    private final Consumer<String> say;
    private final ToggleGroup ranges = new ToggleGroup();
    private final Button live = new Button();
    private Subscription following = Subscription.EMPTY;

    /// @param onAdd has the person choose another variable
    /// @param say   shows a sentence
    ChartPane(ChartModel model, Chart chart, SaveAs saveAs, Runnable onAdd, Consumer<String> say) {
        this.onAdd = onAdd;
        this.model = model;
        this.chart = chart;
        this.saveAs = saveAs;
        this.say = say;
        saving = new FileSaving(model.background());
        sheet = new ChartSheet(model, chart);
        setTop(head());
        setCenter(sheet);
    }

    private HBox head() {
        TextField name = new TextField(chart.nameProperty().get());
        name.setId(ChartView.NAME);
        name.getStyleClass().addAll("small", "chart-name");
        name.setAccessibleText("Name of this chart");
        name.setPrefColumnCount(12);
        name.setMinWidth(90);
        Runnable rename = () -> {
            String wanted = name.getText().strip();
            if (wanted.isEmpty()) {
                name.setText(chart.nameProperty().get());
            } else {
                chart.nameProperty().set(wanted);
            }
        };
        name.setOnAction(_ -> {
            rename.run();
            sheet.picture().requestFocus();
        });
        name.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                rename.run();
            }
        });
        HBox head = new HBox(4, name, gap(8));
        head.getStyleClass().add("pane-head");
        for (Range range : Range.values()) {
            head.getChildren().add(range(range));
        }
        live.setId(ChartView.LIVE);
        live.getStyleClass().add("small");
        live.setMinWidth(96);
        live.setOnAction(_ -> chart.time().pauseOrLive());
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        ToggleButton straight = new ToggleButton("Straight");
        straight.setId(ChartView.STRAIGHT);
        straight.getStyleClass().addAll("small", "follow");
        straight.setMinWidth(Region.USE_PREF_SIZE);
        straight.setAccessibleText("Straight lines from value to value, instead of steps");
        straight.setOnAction(_ -> chart.otherLines());
        Hint.on(straight, "Straight lines from value to value, instead of steps: L in the chart.\n"
                + "Nothing is drawn across a gap; on and off always step.");
        sheet.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.L && !event.isShortcutDown() && !event.isAltDown()) {
                chart.otherLines();
                event.consume();
            }
        });
        // at its press, the letter would yet be typed into what is opened
        sheet.addEventHandler(KeyEvent.KEY_TYPED, event -> {
            if (event.getCharacter().equalsIgnoreCase("a") && !event.isShortcutDown() && !event.isAltDown()) {
                onAdd.run();
                event.consume();
            }
        });
        Button add = button(ChartView.ADD, "Add…", "Adds a variable, found by its name: A in the chart", onAdd);
        Button picture = button(ChartView.SAVE_PICTURE, "Picture…",
                "Saves the chart with its legend as a picture, as it is on screen", this::savePicture);
        Button values = button(ChartView.SAVE_VALUES, "CSV…",
                "Saves every value of the time on screen as a table", this::saveValues);
        Button remove = Icons.button(Feather.TRASH_2, "Remove this chart");
        remove.setId(ChartView.REMOVE);
        remove.setMinWidth(Region.USE_PREF_SIZE);
        remove.setOnAction(_ -> model.remove(chart));
        head.getChildren().addAll(gap(4), live, gap(4), straight, between, add, picture, values, remove);
        following = chart.nameProperty().subscribe(now -> name.setText(now))
                .and(chart.time().rangeProperty().subscribe(_ -> choose()))
                .and(chart.linesProperty().subscribe(lines -> straight.setSelected(lines == Charts.Lines.STRAIGHT)))
                .and(chart.time().stillProperty().subscribe(still -> {
                    live.setText(still == null ? "Pause" : "Go live");
                    live.getStyleClass().remove("accent");
                    if (still != null) {
                        live.getStyleClass().add("accent");
                    }
                }));
        Hint.on(live, "Space in the chart; a double click goes live too");
        return head;
    }

    private static Region gap(double width) {
        Region gap = new Region();
        gap.setMinWidth(width);
        return gap;
    }

    private ToggleButton range(Range range) {
        ToggleButton button = new ToggleButton(range.words());
        button.setId(ChartView.range(range));
        button.setUserData(range);
        button.setToggleGroup(ranges);
        button.getStyleClass().addAll("small", "follow");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(range == Range.ALL ? "Everything that is kept" : "The last " + range.words());
        button.setOnAction(_ -> {
            chart.time().choose(range);
            // a click on the chosen one leaves it chosen
            choose();
        });
        return button;
    }

    private void choose() {
        ranges.getToggles().stream().filter(toggle -> toggle.getUserData() == chart.time().rangeProperty().get())
                .findFirst().ifPresent(ranges::selectToggle);
    }

    private static Button button(String id, String words, String hint, Runnable action) {
        Button button = new Button(words);
        button.setId(id);
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        Hint.on(button, hint);
        return button;
    }

    private String fileName() {
        return chart.nameProperty().get().replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_") + " "
                + STAMP.format(model.now().atZone(ZoneId.systemDefault()));
    }

    /// Asks where, and saves what is on screen as a picture.
    void savePicture() {
        WritableImage image = sheet.image();
        saveAs.ask(fileName() + ".png", "png", "Picture").ifPresent(file -> {
            say.accept("Saving the picture…");
            saving.save(file, out -> png(image, out), say);
        });
    }

    private static void png(WritableImage image, OutputStream out) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        if (!ImageIO.write(picture, "png", out)) {
            throw new IOException("this Java can't write PNG files");
        }
    }

    /// Asks where, and saves all values of the time on screen.
    void saveValues() {
        List<Taken.Line> lines = chart.series().stream().filter(series -> !series.isHidden()).map(this::line).toList();
        Taken taken = new Taken(lines, chart.time().shown());
        saveAs.ask(fileName() + ".csv", "csv", "Comma-separated values").ifPresent(file -> {
            say.accept("Saving the values…");
            saving.save(file, out -> {
                Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                taken.write(writer, ZoneId.systemDefault());
                writer.flush();
            }, say);
        });
    }

    private Taken.Line line(Series series) {
        String system = series.key().module().system();
        return new Taken.Line(model.systemTitles().getOrDefault(system, system), system, series.key().module().slug(),
                series.key().name(), series.unit().sign(), series.isSwitch(), series.points().copy());
    }

    ChartSheet sheet() {
        return sheet;
    }

    /// Another is shown in its place.
    void end() {
        following.unsubscribe();
        sheet.end();
    }
}

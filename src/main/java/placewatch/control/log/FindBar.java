package placewatch.control.log;

import atlantafx.base.controls.CustomTextField;
import java.time.Instant;
import java.util.OptionalLong;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import placewatch.control.FirstFocus;
import placewatch.control.Icons;
import placewatch.control.Texts;
import placewatch.log.FilterReader;
import placewatch.log.FilterReading;
import placewatch.log.FilteredLines;
import placewatch.log.LineChoice;
import placewatch.log.LogFilter;
import placewatch.model.Background;
import placewatch.model.log.Console;
import placewatch.protocol.Subscription;

/// Jumps from one line that takes what is typed to the next, among those that are shown; hides none. It looks off the
/// JavaFX thread, and goes on from the other end when there is none further on.
final class FindBar extends HBox {

    private record Found(OptionalLong number, long count, boolean around) { }

    private final Console console;
    private final LogSheet sheet;
    private final LogLook look;
    private final Background background;
    private final CustomTextField field = Icons.search("Find among the lines shown");
    private final Label said = new Label();
    private Subscription looking = () -> { };

    FindBar(String id, Console console, LogSheet sheet, LogLook look, Background background) {
        super(6);
        this.console = console;
        this.sheet = sheet;
        this.look = look;
        this.background = background;
        field.setId(id + "-find");
        field.setPrefWidth(260);
        said.setId(id + "-found");
        said.getStyleClass().add("muted");
        said.setMinWidth(Region.USE_PREF_SIZE);
        Button up = Icons.button(Feather.CHEVRON_UP, "Find the one before (Shift+F3)");
        up.setOnAction(_ -> next(FilteredLines.Direction.UP));
        Button down = Icons.button(Feather.CHEVRON_DOWN, "Find the next (F3)");
        down.setOnAction(_ -> next(FilteredLines.Direction.DOWN));
        Button close = Icons.button(Feather.X, "Close (Esc)");
        close.setOnAction(_ -> close());
        getStyleClass().add("find-bar");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(field, up, down, said, close);
        setVisible(false);
        managedProperty().bind(visibleProperty());
        field.textProperty().addListener((_, _, text) -> read(text));
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                next(event.isShiftDown() ? FilteredLines.Direction.UP : FilteredLines.Direction.DOWN);
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
    }

    void open() {
        setVisible(true);
        field.selectAll();
        FirstFocus.to(field);
        read(field.getText());
    }

    private void close() {
        looking.close();
        setVisible(false);
        look.soughtProperty().set(LogFilter.EVERYTHING);
        sheet.requestFocus();
    }

    private void read(String text) {
        looking.close();
        switch (FilterReader.read(text)) {
            case FilterReading.Read(LogFilter filter) -> {
                look.soughtProperty().set(filter);
                said.setText("");
            }
            case FilterReading.Faulty(var fault) -> {
                look.soughtProperty().set(LogFilter.EVERYTHING);
                said.setText(fault.sentence());
            }
        }
    }

    /// Jumps to the next line; opens the bar if nothing was typed yet.
    void next(FilteredLines.Direction direction) {
        LogFilter sought = look.soughtProperty().get();
        if (!isVisible() || sought.isEmpty()) {
            open();
            return;
        }
        looking.close();
        FilteredLines lines = console.linesProperty().get();
        long from = console.nextIndex(direction);
        Instant now = Instant.now();
        looking = background.work(() -> find(lines, from, direction, LineChoice.of(sought, now)), found -> {
            found.number().ifPresent(sheet::reveal);
            said.setText(found.number().isEmpty() ? "No line shown has that."
                    : Texts.count(found.count(), "line") + (found.around()
                    ? direction == FilteredLines.Direction.DOWN ? ", from the top again" : ", from the end again" : ""));
        });
    }

    private static Found find(FilteredLines lines, long from, FilteredLines.Direction direction, LineChoice test) {
        OptionalLong index = lines.find(from, direction, test);
        boolean around = index.isEmpty();
        if (around) {
            index = lines.find(direction == FilteredLines.Direction.DOWN ? 0 : lines.size() - 1, direction, test);
        }
        return new Found(index.isPresent() ? OptionalLong.of(lines.number(index.getAsLong())) : OptionalLong.empty(),
                index.isPresent() ? lines.count(test) : 0, around && index.isPresent());
    }
}

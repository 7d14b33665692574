package placewatch.screen.logs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import placewatch.control.Icons;
import placewatch.control.Texts;
import placewatch.settings.LogSettings;
import placewatch.settings.LogSettings.Among;
import placewatch.settings.LogSettings.Colours;
import placewatch.settings.LogSettings.Writing;

/// What the console shows and how much of it is kept where.
final class LogsMenu {

    private static final List<Integer> LINES = List.of(10_000, 100_000, 500_000, 1_000_000, 2_000_000, 5_000_000);
    private static final List<Long> BYTES = List.of(1_000_000L, 10_000_000L, 50_000_000L, 500_000_000L);
    private static final List<Integer> FILES = List.of(0, 1, 5, 20, 100);

    private final LogsModel model;
    private final Supplier<Optional<Path>> choose;
    private final Button button = Icons.button(Feather.SETTINGS, "What is shown, how much is kept, and writing to a file");
    private @Nullable ContextMenu menu;

    /// @param choose asks where the file goes
    LogsMenu(LogsModel model, Supplier<Optional<Path>> choose) {
        this.model = model;
        this.choose = choose;
        button.setId(LogsView.SETTINGS);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> open());
    }

    Button button() {
        return button;
    }

    private void open() {
        if (menu != null) {
            menu.hide();
        }
        LogSettings settings = model.settingsProperty().get();
        ContextMenu made = new ContextMenu();
        menu = made;
        made.getItems().setAll(
                check("Show calls among the lines", settings.calls() == Among.SHOWN,
                        shown -> model.calls(shown ? Among.SHOWN : Among.LEFT_OUT)),
                check("Show what becomes of streams and connection", settings.connection() == Among.SHOWN,
                        shown -> model.turns(shown ? Among.SHOWN : Among.LEFT_OUT)),
                check("Show the colours that messages ask for", settings.colours() == Colours.SHOWN,
                        shown -> model.colours(shown ? Colours.SHOWN : Colours.STRIPPED)),
                new SeparatorMenuItem(), lines(settings), new SeparatorMenuItem(), file(settings), size(settings),
                kept(settings));
        made.show(button, Side.BOTTOM, 0, 2);
    }

    private static MenuItem check(String words, boolean on, Consumer<Boolean> then) {
        CheckMenuItem item = new CheckMenuItem(words);
        item.setSelected(on);
        item.setOnAction(_ -> then.accept(item.isSelected()));
        return item;
    }

    private Menu lines(LogSettings settings) {
        Menu all = new Menu("Keep the newest " + Texts.grouped(settings.mostLines()) + " lines");
        for (int count : LINES) {
            all.getItems().add(radio(Texts.grouped(count) + " lines, " + model.cost(count),
                    settings.mostLines() == count, () -> model.lines(count)));
        }
        return all;
    }

    private static MenuItem radio(String words, boolean on, Runnable action) {
        RadioMenuItem item = new RadioMenuItem(words);
        item.setSelected(on);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private MenuItem file(LogSettings settings) {
        LogSettings.ToFile to = settings.file();
        if (to.writing() == Writing.ON) {
            MenuItem end = new MenuItem("Write to no file any more");
            end.setId(LogsView.FILE_END);
            end.setOnAction(_ -> model.writeNoMore());
            return end;
        }
        Menu begin = new Menu("Also write every line to a file");
        for (LogSettings.Lines lines : LogSettings.Lines.values()) {
            MenuItem item = new MenuItem(switch (lines) {
                case TEXT -> "As text…";
                case JSON_LINES -> "As JSON lines…";
            });
            item.setOnAction(_ -> choose.get().ifPresent(path -> model.writeTo(path, lines)));
            begin.getItems().add(item);
        }
        if (!to.path().isBlank()) {
            MenuItem again = new MenuItem("To " + to.path() + " again");
            again.setMnemonicParsing(false);
            again.setOnAction(_ -> model.writeTo(Path.of(to.path()), to.lines()));
            begin.getItems().add(again);
        }
        return begin;
    }

    private Menu size(LogSettings settings) {
        Menu all = new Menu("Begin a new file after " + megabytes(settings.file().mostBytes()));
        for (long bytes : BYTES) {
            all.getItems().add(radio(megabytes(bytes), settings.file().mostBytes() == bytes,
                    () -> model.limit(bytes, settings.file().kept())));
        }
        return all;
    }

    private Menu kept(LogSettings settings) {
        Menu all = new Menu("Keep " + Texts.count(settings.file().kept(), "full file"));
        for (int count : FILES) {
            all.getItems().add(radio(Texts.count(count, "full file"), settings.file().kept() == count,
                    () -> model.limit(settings.file().mostBytes(), count)));
        }
        return all;
    }

    private static String megabytes(long bytes) {
        return Texts.grouped(bytes / 1_000_000) + " MB";
    }
}

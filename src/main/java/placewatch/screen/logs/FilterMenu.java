package placewatch.screen.logs;

import atlantafx.base.controls.Popover;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import placewatch.control.FirstFocus;
import placewatch.control.Icons;
import placewatch.settings.LogSettings;

/// The filters that are kept: saved ones by their names, recent ones, and how a filter is written.
final class FilterMenu {

    private static final List<String> GRAMMAR = List.of(
            "two words     lines that have both",
            "\"a phrase\"    just that, blanks and all",
            "-word         lines that don't have it",
            "/expr/        a regular expression",
            "level:warn+   that or graver; level:info,fatal",
            "mod:Display_1 of that module; mod:Display for each",
            "sys:Board     of a system by name or id",
            "age:5m        of the last 5 minutes; s, m, h, d",
            "kind:call     calls; kind:debug, kind:connection",
            "a or (b c)    either");

    private final LogsModel model;
    private final Button button = Icons.button(Feather.CHEVRON_DOWN, "Saved and recent filters, and how to write one");
    private @Nullable ContextMenu menu;

    FilterMenu(LogsModel model) {
        this.model = model;
        button.setId(LogsView.FILTERS);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> open());
    }

    Button button() {
        return button;
    }

    void open() {
        if (menu != null) {
            menu.hide();
        }
        ContextMenu made = new ContextMenu();
        made.getStyleClass().add("filter-menu");
        menu = made;
        LogSettings settings = model.settingsProperty().get();
        String typed = model.console().filterTextProperty().get();
        List<MenuItem> items = new ArrayList<>();
        MenuItem save = item("Save this filter…", this::name);
        save.setId(LogsView.FILTER_SAVE);
        save.setDisable(typed.isBlank() || model.console().faultProperty().get() != null);
        items.add(save);
        if (!settings.saved().isEmpty()) {
            items.add(new SeparatorMenuItem());
            settings.saved().forEach(filter -> items.add(item(
                    filter.name().equals(filter.text()) ? filter.name() : filter.name() + "   " + filter.text(),
                    () -> use(filter.text()))));
            Menu remove = new Menu("Remove a saved filter");
            settings.saved().forEach(filter -> remove.getItems().add(item(filter.name(),
                    () -> model.removeFilter(filter.name()))));
            items.add(remove);
        }
        if (!settings.recent().isEmpty()) {
            items.add(new SeparatorMenuItem());
            settings.recent().forEach(text -> items.add(item(text, () -> use(text))));
        }
        items.add(new SeparatorMenuItem());
        Menu grammar = new Menu("How to write a filter");
        GRAMMAR.forEach(line -> {
            Label words = new Label(line);
            words.getStyleClass().add("mono");
            grammar.getItems().add(new MenuItem("", words));
        });
        items.add(grammar);
        made.getItems().setAll(items);
        made.show(button, Side.BOTTOM, 0, 2);
    }

    private static MenuItem item(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        // an underscore is part of a name here
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void use(String text) {
        model.console().filterTextProperty().set(text);
        model.used(text);
    }

    private void name() {
        String text = model.console().filterTextProperty().get().strip();
        TextField name = new TextField(text);
        name.setId(LogsView.FILTER_NAME);
        name.setPrefColumnCount(24);
        Button keep = new Button("Save");
        keep.setDefaultButton(true);
        keep.disableProperty().bind(name.textProperty().map(String::isBlank));
        HBox line = new HBox(6, name, keep);
        line.setAlignment(Pos.CENTER_LEFT);
        Popover popover = new Popover(new VBox(6, new Label("What is this filter called?"), line));
        popover.setArrowLocation(Popover.ArrowLocation.TOP_RIGHT);
        popover.setHeaderAlwaysVisible(false);
        popover.setDetachable(false);
        popover.setAnimated(false);
        Runnable save = () -> {
            if (!name.getText().isBlank()) {
                model.saveFilter(name.getText(), text);
                popover.hide();
            }
        };
        keep.setOnAction(_ -> save.run());
        name.setOnAction(_ -> save.run());
        popover.show(button);
        name.selectAll();
        FirstFocus.to(name);
    }
}

package placewatch.screen.explore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import placewatch.control.ActionButton;
import placewatch.control.Command;
import placewatch.control.Confirmation;
import placewatch.control.CopyButton;
import placewatch.control.Icons;
import placewatch.control.Texts;
import placewatch.control.status.StatusActions;
import placewatch.rest.ControlSystem;

/// The chosen system: what it is, and its modules.
final class SystemView extends BorderPane {

    private final SystemModel model;
    private final ObservableValue<Instant> now;
    private final Label title = new Label();
    private final CopyButton id = new CopyButton("id");
    private final Label path = new Label();
    private final Label description = new Label();
    private final CopyButton email = new CopyButton("e-mail address");
    private final Hyperlink support = new Hyperlink();
    private final Confirmation confirmation;
    private final Consumer<String> browser;
    private final FlowPane chips = new FlowPane(6, 6);
    private final ListView<ModuleRow> modules;
    private final ContextMenu offers = new ContextMenu();

    /// Whether the list is being told anew, which chooses nothing.
    private boolean listing;

    /// @param confirmation asks before a stop
    /// @param browser      opens an address outside of this window
    SystemView(SystemModel model, Confirmation confirmation, Consumer<String> browser) {
        this.model = model;
        this.confirmation = confirmation;
        this.browser = browser;
        now = model.nowProperty();
        getStyleClass().add("system");

        title.setId(ExploreView.SYSTEM_TITLE);
        title.getStyleClass().add("system-title");
        title.setWrapText(true);
        id.getStyleClass().addAll("mono", "system-id");
        id.setId(ExploreView.SYSTEM_ID);
        path.setId(ExploreView.SYSTEM_PATH);
        path.setWrapText(true);
        path.getStyleClass().add("muted");
        path.textProperty().bind(model.pathProperty());
        description.setWrapText(true);
        email.setId(ExploreView.SYSTEM_EMAIL);
        support.setId(ExploreView.SYSTEM_SUPPORT);
        support.setMinWidth(0);
        Region titleGap = new Region();
        HBox.setHgrow(titleGap, Priority.ALWAYS);
        HBox titleLine = new HBox(6, title, titleGap, star(model));
        titleLine.setAlignment(Pos.BASELINE_LEFT);
        VBox head = new VBox(4, titleLine, id, path, description, chips, email, support);
        for (Region part : List.of(path, description, email, support)) {
            part.managedProperty().bind(part.visibleProperty());
        }
        path.visibleProperty().bind(model.pathProperty().isNotEmpty());
        head.getStyleClass().add("system-head");

        Label modulesTitle = new Label("Modules");
        modulesTitle.getStyleClass().add("pane-title");
        Label number = new Label();
        number.getStyleClass().add("muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        number.setMinWidth(Region.USE_PREF_SIZE);
        HBox modulesHead = new HBox(6, modulesTitle, number, gap, startAllButton(model), stopAllButton(model));
        modulesHead.getStyleClass().addAll("pane-head", "modules-head");
        modulesTitle.setMinWidth(Region.USE_PREF_SIZE);
        Label note = new Label();
        note.setWrapText(true);
        note.getStyleClass().add("list-note");
        note.textProperty().bind(model.noteProperty());
        // without modules the list's own placeholder says it
        note.visibleProperty().bind(model.noteProperty().isNotEmpty().and(Bindings.isNotEmpty(model.modules())));
        note.managedProperty().bind(note.visibleProperty());
        setTop(new VBox(head, modulesHead));
        // below the list: what comes and goes above it would move the rows under the mouse
        setBottom(new VBox(new OutcomeLine(model.actions()), note));

        modules = new ListView<>(model.modules());
        modules.setId(ExploreView.MODULES_LIST);
        modules.setAccessibleText("Modules");
        modules.getStyleClass().addAll("dense", "modules-list");
        modules.setFixedCellSize(30);
        modules.setCellFactory(_ -> new ModuleCell(now));
        modules.setOnContextMenuRequested(event -> {
            ModuleRow row = modules.getSelectionModel().getSelectedItem();
            if (row != null) {
                String slug = row.address().slug();
                offers.getItems().setAll(StatusActions.item((model.isDebugged(row) ? "Stop debugging " : "Debug ") + slug,
                        () -> model.turnDebug(row)), StatusActions.item("Debug all modules of "
                        + model.systemProperty().get().title(), model::debugAll));
                if (model.elsewhere().pins().possible()) {
                    offers.getItems().add(new SeparatorMenuItem());
                    offers.getItems().addAll(StatusActions.tables("Pin all of " + slug + " to",
                            model.elsewhere().pins(), table -> model.pinModule(table, row)));
                }
                offers.show(modules, event.getScreenX(), event.getScreenY());
                event.consume();
            }
        });
        modules.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null && !listing) {
                model.choose(row);
            }
        });
        model.steadily(touch -> relist(model, touch));
        model.moduleProperty().subscribe(_ -> mark());
        Attention.on(model.attentionProperty(), modules, modules::requestFocus);
        Label placeholder = new Label();
        placeholder.setWrapText(true);
        placeholder.getStyleClass().addAll("muted", "placeholder-words");
        placeholder.textProperty().bind(model.noteProperty());
        modules.setPlaceholder(placeholder);
        setCenter(modules);

        model.modules().subscribe(() -> number.setText(
                model.modules().isEmpty() ? "" : String.valueOf(model.modules().size())));
        model.systemProperty().subscribe(this::show);
    }

    /// The highlight stays on the module whose panes are open, wherever it is listed now.
    private void relist(SystemModel model, Runnable touch) {
        ModuleRow focused = modules.getFocusModel().getFocusedItem();
        listing = true;
        try {
            touch.run();
            ModuleModel open = model.moduleProperty().get();
            int at = open == null ? -1 : model.modules().indexOf(open.rowProperty().get());
            modules.getSelectionModel().clearSelection();
            if (at >= 0) {
                modules.getSelectionModel().select(at);
            }
            modules.getFocusModel().focus(at >= 0 ? at : model.modules().indexOf(focused));
        } finally {
            listing = false;
        }
    }

    /// The open module's line is the selected one, also when it was opened from elsewhere.
    private void mark() {
        ModuleModel open = model.moduleProperty().get();
        int at = open == null ? -1 : model.modules().indexOf(open.rowProperty().get());
        if (at >= 0 && modules.getSelectionModel().getSelectedIndex() != at) {
            listing = true;
            modules.getSelectionModel().clearAndSelect(at);
            modules.getFocusModel().focus(at);
            modules.scrollTo(Math.max(0, at - 3));
            listing = false;
        }
    }

    /// What can be done with the system.
    List<Command> commands() {
        String group = "System";
        ControlSystem system = model.systemProperty().get();
        String name = system.title();
        return List.of(
                Command.of(group, "Choose a module of " + name, modules::requestFocus).key("Shortcut+M"),
                Command.of(group, model.favourites().has(system.id()) ? "Take " + name + " off the favourites"
                        : "Keep " + name + " as a favourite", () -> model.favourites().toggle(system)).keyInPane("F"),
                Command.of(group, "Start all modules of " + name, () -> startAll(model))
                        .unless(model.actions().barrierProperty()),
                Command.of(group, "Stop all modules of " + name + "…", () -> askToStopAll(model))
                        .unless(model.actions().barrierProperty()),
                Command.of(group, "Debug all modules of " + name, model::debugAll)
                        .unless(model.modules().isEmpty(), "It has none, as far as is known."),
                Command.of(group, "Stop debugging all modules of " + name, model::debugNone)
                        .unless(model.modules().stream().noneMatch(model::isDebugged), "None is debugged."),
                Command.of(group, "Copy the id of " + name, id::fire),
                Command.of(group, "Copy the e-mail address of " + name, email::fire)
                        .unless(system.email().isBlank(), "It has none."),
                Command.of(group, "Open the support page of " + name, support::fire)
                        .unless(support.isDisabled() || system.supportUrl().isBlank(), "It has none."),
                Command.of(group, "Put the message about " + name + " away", model.actions()::forget)
                        .unless(model.actions().outcomeProperty().get().isEmpty(), "There is none."));
    }

    private void show(ControlSystem system) {
        title.setText(system.title());
        id.show(system.id());
        description.setText(system.description());
        description.setVisible(!system.description().isBlank());
        email.show(system.email());
        email.setVisible(!system.email().isBlank());
        support(system.supportUrl());
        List<Node> all = new ArrayList<>();
        if (system.capacity() > 0) {
            all.add(chip("seats " + system.capacity()));
        }
        system.features().forEach(feature -> all.add(chip(feature.replace('_', ' '))));
        // every system has a name; without one the server has not told of it yet
        if (!system.name().isBlank()) {
            all.add(chip(system.bookable() ? "bookable" : "not bookable"));
        }
        chips.getChildren().setAll(all);
    }

    /// Opened on a click only, and only if it is a web page: anything else could start a program.
    private void support(String url) {
        boolean web = url.regionMatches(true, 0, "https://", 0, 8) || url.regionMatches(true, 0, "http://", 0, 7);
        support.setVisible(!url.isBlank());
        support.setText(url);
        support.setDisable(!web);
        support.setAccessibleText("Open the support page " + url + " in the browser");
        support.setTooltip(new Tooltip("Opens in the browser:\n" + url));
        support.setOnAction(_ -> {
            support.setVisited(false);
            if (web) {
                browser.accept(url);
            }
        });
    }

    private Button star(SystemModel model) {
        Button star = new Button();
        star.setId(ExploreView.SYSTEM_STAR);
        star.getStyleClass().addAll("flat", "small", "icon-button", "star-button");
        star.setMinWidth(Region.USE_PREF_SIZE);
        star.setTooltip(new Tooltip());
        Runnable toggle = () -> model.favourites().toggle(model.systemProperty().get());
        star.setOnAction(_ -> toggle.run());
        Runnable show = () -> {
            boolean has = model.favourites().has(model.systemProperty().get().id());
            String words = has ? "Take it off the favourites (F)" : "Keep it as a favourite (F)";
            star.setText(has ? "★" : "☆");
            star.setAccessibleText(words);
            star.getTooltip().setText(words);
        };
        show.run();
        Subscription starring = model.favourites().onChange(show);
        sceneProperty().addListener((_, _, scene) -> {
            if (scene == null) {
                starring.unsubscribe();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.F && !event.isShortcutDown() && !event.isAltDown()) {
                toggle.run();
                event.consume();
            }
        });
        return star;
    }

    private ActionButton startAllButton(SystemModel model) {
        return new ActionButton(ExploreView.SYSTEM_START, "", Icons.icon(Feather.PLAY),
                "Start all modules of " + model.systemProperty().get().title(), model.actions().barrierProperty(),
                () -> startAll(model)).iconOnly();
    }

    private static void startAll(SystemModel model) {
        model.actions().startAll(model.systemProperty().get().id(), model.systemProperty().get().title());
    }

    private ActionButton stopAllButton(SystemModel model) {
        return new ActionButton(ExploreView.SYSTEM_STOP, "", Icons.icon(Feather.SQUARE),
                "Stop all modules of " + model.systemProperty().get().title() + "…",
                model.actions().barrierProperty(), () -> askToStopAll(model)).iconOnly();
    }

    private void askToStopAll(SystemModel model) {
        ControlSystem system = model.systemProperty().get();
        int number = model.modules().size();
        confirmation.ask("Stop all modules of " + system.title() + "?",
                Texts.count(number, "module") + " let go of their devices and answer no calls until they "
                        + "are started again, also where another system uses them.",
                "Stop " + Texts.count(number, "module"),
                () -> model.actions().stopAll(system.id(), system.title()));
    }

    private static Label chip(String words) {
        Label chip = new Label(words);
        chip.getStyleClass().add("chip");
        return chip;
    }
}

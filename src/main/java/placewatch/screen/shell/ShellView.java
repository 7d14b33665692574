package placewatch.screen.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import placewatch.bridge.Connection;
import placewatch.control.Command;
import placewatch.control.Hint;
import placewatch.control.Icons;
import placewatch.control.Theme;
import placewatch.rest.CurrentUser;

/// The window's content: title bar, notice, rail, the screen, status bar, and room for a form on top of all.
public final class ShellView extends StackPane {

    public static final String NOTICE = "shell-notice";
    public static final String CONNECT = "shell-connect";
    public static final String GO_TO = "shell-go-to";
    public static final String THEME = "shell-theme";
    public static final String STATE = "shell-state";
    public static final String RETRY = "shell-retry";

    /// Before the name of a screen in small letters.
    public static final String RAIL = "rail-";

    /// Left and right of the words in the button.
    private static final double GO_TO_INSETS = 18;

    private final ShellModel model;
    private final Function<Connection, List<ShellScreen>> screensFor;
    private final Runnable onConnect;
    private final Runnable onDemo;
    private final Consumer<String> onJump;
    private final BorderPane frame = new BorderPane();
    private final StackPane overlay = new StackPane();
    private final HBox top = new HBox(12);
    private final StackPane bottom = new StackPane();
    private final Map<String, Node> views = new HashMap<>();
    private List<ShellScreen> screens = List.of();
    private Subscription shown = Subscription.EMPTY;

    /// @param screens   the screens of a connection, the first one first
    /// @param onConnect opens Connect
    /// @param onDemo    goes to the demo building
    /// @param onJump    opens the list of all that can be gone to, with that typed: `>` for commands only
    public ShellView(ShellModel model, Function<Connection, List<ShellScreen>> screens, Runnable onConnect,
            Runnable onDemo, Consumer<String> onJump) {
        this.model = model;
        screensFor = screens;
        this.onConnect = onConnect;
        this.onDemo = onDemo;
        this.onJump = onJump;
        getStyleClass().add("shell");
        top.getStyleClass().add("title-bar");
        frame.setTop(new VBox(top, notice()));
        frame.setBottom(bottom);
        overlay.getStyleClass().add("overlay");
        overlay.setVisible(false);
        getChildren().setAll(frame, overlay);
        model.connectionProperty().subscribe(this::show);
    }

    private void show(@Nullable Connection connection) {
        shown.unsubscribe();
        shown = Subscription.EMPTY;
        views.clear();
        screens = List.of();
        Label mark = new Label("P");
        mark.getStyleClass().add("app-mark");
        Label name = new Label("Placewatch");
        name.getStyleClass().add("app-name");
        name.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Region gapAfter = new Region();
        HBox.setHgrow(gapAfter, Priority.ALWAYS);
        if (connection == null) {
            top.getChildren().setAll(mark, name, gap, goToButton(), gapAfter, connectButton(), themeButton());
            frame.setLeft(null);
            frame.setCenter(waiting());
            bottom.getChildren().clear();
            return;
        }
        ConnectionPill pill = new ConnectionPill(connection, model.waitingProperty());
        Label key = new Label();
        key.getStyleClass().add("pill");
        key.setMinWidth(USE_PREF_SIZE);
        Hint whose = new Hint(key);
        shown = pill.shown().and(connection.model().userProperty().subscribe(user -> keyPill(key, whose, user)));
        top.getChildren().setAll(mark, name, pill, gap, goToButton(), gapAfter, key, connectButton(), themeButton());
        screens = screensFor.apply(connection);
        Rail rail = new Rail(screens, model.screenProperty());
        frame.setLeft(rail);
        shown = shown.and(model.screenProperty().subscribe(chosen -> choose(chosen, rail)));
        StatusBar bar = new StatusBar(connection);
        shown = shown.and(bar.shown());
        bottom.getChildren().setAll(bar);
    }

    private static void keyPill(Label key, Hint whose, @Nullable CurrentUser user) {
        key.setVisible(user != null);
        key.setManaged(user != null);
        if (user != null) {
            key.setText(switch (user.role()) {
                case USER -> "user key";
                case SUPPORT -> "support key";
                case ADMIN -> "admin key";
            });
            whose.say("Signed in as " + user.name() + (user.email().isBlank() ? "" : ", " + user.email()));
        }
    }

    private Button connectButton() {
        Button connect = new Button("Connect…", Icons.icon(Feather.LINK));
        connect.setId(CONNECT);
        connect.getStyleClass().add("small");
        // why the connection is down may be long, and gives way
        connect.setMinWidth(USE_PREF_SIZE);
        connect.setOnAction(_ -> onConnect.run());
        // the notice has the same button
        connect.visibleProperty().bind(model.noticeProperty().isEmpty());
        connect.managedProperty().bind(connect.visibleProperty());
        return connect;
    }

    private Button goToButton() {
        Label key = new Label(ShellCommands.goTo(onJump).keyWords());
        key.getStyleClass().add("key");
        key.setMinWidth(USE_PREF_SIZE);
        Label words = new Label("Go to a room, module, variable, function…", Icons.icon(Feather.SEARCH));
        words.getStyleClass().add("muted");
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(8, words, key);
        line.setAlignment(Pos.CENTER_LEFT);
        Button goTo = new Button("", line);
        goTo.setId(GO_TO);
        goTo.getStyleClass().addAll("small", "go-to");
        goTo.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        line.prefWidthProperty().bind(goTo.widthProperty().subtract(GO_TO_INSETS));
        goTo.setAccessibleText("Go to a room, module, variable, function or command by its name");
        goTo.setOnAction(_ -> onJump.accept(""));
        return goTo;
    }

    private Button themeButton() {
        Button button = Icons.button(Feather.MOON, "Switch between light and dark");
        button.setId(THEME);
        button.setMinWidth(USE_PREF_SIZE);
        button.textProperty().bind(model.themeProperty().map(theme -> theme == Theme.DARK ? "Dark" : "Light"));
        button.setOnAction(_ -> model.themeProperty().set(model.themeProperty().get().other()));
        return button;
    }

    private HBox notice() {
        Label words = new Label();
        words.textProperty().bind(model.noticeProperty());
        words.setWrapText(true);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button connect = new Button("Connect to your server…");
        connect.getStyleClass().addAll("small", "accent");
        connect.setMinWidth(Region.USE_PREF_SIZE);
        connect.setOnAction(_ -> onConnect.run());
        HBox bar = new HBox(12, Icons.icon(Feather.INFO), words, gap, connect);
        bar.setId(NOTICE);
        bar.getStyleClass().add("notice");
        bar.visibleProperty().bind(Bindings.isNotEmpty(words.textProperty()));
        bar.managedProperty().bind(bar.visibleProperty());
        return bar;
    }

    /// A screen that is left keeps its view, but out of the window, where it costs nothing.
    private void choose(String name, Rail rail) {
        ShellScreen screen = screens.stream().filter(each -> each.name().equals(name)).findFirst()
                .orElseGet(screens::getFirst);
        rail.mark(screen.name());
        frame.setCenter(views.computeIfAbsent(screen.name(), _ -> screen.view().get()));
    }

    private VBox waiting() {
        Label words = new Label();
        words.setWrapText(true);
        words.textProperty().bind(model.waitingProperty());
        Button demo = new Button("Open the demo building");
        demo.visibleProperty().bind(model.stuckProperty());
        demo.setOnAction(_ -> onDemo.run());
        VBox box = new VBox(12, words, demo);
        box.getStyleClass().add("empty-state");
        return box;
    }

    /// Puts a form on top of everything; what is below can't be reached until it is closed.
    public void open(Node form) {
        overlay.getChildren().setAll(form);
        overlay.setVisible(true);
        frame.setDisable(true);
    }

    /// Whether a form lies on top.
    public boolean formOpen() {
        return overlay.isVisible();
    }

    /// Lets something lie over the window while it is visible.
    public void over(Node view) {
        getChildren().add(view);
    }

    /// Takes that away for good.
    public void takeAway(Node view) {
        getChildren().remove(view);
    }

    /// What can be done from the window's frame now.
    public List<Command> commands() {
        List<Command> all = new ArrayList<>(ShellCommands.of(model, screens, onConnect, onDemo, onJump));
        bottom.getChildren().stream().filter(StatusBar.class::isInstance)
                .forEach(bar -> all.addAll(((StatusBar) bar).commands()));
        return List.copyOf(all);
    }

    /// Takes the form away again.
    public void closeForm() {
        frame.setDisable(false);
        overlay.setVisible(false);
        overlay.getChildren().clear();
    }
}

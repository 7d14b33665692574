package placewatch.screen.connect;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The form of Connect.
public final class ConnectView extends VBox {

    public static final String ADDRESS = "connect-address";
    public static final String KEY = "connect-key";
    public static final String CONNECT = "connect-go";
    public static final String DEMO = "connect-demo";
    public static final String TROUBLE = "connect-trouble";
    public static final String CANCEL = "connect-cancel";
    public static final String MORE = "connect-more";
    public static final String VALUES = "connect-values";
    public static final String EXEC_SECONDS = "connect-exec-seconds";
    public static final String EXEC_TROUBLE = "connect-exec-trouble";
    public static final String AUTHORITIES = "connect-authorities";
    public static final String AUTHORITIES_TROUBLE = "connect-authorities-trouble";

    private final TextField address = new TextField();

    /// @param onClose takes the form away
    /// @param onDemo  opens the demo building, which is always there
    public ConnectView(ConnectModel model, Runnable onClose, Runnable onDemo) {
        getStyleClass().add("connect");
        setMaxHeight(USE_PREF_SIZE);
        Label title = new Label("Connect to a PlaceOS server");
        title.getStyleClass().add("dialog-title");
        Label about = new Label("The key decides what you may see and do. It stays in this program's memory until you "
                + "quit, and is sent to this server only.");
        about.setWrapText(true);
        about.getStyleClass().add("muted");
        about.setMinHeight(Region.USE_PREF_SIZE);

        address.setId(ADDRESS);
        address.setPromptText("https://placeos.example.com");
        address.textProperty().bindBidirectional(model.addressProperty());
        PasswordField key = new PasswordField();
        key.setId(KEY);
        key.setPromptText("API key");
        key.textProperty().bindBidirectional(model.keyProperty());
        key.setOnAction(_ -> model.connect());
        address.setOnAction(_ -> key.requestFocus());
        address.disableProperty().bind(model.tryingProperty());
        key.disableProperty().bind(model.tryingProperty());
        SettingsPane more = new SettingsPane(model.settings(), model::connect);
        more.disableProperty().bind(model.tryingProperty());

        model.tryingProperty().subscribe((before, now) -> {
            // a disabled field loses the cursor
            if (before && !now) {
                key.requestFocus();
            }
        });

        model.troubleProperty().subscribe(words -> {
            if (!words.isEmpty()) {
                (model.addressInDoubtProperty().get() ? address : key).requestFocus();
            }
        });
        Label trouble = trouble(TROUBLE, model.troubleProperty());
        Label detail = new Label();
        detail.setWrapText(true);
        detail.getStyleClass().add("mono");
        detail.textProperty().bind(model.detailProperty());
        TitledPane details = new TitledPane("Details", detail);
        details.setExpanded(false);
        details.setAnimated(false);
        details.getStyleClass().add("dense");
        details.visibleProperty().bind(model.detailProperty().isNotEmpty());
        details.managedProperty().bind(details.visibleProperty());

        Button connect = new Button("Connect");
        connect.setId(CONNECT);
        connect.getStyleClass().add("accent");
        connect.disableProperty().bind(model.tryingProperty());
        connect.setOnAction(_ -> model.connect());
        Hyperlink demo = new Hyperlink("Demo building");
        demo.setId(DEMO);
        demo.setOnAction(_ -> {
            leave(model, onClose);
            onDemo.run();
        });
        Button cancel = new Button("Cancel");
        cancel.setId(CANCEL);
        cancel.setOnAction(_ -> stepBack(model, onClose));
        ProgressIndicator progress = new ProgressIndicator();
        progress.setPrefSize(18, 18);
        progress.visibleProperty().bind(model.tryingProperty());
        Label trying = new Label();
        trying.getStyleClass().add("muted");
        trying.textProperty().bind(Bindings.when(model.tryingProperty()).then("Asking the server…").otherwise(""));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox buttons = new HBox(8, demo, progress, trying, gap, cancel, connect);
        buttons.getStyleClass().add("button-line");

        getChildren().setAll(title, about, caption("Server address", address), address, caption("API key", key), key,
                more, trouble, details, buttons);
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                stepBack(model, onClose);
                event.consume();
            }
        });
    }

    /// Whoever gives up a try that takes too long has not given up what was typed for it.
    private static void stepBack(ConnectModel model, Runnable onClose) {
        if (model.tryingProperty().get()) {
            model.cancel();
        } else {
            onClose.run();
        }
    }

    private static void leave(ConnectModel model, Runnable onClose) {
        model.cancel();
        onClose.run();
    }

    /// A field's name, for eyes and for screen readers.
    static Label caption(String words, Node field) {
        Label caption = new Label(words);
        caption.getStyleClass().add("caption");
        caption.setLabelFor(field);
        return caption;
    }

    /// What is wrong, as a sentence that takes no room while nothing is.
    static Label trouble(String id, ObservableStringValue words) {
        Label trouble = new Label();
        trouble.setId(id);
        trouble.setWrapText(true);
        trouble.getStyleClass().add("trouble");
        trouble.setMinHeight(Region.USE_PREF_SIZE);
        trouble.textProperty().bind(words.map(said -> said.isEmpty() ? "" : "▲ " + said));
        trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
        return trouble;
    }

    /// Puts the cursor where typing begins.
    public void begin() {
        address.requestFocus();
    }
}

package placewatch.screen.connect;

import java.io.File;
import java.util.List;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;
import placewatch.settings.ConnectionSettings.Values;

/// *More settings* of the Connect form.
final class SettingsPane extends TitledPane {

    private final SettingsModel model;

    /// @param onEnter what Enter does in its fields
    SettingsPane(SettingsModel model, Runnable onEnter) {
        this.model = model;
        setId(ConnectView.MORE);
        setText("More settings");
        setAnimated(false);
        getStyleClass().add("dense");
        expandedProperty().bindBidirectional(model.expandedProperty());

        ComboBox<Values> values = new ComboBox<>();
        values.setId(ConnectView.VALUES);
        values.getItems().setAll(Values.values());
        values.setConverter(words());
        values.valueProperty().bindBidirectional(model.valuesProperty());
        values.setMaxWidth(Double.MAX_VALUE);

        TextField seconds = new TextField();
        seconds.setId(ConnectView.EXEC_SECONDS);
        seconds.setOnAction(_ -> onEnter.run());
        seconds.textProperty().bindBidirectional(model.execSecondsProperty());

        TextField authorities = new TextField();
        authorities.setId(ConnectView.AUTHORITIES);
        authorities.setPromptText("None: public certificates only");
        authorities.setOnAction(_ -> onEnter.run());
        authorities.textProperty().bindBidirectional(model.authoritiesProperty());
        HBox.setHgrow(authorities, Priority.ALWAYS);
        Button choose = new Button("Choose…");
        choose.setOnAction(_ -> choose());
        choose.setMinWidth(Region.USE_PREF_SIZE);

        setContent(new VBox(6,
                ConnectView.caption("How the server writes values", values), values,
                ConnectView.caption("Longest wait for the answer of a function, in seconds", seconds), seconds,
                trouble(ConnectView.EXEC_TROUBLE, model.execTroubleProperty(), seconds),
                ConnectView.caption("Your company's certificate files, with “" + File.pathSeparator
                        + "” between them", authorities),
                new HBox(8, authorities, choose),
                trouble(ConnectView.AUTHORITIES_TROUBLE, model.authoritiesTroubleProperty(), authorities)));
    }

    private static Label trouble(String id, ObservableStringValue words, Node field) {
        Label trouble = ConnectView.trouble(id, words);
        words.subscribe(now -> {
            if (!now.isEmpty()) {
                field.requestFocus();
            }
        });
        return trouble;
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Certificate authorities to trust for this server");
        chooser.getExtensionFilters().setAll(
                new FileChooser.ExtensionFilter("Certificates", "*.pem", "*.crt", "*.cer", "*.der", "*.p7b"),
                new FileChooser.ExtensionFilter("All files", "*"));
        List<File> chosen = chooser.showOpenMultipleDialog(getScene().getWindow());
        if (chosen != null) {
            model.addAuthorities(chosen.stream().map(File::toPath).toList());
        }
    }

    private static StringConverter<Values> words() {
        return new StringConverter<>() {
            @Override
            public String toString(Values values) {
                return switch (values) {
                    case DETECT -> "Find out (fits nearly every server)";
                    case RAW -> "Plain JSON, as today's servers do";
                    case STRINGIFIED -> "JSON inside text, as older servers do";
                };
            }

            @Override
            public Values fromString(String words) {
                throw new UnsupportedOperationException("values are chosen, not typed");
            }
        };
    }
}

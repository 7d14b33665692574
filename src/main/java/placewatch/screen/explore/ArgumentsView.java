package placewatch.screen.explore;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import placewatch.control.form.JsonListEditor;
import placewatch.form.ArgumentList;
import placewatch.form.JsonFault;

/// The arguments of one function: an editor for each, or all of them as a JSON list.
final class ArgumentsView extends VBox {

    private static final double NARROW = 270;

    private final ArgumentsModel model;
    private final List<ArgumentEditor> editors = new ArrayList<>();
    private final List<Label> captions = new ArrayList<>();
    private final GridPane grid = grid();
    private final JsonListEditor json;
    private final Button back = new Button("Back to the text");
    private boolean narrow;

    /// @param jsonId of the text of the list
    /// @param clock  tells what is now
    ArgumentsView(ArgumentsModel model, String jsonId, InstantSource clock) {
        super(8);
        this.model = model;
        for (ArgumentLine line : model.lines()) {
            ArgumentEditor editor = new ArgumentEditor(line, clock);
            editors.add(editor);
            captions.add(caption(line.argument().name(), !line.argument().optional()));
        }
        grid.getChildren().addAll(captions);
        grid.getChildren().addAll(editors);
        place();
        widthProperty().subscribe(_ -> {
            boolean nowNarrow = getWidth() > 0 && getWidth() < NARROW;
            if (nowNarrow != narrow) {
                narrow = nowNarrow;
                place();
            }
        });
        json = new JsonListEditor(jsonId, model.jsonProperty(), model.faultProperty());
        grid.disableProperty().bind(model.waitingProperty());
        getChildren().setAll(banner(), grid, json);
        model.faceProperty().subscribe(face -> {
            show(grid, face == ArgumentsModel.Face.FORM && !editors.isEmpty());
            show(json, face == ArgumentsModel.Face.JSON);
        });
    }

    /// Names beside what belongs to them, or above it where there is no room.
    private void place() {
        for (int i = 0; i < editors.size(); i++) {
            GridPane.setConstraints(captions.get(i), 0, narrow ? 2 * i : i, narrow ? 2 : 1, 1);
            GridPane.setConstraints(editors.get(i), narrow ? 0 : 1, narrow ? 2 * i + 1 : i, narrow ? 2 : 1, 1);
        }
        grid.setVgap(narrow ? 3 : 8);
    }

    /// Two columns: names, and what belongs to them.
    static GridPane grid() {
        GridPane grid = new GridPane(12, 8);
        grid.getStyleClass().add("arguments");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(60);
        names.setHgrow(Priority.SOMETIMES);
        names.setMaxWidth(160);
        ColumnConstraints editors = new ColumnConstraints();
        editors.setHgrow(Priority.ALWAYS);
        // a long frame must not take the names' room
        editors.setPrefWidth(120);
        editors.setFillWidth(true);
        grid.getColumnConstraints().setAll(names, editors);
        return grid;
    }

    static Label caption(String name, boolean needed) {
        Label caption = new Label(name + (needed ? " *" : ""));
        caption.getStyleClass().addAll("caption", "argument-name");
        caption.setWrapText(true);
        // beside the first line of what may have many
        GridPane.setValignment(caption, VPos.TOP);
        return caption;
    }

    private VBox banner() {
        Label words = new Label();
        words.setId(ExploreView.EXEC_WAITING);
        words.getStyleClass().add("form-fault");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.textProperty().bind(Bindings.createStringBinding(() -> "The JSON list can't be read, "
                + model.faultProperty().get().map(JsonFault::words).orElse("")
                + ". It is kept as you typed it; the form waits for it.", model.faultProperty()));
        back.getStyleClass().add("small");
        back.setOnAction(_ -> {
            model.turn();
            json.area().requestFocus();
        });
        Button away = new Button("Throw it away");
        away.getStyleClass().add("small");
        away.setOnAction(_ -> {
            model.throwTextAway();
            first().ifPresent(Node::requestFocus);
        });
        VBox banner = new VBox(6, words, new FlowPane(8, 4, back, away));
        model.waitingProperty().subscribe(waiting -> show(banner, waiting));
        return banner;
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /// Brings the cursor to what Run waits for.
    void attendTo(ArgumentList lacking) {
        switch (lacking) {
            case ArgumentList.Lacking(int at, String _) -> editors.get(at).first().requestFocus();
            case ArgumentList.Faulty _ -> {
                if (model.waitingProperty().get()) {
                    model.turn();
                }
                json.goThere();
            }
            case ArgumentList.Ready _ -> { }
        }
    }

    /// What the cursor goes to; empty for a function without arguments.
    Optional<Node> first() {
        if (model.waitingProperty().get()) {
            return Optional.of(back);
        }
        return switch (model.faceProperty().get()) {
            case JSON -> Optional.of(json.area());
            case FORM -> editors.stream().findFirst().map(ArgumentEditor::first);
        };
    }
}

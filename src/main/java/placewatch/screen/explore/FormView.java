package placewatch.screen.explore;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import placewatch.control.Command;
import placewatch.control.Texts;
import placewatch.rest.Function;

/// The form of the chosen function: its signature, an editor for each argument, the frame that will be sent.
final class FormView extends VBox {

    private final FormModel model;
    private final FunctionBox functions;
    private final GridPane grid = new GridPane(12, 8);
    private final Label signature = new Label();
    private final Label frame = new Label();
    private final Runnable toButton;

    /// @param functions where the function is chosen
    /// @param toButton  brings the cursor to what runs the call
    FormView(FormModel model, FunctionBox functions, Runnable toButton) {
        super(10);
        this.model = model;
        this.functions = functions;
        this.toButton = toButton;
        signature.getStyleClass().addAll("mono", "signature");
        signature.setWrapText(true);
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
        Label note = new Label();
        note.getStyleClass().add("muted");
        note.setWrapText(true);
        note.textProperty().bind(Bindings.createStringBinding(() -> !model.noteProperty().get().isEmpty()
                ? model.noteProperty().get() : model.chosenProperty().get() != null ? ""
                : "Choose a function above: it lists what " + slug() + " lets this key call.",
                model.noteProperty(), model.chosenProperty(), model.addressProperty()));
        note.visibleProperty().bind(note.textProperty().isNotEmpty());
        note.managedProperty().bind(note.visibleProperty());
        frame.setId(ExploreView.EXEC_FRAME);
        model.frameProperty().subscribe(text ->
                frame.getStyleClass().setAll("label", text.isEmpty() ? "muted" : "mono", text.isEmpty() ? "lacks" : "frame"));
        frame.setWrapText(true);
        frame.setMaxWidth(Double.MAX_VALUE);
        frame.setMinHeight(Region.USE_PREF_SIZE);
        frame.textProperty().bind(Bindings.createStringBinding(() -> cut(model.frameProperty().get().isEmpty()
                ? model.problemProperty().get() : model.frameProperty().get()),
                model.frameProperty(), model.problemProperty()));
        getChildren().setAll(note, signature, grid);

        // by the function: two of them without arguments have the same fields
        model.chosenProperty().subscribe(_ -> layOut());
        model.byHandProperty().subscribe(_ -> layOut());
        Attention.on(model.attentionProperty(), grid, this::attend);
    }

    /// What can be done here.
    List<Command> commands() {
        return List.of(Command.of("Exec", "Choose a function of " + slug(), this::chooseFunction).key("Shortcut+E"));
    }

    private void chooseFunction() {
        if (model.byHandProperty().get()) {
            attend();
        } else {
            functions.requestFocus();
            functions.show();
        }
    }

    /// To the first thing that the form asks, or to its button.
    private void attend() {
        grid.getChildren().stream().filter(node -> node instanceof Control && node.isFocusTraversable()).findFirst()
                .ifPresentOrElse(Node::requestFocus, toButton);
    }

    private void layOut() {
        Function function = model.chosenProperty().get();
        boolean byHand = model.byHandProperty().get();
        signature.setText(function == null ? "" : function.signature());
        signature.setVisible(function != null);
        signature.setManaged(function != null);
        grid.getChildren().clear();
        if (function == null && !byHand) {
            return;
        }
        int line = 0;
        if (byHand) {
            TextField name = new TextField();
            name.setId(ExploreView.EXEC_HAND_NAME);
            name.getStyleClass().add("small");
            name.setPromptText("power");
            name.textProperty().bindBidirectional(model.handNameProperty());
            TextField arguments = new TextField();
            arguments.setId(ExploreView.EXEC_HAND_ARGUMENTS);
            arguments.getStyleClass().addAll("small", "mono");
            arguments.setPromptText("[true]");
            arguments.textProperty().bindBidirectional(model.handArgumentsProperty());
            grid.addRow(line++, caption("function", true), name);
            grid.addRow(line++, caption("arguments", false), arguments);
        }
        for (ArgumentField field : model.fields()) {
            Control editor = ArgumentEditor.of(field);
            editor.setId(ExploreView.argument(field.name()));
            editor.setAccessibleText(field.name() + (field.optional() ? ", optional" : ", needed"));
            grid.addRow(line++, caption(field.name(), !field.optional()), editor);
        }
        grid.addRow(line, caption("sends", false), frame);
    }

    private String slug() {
        return model.addressProperty().get().slug();
    }

    private static String cut(String text) {
        return text.length() <= 600 ? text : text.substring(0, 600) + "…  " + Texts.size(text.length());
    }

    private static Label caption(String name, boolean needed) {
        Label caption = new Label(name + (needed ? " *" : ""));
        caption.getStyleClass().add("caption");
        caption.setWrapText(true);
        return caption;
    }
}

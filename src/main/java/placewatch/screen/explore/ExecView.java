package placewatch.screen.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SearchableComboBox;
import org.kordamp.ikonli.feather.Feather;
import placewatch.control.Command;
import placewatch.control.Icons;
import placewatch.control.Texts;
import placewatch.rest.Function;

/// Choose a function, fill its form, run it, read what came back and how long it took.
final class ExecView extends BorderPane {

    private final ExecModel model;
    private final VBox form = new VBox(10);
    private final GridPane grid = new GridPane(12, 8);
    private final Label signature = new Label();
    private final CallsView calls;
    private final Label frame = new Label();
    private final ComboBox<Function> functions;

    ExecView(ExecModel model, CallsView calls) {
        this.calls = calls;
        this.model = model;
        getStyleClass().add("exec");
        setMinWidth(240);
        functions = new SearchableComboBox<>(model.functions());
        setTop(head());

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
        form.getStyleClass().add("exec-form");
        form.getChildren().setAll(note, signature, grid, calls);
        ScrollPane scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setCenter(scroll);

        // by the function: two of them without arguments have the same fields
        model.chosenProperty().subscribe(_ -> layOut());
        model.byHandProperty().subscribe(_ -> layOut());
        Attention.on(model.attentionProperty(), grid, this::attend);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN).match(event)) {
                model.run();
                event.consume();
            }
        });
    }

    /// What can be done here.
    List<Command> commands() {
        String name = model.byHandProperty().get() ? model.handNameProperty().get().strip()
                : model.chosenProperty().get() == null ? "" : model.chosenProperty().get().name();
        List<Command> all = new ArrayList<>(List.of(
                Command.of("Exec", "Choose a function of " + slug(), this::chooseFunction).key("Shortcut+E"),
                Command.of("Exec", "Run " + (name.isEmpty() ? "a function" : name) + " on " + slug(), model::run)
                        .keyInPane("Shortcut+Enter").unless(model.problemProperty())));
        all.addAll(calls.commands());
        return all;
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
                .or(() -> Optional.ofNullable(grid.lookup("#" + ExploreView.EXEC_RUN)))
                .ifPresent(Node::requestFocus);
    }

    private HBox head() {
        Label title = new Label("Exec");
        title.getStyleClass().add("pane-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        functions.setId(ExploreView.EXEC_FUNCTIONS);
        functions.setAccessibleText("Function to call");
        functions.getStyleClass().add("small");
        functions.setMaxWidth(Double.MAX_VALUE);
        functions.promptTextProperty().bind(Bindings.createStringBinding(
                () -> Texts.count(model.functions().size(), "function"), model.functions()));
        functions.setCellFactory(_ -> new FunctionCell(true));
        functions.setButtonCell(new FunctionCell(false));
        functions.visibleProperty().bind(model.byHandProperty().not());
        functions.managedProperty().bind(functions.visibleProperty());
        functions.valueProperty().bindBidirectional(model.chosenProperty());
        HBox.setHgrow(functions, Priority.ALWAYS);
        HBox head = new HBox(12, title, functions);
        head.getStyleClass().add("pane-head");
        return head;
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
        grid.addRow(line++, caption("sends", false), frame);

        Button run = new Button("", Icons.icon(Feather.PLAY));
        run.textProperty().bind(model.addressProperty().map(_ -> "Run on " + slug()));
        run.setId(ExploreView.EXEC_RUN);
        run.setMnemonicParsing(false);
        run.getStyleClass().addAll("small", "success");
        run.disableProperty().bind(model.frameProperty().isEmpty());
        run.setOnAction(_ -> model.run());
        run.setMinWidth(Region.USE_PREF_SIZE);
        Label key = new Label("Ctrl Enter");
        key.getStyleClass().add("key");
        key.setMinWidth(0);
        HBox buttons = new HBox(8, run, key);
        buttons.getStyleClass().add("run-line");
        grid.add(buttons, 1, line);
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

    private static final class FunctionCell extends ListCell<Function> {
        private final boolean whole;

        FunctionCell(boolean whole) {
            this.whole = whole;
        }

        @Override
        protected void updateItem(Function function, boolean empty) {
            super.updateItem(function, empty);
            setText(empty || function == null ? "" : whole ? function.signature() : function.name());
        }
    }
}

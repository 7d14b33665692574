package placewatch.screen.explore;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import placewatch.control.Command;
import placewatch.control.Hint;
import placewatch.rest.Function;

/// The form of the chosen function: its signature, its arguments and the frame that is sent.
final class FormView extends VBox {

    private static final String TURN_KEY = "Shortcut+J";

    private final FormModel model;
    private final FunctionBox functions;
    private final Label signature = new Label();
    private final Button turn = new Button();
    private final HBox top = new HBox(8, signature, turn);
    private final TextField handName = new TextField();
    private final GridPane hand = ArgumentsView.grid();
    private final StackPane place = new StackPane();
    private final FrameView frame;
    private final Map<ArgumentsModel, ArgumentsView> views = new HashMap<>();
    private final Runnable toButton;

    /// @param functions where the function is chosen
    /// @param toButton  brings the cursor to what runs the call
    FormView(FormModel model, FunctionBox functions, Runnable toButton) {
        super(10);
        this.model = model;
        this.functions = functions;
        this.toButton = toButton;
        getStyleClass().add("exec-part");
        top.getStyleClass().add("form-buttons");
        signature.getStyleClass().addAll("mono", "signature");
        signature.setWrapText(true);
        signature.setMinHeight(Region.USE_PREF_SIZE);
        signature.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(signature, Priority.ALWAYS);
        turn.setId(ExploreView.EXEC_TURN);
        turn.getStyleClass().addAll("small", "flat");
        turn.setMinWidth(Region.USE_PREF_SIZE);
        turn.setOnAction(_ -> model.turn());
        Hint.on(turn, "The form and the JSON list say the same (" + KeyCombination.valueOf(TURN_KEY).getDisplayText()
                + ")");
        handName.setId(ExploreView.EXEC_HAND_NAME);
        handName.getStyleClass().add("small");
        handName.setPromptText("power");
        handName.setAccessibleText("Function to call, needed");
        handName.textProperty().bindBidirectional(model.handNameProperty());
        hand.addRow(0, ArgumentsView.caption("function", true), handName);
        frame = new FrameView(model);
        getChildren().setAll(note(), functions.list(), top, hand, place, frame);

        model.argumentsProperty().subscribe(_ -> layOut());
        model.choosingProperty().subscribe(_ -> layOut());
        model.byHandProperty().subscribe(_ -> layOut());
        model.functions().subscribe(this::layOut);
        Attention.on(model.attentionProperty(), place, this::attend);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (KeyCombination.valueOf(TURN_KEY).match(event)) {
                model.turn();
                event.consume();
            }
        });
    }

    private Label note() {
        Label note = new Label();
        note.setId(ExploreView.EXEC_NOTE);
        note.getStyleClass().add("muted");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.textProperty().bind(Bindings.createStringBinding(() -> !model.noteProperty().get().isEmpty()
                ? model.noteProperty().get() : model.chosenProperty().get() != null && !model.choosingProperty().get() ? ""
                : "What " + slug() + " lets this key call. " + FunctionBox.NOT_LISTED,
                model.noteProperty(), model.chosenProperty(), model.addressProperty(), model.choosingProperty()));
        note.visibleProperty().bind(note.textProperty().isNotEmpty());
        note.managedProperty().bind(note.visibleProperty());
        return note;
    }

    /// What can be done here.
    List<Command> commands() {
        boolean form = model.argumentsProperty().get() != null && !model.byHandProperty().get();
        return List.of(
                Command.of("Exec", "Choose a function of " + slug(), this::chooseFunction).key("Shortcut+E"),
                Command.of("Exec", "Turn between the form and the JSON list of arguments", model::turn)
                        .keyInPane(TURN_KEY).unless(!form, "There is no form: choose a function first."),
                Command.of("Exec", "Copy the frame of the call", frame::copy).unless(model.problemProperty()));
    }

    private void chooseFunction() {
        if (model.byHandProperty().get()) {
            attend();
        } else {
            functions.start();
        }
    }

    /// To the first thing that the form asks, or to its button.
    private void attend() {
        ArgumentsModel arguments = model.argumentsProperty().get();
        Optional<Node> first = model.byHandProperty().get() ? Optional.of(handName)
                : Optional.ofNullable(arguments).flatMap(it -> view(it).first());
        first.ifPresentOrElse(Node::requestFocus, toButton);
    }

    /// Brings the cursor to what Run waits for.
    void attendToProblem() {
        ArgumentsModel arguments = model.argumentsProperty().get();
        if (model.barred() || model.problemProperty().get().isEmpty()) {
            return;
        }
        if (arguments == null || model.functionName().isEmpty() || model.choosingProperty().get()) {
            chooseFunction();
        } else {
            view(arguments).attendTo(arguments.listProperty().get());
        }
    }

    private ArgumentsView view(ArgumentsModel arguments) {
        return views.computeIfAbsent(arguments, _ -> {
            ArgumentsView view = new ArgumentsView(arguments, model.byHandProperty().get()
                    ? ExploreView.EXEC_HAND_ARGUMENTS : ExploreView.EXEC_JSON, model::now);
            arguments.faceProperty().subscribe(face -> turn.setText(switch (face) {
                case FORM -> "JSON";
                case JSON -> "Form";
            }));
            return view;
        });
    }

    /// While a function is chosen, the list of them has the form's place.
    private void layOut() {
        boolean choosing = model.choosingProperty().get();
        ArgumentsModel arguments = choosing ? null : model.argumentsProperty().get();
        Function function = model.chosenProperty().get();
        boolean byHand = model.byHandProperty().get();
        signature.setText(function == null ? "" : function.signature());
        show(functions.list(), !byHand && !model.functions().isEmpty() && (choosing || function == null));
        show(top, function != null && !byHand && !choosing);
        show(hand, byHand);
        show(place, arguments != null);
        place.getChildren().clear();
        if (arguments != null) {
            place.getChildren().setAll(view(arguments));
            show(turn, !arguments.lines().isEmpty());
            turn.setText(arguments.faceProperty().get() == ArgumentsModel.Face.FORM ? "JSON" : "Form");
        }
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private String slug() {
        return model.addressProperty().get().slug();
    }
}

package placewatch.screen.explore;

import javafx.beans.binding.Bindings;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import org.controlsfx.control.SearchableComboBox;
import org.jspecify.annotations.Nullable;
import placewatch.control.Texts;
import placewatch.rest.Function;

/// Where a function of the module is chosen: a list with a search.
final class FunctionBox extends SearchableComboBox<Function> {

    static final String NOT_LISTED = "Functions that your key may not call are not listed by the server.";

    private @Nullable Function before;

    FunctionBox(FormModel model) {
        super(model.functions());
        setId(ExploreView.EXEC_FUNCTIONS);
        setAccessibleText("Function to call");
        getStyleClass().add("small");
        setMaxWidth(Double.MAX_VALUE);
        promptTextProperty().bind(Bindings.createStringBinding(
                () -> Texts.count(model.functions().size(), "function"), model.functions()));
        setCellFactory(_ -> new FunctionCell(true));
        setButtonCell(new FunctionCell(false));
        visibleProperty().bind(model.byHandProperty().not());
        managedProperty().bind(visibleProperty());
        valueProperty().bindBidirectional(model.chosenProperty());
        showingProperty().addListener((_, _, showing) -> {
            if (showing) {
                before = getValue();
            } else if (getValue() != null && getValue() != before) {
                // who has chosen goes on with the form
                model.attentionProperty().set(true);
            }
        });
        Label nothingFound = new Label("No function of that name. " + NOT_LISTED);
        nothingFound.setWrapText(true);
        nothingFound.getStyleClass().add("placeholder-words");
        setPlaceholder(nothingFound);
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

package placewatch.control.log;

import atlantafx.base.controls.CustomTextField;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import placewatch.control.Icons;
import placewatch.log.FilterFault;
import placewatch.model.log.Console;

/// Where a filter is typed. What is wrong with it is underlined in its place and told below; the lines that the last
/// good filter took stay meanwhile.
public final class FilterField extends VBox {

    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final CustomTextField field =
            Icons.search("Filter: words \"a phrase\" -not /regex/ level:warn+ mod:Display_1");
    private final Pane over = new Pane();
    private final Path mark = new Path();
    private final Label said = new Label();
    private Optional<FilterFault> fault = Optional.empty();

    /// @param id the field's, for tests; that of the words below it is `id-fault`
    public FilterField(String id, Console console) {
        field.setId(id);
        field.setAccessibleText("Filter the lines");
        field.textProperty().bindBidirectional(console.filterTextProperty());
        field.setMaxWidth(Double.MAX_VALUE);
        said.setId(id + "-fault");
        said.getStyleClass().addAll("trouble", "filter-fault");
        said.setWrapText(true);
        said.visibleProperty().bind(said.textProperty().isNotEmpty());
        said.managedProperty().bind(said.visibleProperty());
        mark.getStyleClass().add("filter-mark");
        mark.setManaged(false);
        over.setMouseTransparent(true);
        over.getChildren().setAll(mark);
        over.setManaged(false);
        StackPane stack = new StackPane(field, over);
        getChildren().setAll(stack, said);
        console.faultProperty().subscribe(this::show);
        field.widthProperty().addListener(_ -> requestLayout());
        field.textProperty().addListener(_ -> requestLayout());
    }

    public CustomTextField field() {
        return field;
    }

    private void show(@Nullable FilterFault wrong) {
        fault = Optional.ofNullable(wrong);
        said.setText(wrong == null ? "" : wrong.sentence());
        field.pseudoClassStateChanged(ERROR, wrong != null);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        mark.getElements().clear();
        fault.ifPresent(wrong -> {
            // the prompt is such a text too
            field.lookupAll(".text").stream().filter(node -> node instanceof Text text && text.isVisible()
                    && text.getText().equals(field.getText()) && text.getText().length() >= wrong.to())
                    .map(Text.class::cast).findFirst().ifPresent(text -> {
                        Point2D at = over.sceneToLocal(text.localToScene(0, 0));
                        mark.getElements().setAll(text.underlineShape(wrong.from(),
                                Math.max(wrong.to(), Math.min(wrong.from() + 1, text.getText().length()))));
                        mark.setLayoutX(at.getX());
                        mark.setLayoutY(at.getY());
                    });
        });
    }
}

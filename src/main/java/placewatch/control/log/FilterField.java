package placewatch.control.log;

import atlantafx.base.controls.CustomTextField;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import placewatch.control.Hint;
import placewatch.control.Icons;
import placewatch.log.FilterFault;
import placewatch.log.FilterHint;
import placewatch.log.FilterHints;
import placewatch.model.log.Console;

/// Where a filter is typed. What is wrong with it is underlined in its place and told below; the lines that the last
/// good filter took stay meanwhile.
public final class FilterField extends VBox {

    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final CustomTextField field = Icons.search("Filter");
    private final ContextMenu offers = new ContextMenu();
    private final Supplier<FilterHints> hints;
    private final Pane over = new Pane();
    private final Path mark = new Path();
    private final Label said = new Label();
    private Optional<FilterFault> fault = Optional.empty();

    /// @param id    the field's, for tests; that of the words below it is `id-fault`
    /// @param hints what could be filtered for, asked when the person wants to see it (Down)
    FilterField(String id, Console console, Supplier<FilterHints> hints) {
        this.hints = hints;
        field.setId(id);
        field.setAccessibleText("Filter the lines; Down offers what could stand there");
        Hint.on(field, "Words, \"a phrase\", -not, /regex/, level:warn+, mod:Display_1, sys:, age:5m, brackets and or. "
                + "Down offers what could stand at the cursor.");
        offers.getStyleClass().add("filter-menu");
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN && !event.isAltDown()) {
                offer();
                event.consume();
            }
        });
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

    private void offer() {
        offers.getItems().clear();
        for (FilterHint hint : hints.get().at(field.getText(), field.getCaretPosition())) {
            MenuItem item = new MenuItem(hint.written() + (hint.meaning().isBlank() ? "" : "   " + hint.meaning()));
            // a name may have an underscore in it
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> take(hint));
            offers.getItems().add(item);
        }
        if (!offers.getItems().isEmpty()) {
            offers.show(field, Side.BOTTOM, 0, 2);
        }
    }

    private void take(FilterHint hint) {
        field.setText(hint.in(field.getText()));
        field.positionCaret(hint.caret());
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

package placewatch.screen.explore;

import java.time.Duration;
import java.time.Instant;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;
import placewatch.control.Texts;

/// A module in its system's list: its name, its driver where there is room, and how it fares.
final class ModuleCell extends ListCell<ModuleRow> {
    private static final double LEAST_OF_DRIVER = 90;

    private final ObservableValue<Instant> now;
    private final Label mark = new Label();
    private final Label name = new Label();
    private final Label driver = new Label();
    private final Label state = new Label();
    private final Tooltip tip = new Tooltip();
    private final HBox line;
    private Subscription shown = Subscription.EMPTY;

    /// @param now moves once a second
    ModuleCell(ObservableValue<Instant> now) {
        this.now = now;
        state.getStyleClass().add("muted");
        // the name says more than the word, which has its mark beside it
        name.setMinWidth(USE_PREF_SIZE);
        state.setMinWidth(0);
        mark.setMinWidth(16);
        driver.getStyleClass().addAll("muted", "driver-name");
        driver.setMinWidth(0);
        driver.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(driver, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        line = new HBox(8, mark, name, driver, state);
        line.getStyleClass().add("module-line");
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    /// The driver's name stands there when nothing else gives way for it; the tooltip has it anyway.
    @Override
    protected void layoutChildren() {
        double others = mark.prefWidth(-1) + name.prefWidth(-1) + state.prefWidth(-1) + 4 * line.getSpacing()
                + snappedLeftInset() + snappedRightInset();
        boolean room = others + LEAST_OF_DRIVER <= getWidth();
        state.setMinWidth(room ? USE_PREF_SIZE : 0);
        driver.setVisible(room);
        driver.setManaged(room);
        HBox.setHgrow(name, room ? Priority.NEVER : Priority.ALWAYS);
        super.layoutChildren();
    }

    @Override
    protected void updateItem(ModuleRow row, boolean empty) {
        super.updateItem(row, empty);
        shown.unsubscribe();
        shown = Subscription.EMPTY;
        if (empty || row == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText("");
            return;
        }
        name.setText(row.address().slug());
        driver.setText(row.module().driverName());
        tip.setText(row.address().slug()
                + (row.module().driverName().isBlank() ? "" : "\nDriver: " + row.module().driverName())
                + (row.module().notes().isBlank() ? "" : "\n" + row.module().notes()));
        setTooltip(tip);
        setGraphic(line);
        shown = row.healthProperty().subscribe(this::health).and(now.subscribe(_ -> health(row.healthProperty().get())));
    }

    private void health(ModuleRow.Health health) {
        String words = words(health);
        state.setText(words);
        ModuleView.mark(health).on(mark, "");
        setAccessibleText(name.getText() + ", " + words);
    }

    private String words(ModuleRow.Health health) {
        String words = ModuleView.words(health);
        boolean offline = health.condition() == ModuleRow.Condition.OFFLINE && health.current();
        return words + health.since().filter(_ -> offline)
                .map(since -> " " + Texts.span(Duration.between(since, now.getValue()))).orElse("");
    }
}

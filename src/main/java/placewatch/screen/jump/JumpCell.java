package placewatch.screen.jump;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import placewatch.control.Command;
import placewatch.control.Icons;

/// One row: what kind of thing, its name, where it is; of a command its key, or why it can't be done now.
final class JumpCell extends ListCell<JumpRow> {

    private final FontIcon icon = Icons.icon(Feather.BOX);
    private final MarkedText name = new MarkedText("jump-name");
    private final MarkedText where = new MarkedText("jump-where");
    private final Label aside = new Label();
    private final Label key = new Label();
    private final HBox line;
    private Subscription shown = Subscription.EMPTY;

    JumpCell() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        aside.getStyleClass().addAll("muted", "jump-aside");
        aside.setMinWidth(0);
        key.getStyleClass().add("key");
        key.setMinWidth(Region.USE_PREF_SIZE);
        icon.getStyleClass().add("jump-icon");
        line = new HBox(10, icon, name, where, gap, aside, key);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("jump-line");
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    /// The line takes all of the row, so that what stands at its end is one below the other.
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double left = snappedLeftInset();
        line.resizeRelocate(left, 0, Math.max(0, getWidth() - left - snappedRightInset()), getHeight());
    }

    @Override
    protected void updateItem(JumpRow row, boolean empty) {
        super.updateItem(row, empty);
        shown.unsubscribe();
        shown = Subscription.EMPTY;
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        Goal goal = row.goal();
        icon.setIconCode(icon(goal));
        name.show(goal.name(), row.inName());
        where.show(goal.where(), row.inWhere());
        setGraphic(line);
        if (goal instanceof Goal.OfCommand(Command command)) {
            key.setText(command.keyWords());
            shown = command.barrier().subscribe(why -> barrier(row, why));
        } else {
            key.setText("");
            barrier(row, "");
        }
        key.setVisible(!key.getText().isEmpty());
        key.setManaged(key.isVisible());
    }

    private void barrier(JumpRow row, String why) {
        aside.setText(!why.isEmpty() ? why : row.recent() ? "recent" : "");
        icon.setOpacity(why.isEmpty() ? 1 : 0.4);
        setAccessibleText(row.words());
    }

    private static Feather icon(Goal goal) {
        return switch (goal) {
            case Goal.OfSystem _ -> Feather.MAP_PIN;
            case Goal.OfModule _ -> Feather.BOX;
            case Goal.OfVariable _ -> Feather.ACTIVITY;
            case Goal.OfFunction _ -> Feather.PLAY_CIRCLE;
            case Goal.OfCommand _ -> Feather.COMMAND;
        };
    }
}

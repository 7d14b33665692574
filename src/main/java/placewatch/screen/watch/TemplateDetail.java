package placewatch.screen.watch;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import placewatch.control.status.ValueView;
import placewatch.control.takeaway.Carrier;
import placewatch.model.StatusRow;

/// The chosen cell beside the table: which room and module, and the whole of its variable; of several one at a time.
final class TemplateDetail extends BorderPane {

    private final ValueView value;
    private final Label room = new Label();
    private final FlowPane modules = new FlowPane(4, 4);
    private final ToggleGroup group = new ToggleGroup();
    private List<StatusRow> rows = List.of();
    private @Nullable StatusRow shown;

    TemplateDetail(TemplateModel model, Carrier carrier, Runnable onClose) {
        value = new ValueView(model.nowProperty(), model.background(), carrier, onClose);
        room.getStyleClass().add("muted");
        room.setId(TemplateView.DETAIL_ROOM);
        VBox head = new VBox(4, room, modules);
        head.getStyleClass().add("template-detail-head");
        setTop(head);
        setCenter(value);
        setMinWidth(220);
        group.selectedToggleProperty().addListener((_, before, now) -> {
            if (now == null && before != null && modules.getChildren().contains(before)) {
                // one of them is always chosen
                group.selectToggle(before);
            } else if (now != null && now.getUserData() instanceof StatusRow row) {
                follow(row);
            }
        });
    }

    /// Shows a cell's variables, the one that was shown before first if it is still among them.
    void show(String title, List<StatusRow> next) {
        Optional<StatusRow> kept = next.stream().filter(row -> row == shown).findFirst();
        StatusRow first = kept.orElseGet(next::getFirst);
        room.setText(title + " · " + first.key().module().slug());
        if (!next.equals(rows)) {
            rows = List.copyOf(next);
            modules.getChildren().setAll(rows.size() < 2 ? List.of() : rows.stream().map(this::toggle).toList());
            modules.setManaged(rows.size() > 1);
        }
        if (rows.size() > 1) {
            modules.getChildren().stream().map(node -> (ToggleButton) node)
                    .filter(toggle -> toggle.getUserData() == first).findFirst().ifPresent(group::selectToggle);
        }
        follow(first);
        room.setText(title + " · " + first.key().module().slug());
    }

    private ToggleButton toggle(StatusRow row) {
        ToggleButton toggle = new ToggleButton(row.key().module().slug());
        toggle.setUserData(row);
        toggle.setMnemonicParsing(false);
        toggle.getStyleClass().addAll("small", "follow");
        toggle.setToggleGroup(group);
        return toggle;
    }

    private void follow(StatusRow row) {
        if (row != shown) {
            shown = row;
            value.show(row);
            int dot = room.getText().lastIndexOf(" · ");
            room.setText((dot < 0 ? room.getText() : room.getText().substring(0, dot)) + " · "
                    + row.key().module().slug());
        }
    }

    /// What became of an export of its changes.
    Node line() {
        return value.line();
    }

    /// Follows nothing any more.
    void leave() {
        rows = List.of();
        modules.getChildren().clear();
        shown = null;
        value.show(null);
    }
}

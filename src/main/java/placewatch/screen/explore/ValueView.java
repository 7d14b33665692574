package placewatch.screen.explore;

import java.time.Instant;
import java.time.ZoneId;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import placewatch.bridge.Connection;
import placewatch.control.Copied;
import placewatch.control.Icons;
import placewatch.control.JsonTree;
import placewatch.control.Mark;
import placewatch.control.Texts;
import placewatch.model.StatusRow;
import placewatch.model.StatusValue;

/// The chosen status variable: its whole value as a tree, since when, and how far to trust it.
final class ValueView extends BorderPane {

    private final StatusModel model;
    private final Label name = new Label();
    private final Label facts = new Label();
    private final Label quality = new Label();
    private final Label why = new Label();
    private final JsonTree tree = new JsonTree();
    private Subscription shown = Subscription.EMPTY;
    private @Nullable StatusRow row;
    private boolean reading;

    ValueView(StatusModel model, Runnable onClose) {
        this.model = model;
        getStyleClass().add("value-view");
        setMinWidth(220);
        name.getStyleClass().add("pane-title");
        name.setMinWidth(0);
        facts.getStyleClass().add("muted");
        facts.setWrapText(true);
        why.getStyleClass().add("muted");
        why.setWrapText(true);
        tree.setId(ExploreView.VALUE_TREE);

        Button copy = Icons.button(Feather.COPY, "Copy the whole value");
        copy.setId(ExploreView.VALUE_COPY);
        copy.setOnAction(_ -> copy());
        Button close = Icons.button(Feather.X, "Close");
        close.setId(ExploreView.VALUE_CLOSE);
        close.setOnAction(_ -> onClose.run());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(2, name, gap, copy, close);
        head.getStyleClass().add("value-head");
        VBox top = new VBox(2, head, facts, quality, why);
        top.getStyleClass().add("value-top");
        setTop(top);
        setCenter(tree);
    }

    /// Follows a row until another, or none, is shown.
    void show(@Nullable StatusRow next) {
        shown.unsubscribe();
        shown = Subscription.EMPTY;
        row = next;
        tree.setRoot(null);
        if (next != null) {
            name.setText(next.key().name());
            shown = next.valueProperty().subscribe(this::value)
                    .and(next.qualityProperty().subscribe(_ -> refresh()))
                    .and(model.nowProperty().subscribe(_ -> refresh()));
        }
    }

    /// One value is read at a time: of those that come meanwhile only the latest is read next.
    private void value(@Nullable StatusValue value) {
        if (value == null) {
            tree.setRoot(null);
        } else if (!reading) {
            reading = true;
            StatusRow of = row;
            model.work(() -> Connection.read(value.json()), node -> {
                reading = false;
                StatusRow current = row;
                if (current != null && current == of) {
                    tree.show(node);
                }
                if (current != null && current.value().filter(latest -> latest != value).isPresent()) {
                    value(current.value().get());
                }
            });
        }
    }

    private void refresh() {
        StatusRow current = row;
        if (current == null) {
            return;
        }
        Instant now = model.nowProperty().get();
        facts.setText(current.value().map(value -> value.type() + ", " + Texts.size(value.json().length())
                + ", " + Texts.count(current.changesProperty().get(), "change") + current.changedAt().map(at -> " · " + Texts.clock(at, ZoneId.systemDefault())).orElse(""))
                .orElse("no value"));
        Mark.of(current.quality()).on(quality, Texts.quality(current.quality(), now));
        why.setText(Texts.qualityDetail(current.quality()));
    }

    private void copy() {
        if (row != null && row.value().isPresent()) {
            Copied.text(row.value().get().json());
        }
    }
}

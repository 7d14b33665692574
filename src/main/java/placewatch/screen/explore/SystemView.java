package placewatch.screen.explore;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import placewatch.control.Copied;
import placewatch.control.Icons;
import placewatch.control.Texts;
import placewatch.rest.ControlSystem;

/// The chosen system: what it is, and its modules.
final class SystemView extends BorderPane {

    private final ObservableValue<Instant> now;
    private final Label title = new Label();
    private final Label id = new Label();
    private final FlowPane chips = new FlowPane(6, 6);
    private final ListView<ModuleRow> modules;

    SystemView(SystemModel model) {
        now = model.nowProperty();
        getStyleClass().add("system");

        title.setId(ExploreView.SYSTEM_TITLE);
        title.getStyleClass().add("system-title");
        title.setWrapText(true);
        id.getStyleClass().addAll("mono", "muted", "system-id");
        Button copy = Icons.button(Feather.COPY, "Copy the system's id");
        copy.setOnAction(_ -> {
            Copied.text(id.getText());
        });
        HBox idLine = new HBox(2, id, copy);
        idLine.getStyleClass().add("id-line");
        VBox head = new VBox(2, title, idLine, chips);
        head.getStyleClass().add("system-head");

        Label modulesTitle = new Label("Modules");
        modulesTitle.getStyleClass().add("pane-title");
        Label number = new Label();
        number.getStyleClass().add("muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox modulesHead = new HBox(modulesTitle, gap, number);
        modulesHead.getStyleClass().add("pane-head");
        Label note = new Label();
        note.setWrapText(true);
        note.getStyleClass().add("list-note");
        note.textProperty().bind(model.noteProperty());
        // without modules the list's own placeholder says it
        note.visibleProperty().bind(model.noteProperty().isNotEmpty().and(Bindings.isNotEmpty(model.modules())));
        note.managedProperty().bind(note.visibleProperty());
        setTop(new VBox(head, modulesHead, note));

        modules = new ListView<>(model.modules());
        modules.setId(ExploreView.MODULES_LIST);
        modules.setAccessibleText("Modules");
        modules.getStyleClass().addAll("dense", "modules-list");
        modules.setFixedCellSize(30);
        modules.setCellFactory(_ -> new ModuleCell());
        modules.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                model.choose(row);
            }
        });
        Label placeholder = new Label();
        placeholder.setWrapText(true);
        placeholder.getStyleClass().addAll("muted", "placeholder-words");
        placeholder.textProperty().bind(model.noteProperty());
        modules.setPlaceholder(placeholder);
        setCenter(modules);

        model.modules().subscribe(() -> number.setText(
                model.modules().isEmpty() ? "" : String.valueOf(model.modules().size())));
        model.systemProperty().subscribe(this::show);
    }

    private void show(ControlSystem system) {
        title.setText(system.title());
        id.setText(system.id());
        List<Node> all = new ArrayList<>();
        if (system.capacity() > 0) {
            all.add(chip("seats " + system.capacity()));
        }
        system.features().forEach(feature -> all.add(chip(feature.replace('_', ' '))));
        all.add(chip(system.bookable() ? "bookable" : "not bookable"));
        chips.getChildren().setAll(all);
    }

    private static Label chip(String words) {
        Label chip = new Label(words);
        chip.getStyleClass().add("chip");
        return chip;
    }

    private final class ModuleCell extends ListCell<ModuleRow> {
        private final Label mark = new Label();
        private final Label name = new Label();
        private final Label state = new Label();
        private final HBox line;
        private Subscription shown = Subscription.EMPTY;

        ModuleCell() {
            state.getStyleClass().add("muted");
            // the name says more than the word, which has its mark beside it
            name.setMinWidth(USE_PREF_SIZE);
            state.setMinWidth(0);
            mark.setMinWidth(16);
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            line = new HBox(8, mark, name, gap, state);
            line.getStyleClass().add("module-line");
        }

        @Override
        protected double computePrefWidth(double height) {
            return 0;
        }

        @Override
        protected void updateItem(ModuleRow row, boolean empty) {
            super.updateItem(row, empty);
            shown.unsubscribe();
            shown = Subscription.EMPTY;
            if (empty || row == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            name.setText(row.address().slug());
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
}

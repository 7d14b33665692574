package placewatch.screen.watch;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import placewatch.control.Icons;
import placewatch.settings.Template;

/// Chooses over which systems a template is.
final class TemplateScopeView extends VBox {

    private static final double LIST_HEIGHT = 150;

    private final TemplateScopeModel model;

    TemplateScopeView(TemplateScopeModel model) {
        super(6);
        this.model = model;
        VBox body = new VBox(6);
        Label note = new Label();
        note.getStyleClass().add("muted");
        note.setWrapText(true);
        note.textProperty().bind(model.noteProperty());
        note.visibleProperty().bind(note.textProperty().isNotEmpty());
        note.managedProperty().bind(note.visibleProperty());
        getChildren().setAll(kinds(), body, note);
        model.kindProperty().subscribe(kind -> body.getChildren().setAll(switch (kind) {
            case ZONE -> zone();
            case SEARCH -> search();
            case SYSTEMS -> systems();
        }));
    }

    private HBox kinds() {
        ToggleGroup group = new ToggleGroup();
        HBox kinds = new HBox(4);
        for (TemplateScopeModel.Kind kind : TemplateScopeModel.Kind.values()) {
            ToggleButton toggle = new ToggleButton(switch (kind) {
                case ZONE -> "A zone";
                case SEARCH -> "A search";
                case SYSTEMS -> "Picked systems";
            });
            toggle.setId(TemplateForm.scope(kind));
            toggle.getStyleClass().addAll("small", "follow");
            toggle.setToggleGroup(group);
            toggle.setSelected(model.kindProperty().get() == kind);
            toggle.setOnAction(_ -> {
                // one of them is always chosen
                toggle.setSelected(true);
                model.choose(kind);
            });
            kinds.getChildren().add(toggle);
        }
        return kinds;
    }

    private List<Node> zone() {
        TextField filter = Icons.search("Filter zones");
        filter.setId(TemplateForm.ZONE_FILTER);
        filter.textProperty().bindBidirectional(model.zoneFilterProperty());
        ListView<TemplateScopeModel.Place> list = list(model.places(), TemplateScopeModel.Place::path, _ -> { });
        list.setId(TemplateForm.ZONES);
        Runnable mark = () -> {
            TemplateScopeModel.Place place = model.zoneProperty().get();
            if (place != null && model.places().contains(place)) {
                list.getSelectionModel().select(place);
            }
        };
        mark.run();
        // the zones come later, and others when they are filtered
        model.zoneProperty().subscribe(_ -> mark.run());
        list.getSelectionModel().selectedItemProperty().subscribe(place -> {
            if (place != null) {
                model.zoneProperty().set(place);
            }
        });
        Label chosen = new Label();
        chosen.textProperty().bind(model.zoneProperty().map(place -> "Systems in " + place.path()
                + " and the zones below it").orElse("No zone is chosen yet"));
        chosen.getStyleClass().add("muted");
        chosen.setWrapText(true);
        return List.of(filter, list, chosen);
    }

    private List<Node> search() {
        TextField words = Icons.search("Words that the server searches for");
        words.setId(TemplateForm.SEARCH);
        words.textProperty().bindBidirectional(model.wordsProperty());
        return List.of(words);
    }

    private List<Node> systems() {
        TextField words = Icons.search("Search systems");
        words.setId(TemplateForm.PICK_SEARCH);
        words.textProperty().bindBidirectional(model.pickWordsProperty());
        ListView<Template.Picked> found = list(model.found(), Template.Picked::title, model::pick);
        found.setId(TemplateForm.FOUND);
        found.setAccessibleText("Systems found");
        ListView<Template.Picked> picked = list(model.picked(), Template.Picked::title, model::unpick);
        picked.setId(TemplateForm.PICKED);
        picked.setAccessibleText("Systems picked");
        VBox left = new VBox(2, caption("Found – a click picks"), found);
        VBox right = new VBox(2, caption("Picked – a click takes away"), picked);
        HBox both = new HBox(8, left, right);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        return List.of(words, both);
    }

    private static Label caption(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("muted");
        return label;
    }

    private static <T> ListView<T> list(javafx.collections.ObservableList<T> items, Function<T, String> words,
            Consumer<T> act) {
        ListView<T> list = new ListView<>(items);
        list.getStyleClass().addAll("dense", "framed-list");
        list.setPrefHeight(LIST_HEIGHT);
        list.setMinHeight(LIST_HEIGHT);
        list.setFixedCellSize(26);
        list.setCellFactory(_ -> new ListCell<>() {
            {
                setOnMouseClicked(_ -> {
                    T item = getItem();
                    if (item != null) {
                        act.accept(item);
                    }
                });
            }

            @Override
            protected void updateItem(@Nullable T item, boolean empty) {
                super.updateItem(item, empty);
                String text = empty || item == null ? "" : words.apply(item);
                setText(text);
                setAccessibleText(text);
            }
        });
        list.setOnKeyPressed(event -> {
            T item = list.getSelectionModel().getSelectedItem();
            if (item != null && (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE)) {
                act.accept(item);
                event.consume();
            }
        });
        return list;
    }
}

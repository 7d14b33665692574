package placewatch.screen.watch;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import placewatch.control.ActionButton;
import placewatch.control.FirstFocus;
import placewatch.control.Icons;
import placewatch.control.Mark;
import placewatch.settings.Template;

/// Defines a template: its name, over which systems, with which columns; the first rooms are shown as they will be.
public final class TemplateForm extends BorderPane {

    // by these the tour and the tests find what a person sees
    public static final String NAME = "template-form-name";
    public static final String ZONES = "template-form-zones";
    public static final String ZONE_FILTER = "template-form-zone-filter";
    public static final String SEARCH = "template-form-search";
    public static final String PICK_SEARCH = "template-form-pick-search";
    public static final String FOUND = "template-form-found";
    public static final String PICKED = "template-form-picked";
    public static final String ADD = "template-form-add";
    public static final String SAVE = "template-form-save";
    public static final String CANCEL = "template-form-cancel";
    public static final String LACKS = "template-form-lacks";
    public static final String PREVIEW = "template-form-preview";

    private final TemplateFormModel model;
    private final VBox columns = new VBox(6);
    private final BorderPane preview = new BorderPane();
    private final TextField name = new TextField();

    /// The id of the toggle for a kind of scope.
    static String scope(TemplateScopeModel.Kind kind) {
        return "template-form-" + kind.name().toLowerCase(java.util.Locale.ROOT);
    }

    /// The id of a column's pattern; the first is 0.
    public static String pattern(int place) {
        return "template-form-pattern-" + place;
    }

    /// The id of the sentence that says what is wrong with it.
    public static String wrong(int place) {
        return "template-form-wrong-" + place;
    }

    /// @param ready  ready-made ones to start from
    /// @param onSave gets what was defined
    public TemplateForm(TemplateFormModel model, ObservableList<TemplateReady> ready, Consumer<Template> onSave,
            Runnable onCancel) {
        this.model = model;
        getStyleClass().add("template-form");
        name.setId(NAME);
        name.setPromptText("Name");
        name.textProperty().bindBidirectional(model.nameProperty());
        Button add = new Button("Add a column", Icons.icon(Feather.PLUS));
        add.setId(ADD);
        add.getStyleClass().add("small");
        add.setOnAction(_ -> model.add());

        Label how = new Label("Display_1/power is one variable, Display_*/power that of each Display, */connected that "
                + "of every module. Bookings_1/current_booking/title is a part of a value.");
        how.getStyleClass().add("muted");
        how.setWrapText(true);
        VBox left = new VBox(10, title("Name"), name, ready(ready), title("Rooms"), new TemplateScopeView(model.scope()),
                title("Columns"), how, columns, add);
        left.getStyleClass().add("template-form-fields");
        left.setFillWidth(true);
        ScrollPane scroll = new ScrollPane(left);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setPrefWidth(490);
        scroll.setMinWidth(380);

        setTop(head(onSave, onCancel));
        setLeft(scroll);
        setCenter(preview);
        preview.getStyleClass().add("template-form-preview");
        model.columns().subscribe(this::list);
        list();
        model.previewProperty().subscribe(this::show);
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                onCancel.run();
                event.consume();
            }
        });
    }

    private HBox head(Consumer<Template> onSave, Runnable onCancel) {
        Label title = new Label(model.editing() ? "Edit template" : "New template");
        title.getStyleClass().add("pane-title");
        Label lacks = new Label();
        lacks.setId(LACKS);
        lacks.getStyleClass().add("muted");
        lacks.textProperty().bind(model.lacksProperty());
        lacks.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(lacks, Priority.ALWAYS);
        ActionButton save = new ActionButton(SAVE, "Save", Icons.icon(Feather.CHECK), "Keeps the template",
                model.lacksProperty(), () -> model.template().ifPresent(onSave));
        Button cancel = new Button("Cancel");
        cancel.setId(CANCEL);
        cancel.getStyleClass().add("small");
        cancel.setOnAction(_ -> onCancel.run());
        HBox head = new HBox(8, title, lacks, cancel, save);
        head.getStyleClass().add("pane-head");
        return head;
    }

    private FlowPane ready(ObservableList<TemplateReady> ready) {
        FlowPane pane = new FlowPane(4, 4);
        pane.setAlignment(Pos.CENTER_LEFT);
        pane.visibleProperty().bind(Bindings.isNotEmpty(ready));
        pane.managedProperty().bind(pane.visibleProperty());
        Runnable fill = () -> {
            Label words = new Label("Columns of");
            words.getStyleClass().add("muted");
            pane.getChildren().setAll(words);
            for (TemplateReady each : ready) {
                Button button = new Button(each.name());
                button.setId("template-form-ready-" + each.name());
                button.getStyleClass().add("chip-button");
                button.setOnAction(_ -> model.take(each));
                pane.getChildren().add(button);
            }
        };
        ready.subscribe(fill);
        fill.run();
        return pane;
    }

    private static Label title(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("pane-title");
        return label;
    }

    private void list() {
        columns.getChildren().clear();
        for (int place = 0; place < model.columns().size(); place++) {
            columns.getChildren().add(column(model.columns().get(place), place));
        }
    }

    private VBox column(TemplateFormModel.Draft draft, int place) {
        TextField heading = new TextField();
        heading.setPromptText("Heading");
        heading.setPrefWidth(104);
        heading.setMinWidth(80);
        heading.textProperty().bindBidirectional(draft.headingProperty());
        TextField pattern = new TextField();
        pattern.setId(pattern(place));
        pattern.setPromptText("Display_1/power");
        pattern.setAccessibleText("Pattern of column " + (place + 1));
        pattern.getStyleClass().add("mono");
        pattern.textProperty().bindBidirectional(draft.patternProperty());
        HBox.setHgrow(pattern, Priority.ALWAYS);
        CheckBox joined = new CheckBox("joined");
        joined.setTooltip(new Tooltip("One column for all of a room's modules, such as “true, false”; otherwise one "
                + "for each"));
        joined.setMinWidth(Region.USE_PREF_SIZE);
        joined.selectedProperty().bindBidirectional(draft.joinedProperty());
        Button up = Icons.button(Feather.ARROW_UP, "Move this column to the left");
        up.setDisable(place == 0);
        up.setOnAction(_ -> model.move(draft, -1));
        Button remove = Icons.button(Feather.X, "Remove this column");
        remove.setOnAction(_ -> model.remove(draft));
        for (Button button : new Button[] {up, remove}) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        Label wrong = new Label();
        wrong.setId(wrong(place));
        wrong.setWrapText(true);
        wrong.getStyleClass().add(Mark.TROUBLE.styleClass());
        draft.patternProperty().subscribe(text -> {
            TemplatePattern read = draft.read();
            String words = read instanceof TemplatePattern.Wrong bad && !text.isBlank()
                    ? Mark.TROUBLE.glyph() + " " + bad.words() : "";
            wrong.setText(words);
            wrong.setVisible(!words.isEmpty());
            wrong.setManaged(!words.isEmpty());
            // where there is nothing to join, the pattern has use for its place
            boolean several = read instanceof TemplatePattern.Sound sound && sound.several();
            joined.setVisible(several);
            joined.setManaged(several);
        });
        HBox line = new HBox(6, heading, pattern, joined, up, remove);
        line.setAlignment(Pos.CENTER_LEFT);
        return new VBox(2, line, wrong);
    }

    private void show(@Nullable TemplateModel shown) {
        if (shown == null) {
            Label words = new Label("The first rooms are shown here once it is said which they are and what of them.");
            words.setWrapText(true);
            words.getStyleClass().addAll("muted", "placeholder-words");
            preview.setTop(null);
            preview.setCenter(words);
            return;
        }
        Label head = new Label("The first rooms, as they are now");
        head.getStyleClass().add("pane-title");
        HBox top = new HBox(head);
        top.getStyleClass().add("pane-head");
        TemplateTable table = new TemplateTable(shown, () -> { });
        table.view().setId(PREVIEW);
        preview.setTop(top);
        preview.setCenter(table.view());
    }

    /// The cursor goes where one begins.
    public void begin() {
        FirstFocus.to(name);
    }
}

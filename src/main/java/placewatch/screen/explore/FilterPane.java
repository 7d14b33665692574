package placewatch.screen.explore;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import placewatch.control.Hint;

/// The filter's fields, which can be folded away, and below them what is set, each part a click away from off.
final class FilterPane extends VBox {

    /// So many features are offered as buttons; any other can be typed.
    private static final int OFFERED = 12;

    private final PlacesModel model;
    private final VBox fields = new VBox(6);
    private final FlowPane offered = new FlowPane(4, 4);
    private final FlowPane parts = new FlowPane(4, 4);

    FilterPane(PlacesModel model) {
        super(6);
        this.model = model;
        fields.getStyleClass().add("filter-fields");
        fields.setVisible(false);
        fields.managedProperty().bind(fields.visibleProperty());
        parts.managedProperty().bind(parts.visibleProperty());
        getChildren().setAll(fields, parts);

        fields.visibleProperty().subscribe(unfolded -> {
            if (unfolded && fields.getChildren().isEmpty()) {
                fill();
            }
        });
        model.filterProperty().subscribe(this::show);
    }

    /// Only when somebody unfolds it: three fields are a good part of what it takes to open the window.
    private void fill() {
        CheckBox bookable = new CheckBox("Can be booked");
        bookable.setId(ExploreView.FILTER_BOOKABLE);
        bookable.setOnAction(_ -> model.filter(model.filterProperty().get().bookable(bookable.isSelected())));

        TextField seats = new TextField();
        seats.setId(ExploreView.FILTER_SEATS);
        seats.setPromptText("any");
        seats.setAccessibleText("Least number of seats");
        seats.getStyleClass().add("small");
        seats.setPrefWidth(64);
        seats.textProperty().addListener((_, before, text) -> {
            if (!text.matches("\\d{0,6}")) {
                seats.setText(before);
            } else {
                model.filterSoon(model.filterProperty().get().seating(text.isEmpty() ? 0 : Integer.parseInt(text)));
            }
        });
        HBox seatsLine = new HBox(8, new Label("Seats, at least"), seats);
        seatsLine.getStyleClass().add("filter-line");

        TextField feature = new TextField();
        feature.setId(ExploreView.FILTER_FEATURE);
        feature.setPromptText("Feature, then Enter");
        feature.setAccessibleText("Feature that it must have; Enter adds it to the filter");
        feature.getStyleClass().add("small");
        feature.setOnAction(_ -> {
            if (!feature.getText().isBlank()) {
                model.filter(model.filterProperty().get().with(feature.getText().strip()));
                feature.clear();
            }
        });
        fields.getChildren().setAll(bookable, seatsLine, feature, offered);
        model.features().addListener((ListChangeListener<String>) _ -> offer());
        model.filterProperty().subscribe(filter -> {
            bookable.setSelected(filter.bookable());
            String least = filter.leastSeats() == 0 ? "" : String.valueOf(filter.leastSeats());
            if (!seats.getText().replaceFirst("^0+", "").equals(least)) {
                seats.setText(least);
            }
            offer();
        });
    }

    /// What can be folded away.
    Region fields() {
        return fields;
    }

    private void offer() {
        SystemFilter filter = model.filterProperty().get();
        List<Node> buttons = new ArrayList<>();
        model.features().stream().filter(feature -> !filter.features().contains(feature)).limit(OFFERED)
                .forEach(feature -> {
                    Button add = chip("+ " + feature, "Only systems with " + feature);
                    add.setOnAction(_ -> model.filter(model.filterProperty().get().with(feature)));
                    buttons.add(add);
                });
        offered.getChildren().setAll(buttons);
    }

    private void show(SystemFilter filter) {
        List<Node> chips = new ArrayList<>();
        for (SystemFilter.Part part : filter.parts()) {
            Button off = chip(part.words() + " ×", "Take “" + part.words() + "” off the filter");
            off.getStyleClass().addAll("filter-part", "accent");
            off.setOnAction(_ -> model.filter(part.without()));
            chips.add(off);
        }
        parts.getChildren().setAll(chips);
        parts.setVisible(!chips.isEmpty());
    }

    private static Button chip(String words, String says) {
        Button chip = new Button(words);
        chip.setMnemonicParsing(false);
        chip.getStyleClass().addAll("chip-button");
        chip.setAccessibleText(says);
        Hint.on(chip, says);
        return chip;
    }
}

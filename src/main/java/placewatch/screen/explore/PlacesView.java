package placewatch.screen.explore;

import atlantafx.base.controls.CustomTextField;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import placewatch.control.Icons;
import placewatch.control.Texts;
import placewatch.rest.ControlSystem;

/// Zones and systems, with the search above them.
final class PlacesView extends BorderPane {

    private static final PseudoClass BUILDING = PseudoClass.getPseudoClass("building");

    private final PlacesModel model;
    private final Consumer<ControlSystem> onChosen;
    private final TreeView<PlaceNode> tree = new TreeView<>();
    private final TreeItem<PlaceNode> places = new TreeItem<>();
    private final TreeItem<PlaceNode> results = new TreeItem<>();
    private final Map<PlaceNode, TreeItem<PlaceNode>> items = new HashMap<>();

    PlacesView(PlacesModel model, Consumer<ControlSystem> onChosen) {
        this.model = model;
        this.onChosen = onChosen;
        getStyleClass().add("places");

        Label title = new Label("Systems");
        title.getStyleClass().add("pane-title");
        Label total = new Label();
        total.getStyleClass().add("muted");
        total.textProperty().bind(Bindings.createStringBinding(this::count,
                model.totalProperty(), model.matchesProperty(), model.searchingProperty()));
        HBox head = new HBox(title, grow(), total);
        head.getStyleClass().add("pane-head");

        CustomTextField search = Icons.search("Search systems");
        search.setId(ExploreView.PLACES_SEARCH);
        search.textProperty().bindBidirectional(model.queryProperty());
        search.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN) {
                tree.requestFocus();
                tree.getSelectionModel().selectFirst();
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
                search.clear();
                event.consume();
            }
        });
        VBox searchBox = new VBox(search);
        searchBox.getStyleClass().add("search-box");
        setTop(new VBox(head, searchBox));

        tree.setId(ExploreView.PLACES_TREE);
        tree.setAccessibleText("Zones and systems");
        tree.getStyleClass().addAll("dense", "places-tree");
        tree.setShowRoot(false);
        tree.setFixedCellSize(30);
        tree.setCellFactory(_ -> new PlaceCell());
        tree.setRoot(places);
        tree.getSelectionModel().selectedItemProperty().addListener((_, _, item) -> chosen(item));
        tree.setOnKeyPressed(event -> {
            TreeItem<PlaceNode> item = tree.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && item != null
                    && item.getValue().content() instanceof PlaceNode.More(var _, Runnable fetch)) {
                more(fetch);
                event.consume();
            }
        });
        setCenter(tree);
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                search.requestFocus();
            }
        });

        VBox trouble = trouble();
        model.troubleProperty().subscribe(words -> setCenter(words.isEmpty() ? tree : trouble));
        mirror(model.roots(), places);
        mirror(model.found(), results);
        model.searchingProperty().subscribe(searching -> tree.setRoot(searching ? results : places));
        model.openAtFirst().addListener((ListChangeListener<PlaceNode>) _ -> openFirst());
        openFirst();
    }

    private String count() {
        int all = model.totalProperty().get();
        if (all < 0) {
            return "";
        }
        String found = model.searchingProperty().get() ? Texts.grouped(model.matchesProperty().get()) + " of " : "";
        return found + Texts.grouped(all);
    }

    private VBox trouble() {
        Label words = new Label();
        words.setWrapText(true);
        words.textProperty().bind(model.troubleProperty());
        Hyperlink again = new Hyperlink("Try again");
        again.setOnAction(_ -> model.load());
        VBox box = new VBox(8, words, again);
        box.getStyleClass().add("empty-state");
        return box;
    }

    private void openFirst() {
        List<PlaceNode> buildings = List.copyOf(model.openAtFirst());
        for (PlaceNode building : buildings) {
            TreeItem<PlaceNode> item = items.get(building);
            if (item != null) {
                item.setExpanded(true);
                if (building == buildings.getFirst() && !item.getChildren().isEmpty()) {
                    item.getChildren().getFirst().setExpanded(true);
                }
            }
        }
    }

    private void more(Runnable fetch) {
        // its line goes, and the tree would choose the system above it
        tree.getSelectionModel().clearSelection();
        fetch.run();
    }

    private void chosen(TreeItem<PlaceNode> item) {
        if (item != null && item.getValue() != null
                && item.getValue().content() instanceof PlaceNode.OfSystem(ControlSystem system, var _)) {
            onChosen.accept(system);
        }
    }

    /// Keeps a tree item's children like the model's list.
    private void mirror(ObservableList<PlaceNode> list, TreeItem<PlaceNode> item) {
        list.forEach(node -> item.getChildren().add(itemOf(node)));
        list.addListener((ListChangeListener<PlaceNode>) change -> {
            while (change.next()) {
                change.getRemoved().forEach(items::remove);
                item.getChildren().remove(change.getFrom(), change.getFrom() + change.getRemovedSize());
                item.getChildren().addAll(change.getFrom(),
                        change.getAddedSubList().stream().map(this::itemOf).toList());
            }
        });
    }

    private TreeItem<PlaceNode> itemOf(PlaceNode node) {
        TreeItem<PlaceNode> item = new PlaceItem(node);
        items.put(node, item);
        mirror(node.children(), item);
        item.expandedProperty().subscribe(expanded -> {
            if (expanded) {
                model.open(node);
            }
        });
        return item;
    }

    private static Region grow() {
        Region region = new Region();
        HBox.setHgrow(region, Priority.ALWAYS);
        return region;
    }

    /// A zone can be opened before its children are known.
    private static final class PlaceItem extends TreeItem<PlaceNode> {
        PlaceItem(PlaceNode node) {
            super(node);
        }

        @Override
        public boolean isLeaf() {
            return !(getValue().content() instanceof PlaceNode.OfZone);
        }
    }

    private final class PlaceCell extends TreeCell<PlaceNode> {
        private final Label name = new Label();
        private final Label side = new Label();
        private final HBox line = new HBox(8, name, grow(), side);

        PlaceCell() {
            side.getStyleClass().add("muted");
            line.getStyleClass().add("place-line");
            setOnMouseClicked(event -> {
                if (getItem() != null && getItem().content() instanceof PlaceNode.More(var _, Runnable fetch)) {
                    more(fetch);
                    event.consume();
                }
            });
        }

        /// The line fills the cell whatever its indent, so that what stands at its end stands in one column.
        @Override
        protected void layoutChildren() {
            super.layoutChildren();
            line.resize(Math.max(0, getWidth() - line.getLayoutX() - 12), line.getHeight());
        }

        @Override
        protected double computePrefWidth(double height) {
            return 0;
        }

        @Override
        protected void updateItem(PlaceNode node, boolean empty) {
            super.updateItem(node, empty);
            side.textProperty().unbind();
            name.setMinWidth(0);
            side.setMinWidth(USE_PREF_SIZE);
            side.setText("");
            name.getStyleClass().removeAll("muted", "more-link");
            boolean building = false;
            if (empty || node == null) {
                setGraphic(null);
                setAccessibleText("");
            } else {
                switch (node.content()) {
                    case PlaceNode.OfZone(var zone) -> {
                        name.setText(zone.title());
                        building = zone.tags().contains("building");
                        side.textProperty().bind(node.countProperty()
                                .map(n -> n.intValue() < 0 ? "" : Texts.grouped(n.intValue())));
                    }
                    case PlaceNode.OfSystem(ControlSystem system, String path) -> {
                        name.setText(system.title());
                        if (!path.isEmpty()) {
                            // among results the name says more than where it is
                            name.setMinWidth(USE_PREF_SIZE);
                            side.setMinWidth(0);
                        }
                        side.setText(!path.isEmpty() ? path
                                : system.capacity() > 0 ? Texts.count(system.capacity(), "seat") : "");
                    }
                    case PlaceNode.Notice(String text) -> {
                        name.setText(text);
                        name.getStyleClass().add("muted");
                    }
                    case PlaceNode.More(String text, var _) -> {
                        name.setText(text);
                        name.getStyleClass().add("more-link");
                    }
                }
                setAccessibleText(name.getText() + " " + side.getText());
                setGraphic(line);
            }
            pseudoClassStateChanged(BUILDING, building);
        }
    }
}

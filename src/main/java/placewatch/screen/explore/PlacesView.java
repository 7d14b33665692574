package placewatch.screen.explore;

import atlantafx.base.controls.CustomTextField;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import placewatch.control.Command;
import placewatch.control.Hint;
import placewatch.control.Icons;
import placewatch.control.Texts;
import placewatch.rest.ControlSystem;

/// Zones and systems, with the search and the filter above them.
final class PlacesView extends BorderPane {

    /// Lines that are looked through for a system: all of them can be ten thousand.
    private static final int NEAR = 500;

    private final PlacesModel model;
    private final Consumer<ControlSystem> onChosen;
    private final ListView<PlaceNode> lines = new ListView<>();
    private final CustomTextField search;
    private final ToggleButton filters = toggle(
            Feather.FILTER, "Filter by seats, features and whether a room can be booked");
    private final Runnable look = this::look;
    private boolean sightChanged;
    private @Nullable VirtualFlow<?> flow;

    PlacesView(PlacesModel model, Consumer<ControlSystem> onChosen) {
        this.model = model;
        this.onChosen = onChosen;
        getStyleClass().add("places");
        search = search();
        setTop(top());

        lines.setItems(model.rows());
        lines.setId(ExploreView.PLACES_TREE);
        lines.setAccessibleText("Zones and systems");
        lines.getStyleClass().addAll("dense", "places-tree");
        lines.setFixedCellSize(30);
        lines.setCellFactory(_ -> new PlaceCell(model, () -> sightChanged = true));
        lines.getSelectionModel().selectedItemProperty().addListener((_, _, line) -> chosen(line));
        lines.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        Subscription starring = model.favourites().onChange(lines::refresh);
        VBox trouble = trouble();
        model.troubleProperty().subscribe(words -> setCenter(words.isEmpty() ? lines : trouble));
        sceneProperty().subscribe((before, scene) -> {
            follow(before, scene);
            if (scene == null) {
                starring.unsubscribe();
            }
        });
        follow(null, getScene());
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                search.requestFocus();
            }
        });
    }

    private VBox top() {
        Label title = new Label("Systems");
        title.getStyleClass().add("pane-title");
        Label total = new Label();
        total.setId(ExploreView.PLACES_COUNT);
        total.getStyleClass().add("muted");
        total.textProperty().bind(Bindings.createStringBinding(
                this::count, model.totalProperty(), model.matchesProperty()));
        HBox head = new HBox(title, grow(), total);
        head.getStyleClass().add("pane-head");

        filters.setId(ExploreView.PLACES_FILTER);
        ToggleButton favourites = toggle(Feather.STAR, "Only favourites");
        favourites.setId(ExploreView.PLACES_FAVOURITES);
        favourites.setOnAction(_ -> model.filter(model.filterProperty().get().favourites(favourites.isSelected())));
        model.filterProperty().subscribe(filter -> favourites.setSelected(filter.favouritesOnly()));
        HBox.setHgrow(search, Priority.ALWAYS);
        HBox line = new HBox(4, search, filters, favourites);
        FilterPane pane = new FilterPane(model);
        pane.fields().visibleProperty().bind(filters.selectedProperty());
        VBox box = new VBox(8, line, pane);
        box.getStyleClass().add("search-box");
        return new VBox(head, box);
    }

    private static ToggleButton toggle(Feather icon, String words) {
        ToggleButton button = new ToggleButton("", Icons.icon(icon));
        button.getStyleClass().addAll("small", "filter-toggle");
        button.setAccessibleText(words);
        Hint.on(button, words);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private CustomTextField search() {
        CustomTextField search = Icons.search("Search systems");
        search.setId(ExploreView.PLACES_SEARCH);
        search.setMinWidth(60);
        search.textProperty().bindBidirectional(model.queryProperty());
        // a filter, as the field would start its caret again after a handler has moved the cursor away
        search.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN) {
                lines.requestFocus();
                lines.getSelectionModel().selectFirst();
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
                search.clear();
                event.consume();
            }
        });
        return search;
    }

    /// What can be done with the places.
    List<Command> commands() {
        String group = "Places";
        SystemFilter filter = model.filterProperty().get();
        return List.of(
                Command.of("Places", "Go to the list of places", lines::requestFocus),
                Command.of(group, "Search systems", () -> {
                    search.requestFocus();
                    search.selectAll();
                }).key("Shortcut+L"),
                Command.of(group, filters.isSelected() ? "Fold the filter away"
                        : "Filter by seats, features and booking", filters::fire),
                Command.of(group, filter.favouritesOnly() ? "Show all systems again" : "Show only favourites",
                        () -> model.filter(filter.favourites(!filter.favouritesOnly()))),
                Command.of(group, "Clear the search and the filter", model::clearAll)
                        .unless(!filter.isSet() && search.getText().isBlank(), "Nothing is searched or filtered."),
                Command.of(group, "Load the zones again", model::load));
    }

    /// A system was opened, here or from elsewhere: the line that stands for it is marked if it is near, and no other.
    void show(String systemId) {
        if (lines.getSelectionModel().getSelectedItem() instanceof PlaceNode.OfSystem(ControlSystem system, var _, var _)
                && system.id().equals(systemId)) {
            return;
        }
        int last = Math.min(NEAR, model.rows().size());
        for (int line = 0; line < last; line++) {
            if (model.rows().get(line) instanceof PlaceNode.OfSystem(ControlSystem system, var _, var _)
                    && system.id().equals(systemId)) {
                go(line);
                return;
            }
        }
        lines.getSelectionModel().clearSelection();
    }

    private String count() {
        int all = model.totalProperty().get();
        if (all < 0) {
            return "";
        }
        int matches = model.matchesProperty().get();
        return (matches < 0 ? "" : Texts.grouped(matches) + " of ") + Texts.grouped(all);
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

    private void chosen(@Nullable PlaceNode line) {
        if (line instanceof PlaceNode.OfSystem(ControlSystem system, var _, var _)) {
            onChosen.accept(system);
        }
    }

    /// As in a tree: right opens a zone and left closes it, or goes to the zone around.
    private void key(KeyEvent event) {
        int index = lines.getSelectionModel().getSelectedIndex();
        if (index < 0 || index >= model.rows().size() || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean done = switch (model.rows().get(index)) {
            case PlaceNode.OfZone zone -> switch (event.getCode()) {
                case RIGHT, ADD, PLUS -> {
                    if (zone.open()) {
                        go(index + 1);
                    } else {
                        model.toggle(index);
                    }
                    yield true;
                }
                case LEFT, SUBTRACT, MINUS -> {
                    if (zone.open()) {
                        model.toggle(index);
                    } else {
                        go(model.around(index));
                    }
                    yield true;
                }
                case ENTER, SPACE -> {
                    model.toggle(index);
                    yield true;
                }
                default -> false;
            };
            case PlaceNode.OfSystem(ControlSystem system, var _, var _) -> switch (event.getCode()) {
                case F -> {
                    model.favourites().toggle(system);
                    yield true;
                }
                case LEFT -> {
                    go(model.around(index));
                    yield true;
                }
                default -> false;
            };
            case PlaceNode.Act act -> {
                boolean pressed = event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE;
                if (pressed) {
                    model.act(act);
                }
                yield pressed;
            }
            case PlaceNode.Waiting _, PlaceNode.Notice _ -> {
                if (event.getCode() == KeyCode.LEFT) {
                    go(model.around(index));
                }
                yield event.getCode() == KeyCode.LEFT;
            }
        };
        if (done) {
            event.consume();
        }
    }

    private void go(int index) {
        if (index >= 0 && index < model.rows().size()) {
            lines.getSelectionModel().clearAndSelect(index);
            lines.getFocusModel().focus(index);
            lines.scrollTo(Math.max(0, index - 3));
        }
    }

    private void follow(@Nullable Scene before, @Nullable Scene scene) {
        if (before != null) {
            before.removePostLayoutPulseListener(look);
        }
        if (scene != null) {
            scene.addPostLayoutPulseListener(look);
        }
    }

    /// After a layout that brought other lines into sight: only then it is known which.
    private void look() {
        if (!sightChanged) {
            return;
        }
        if (flow == null && lines.lookup(".virtual-flow") instanceof VirtualFlow<?> found) {
            flow = found;
        }
        VirtualFlow<?> seen = flow;
        IndexedCell<?> first = seen == null ? null : seen.getFirstVisibleCell();
        IndexedCell<?> last = seen == null ? null : seen.getLastVisibleCell();
        if (first != null && last != null) {
            sightChanged = false;
            model.inSight(first.getIndex(), last.getIndex());
        }
    }

    private static Region grow() {
        Region region = new Region();
        HBox.setHgrow(region, Priority.ALWAYS);
        return region;
    }
}

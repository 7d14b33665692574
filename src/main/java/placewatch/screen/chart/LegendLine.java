package placewatch.screen.chart;

import java.time.Instant;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import placewatch.control.Copied;
import placewatch.control.Icons;
import placewatch.control.Mark;
import placewatch.control.Texts;
import placewatch.control.chart.SeriesLook;
import placewatch.model.StatusRow;
import placewatch.model.StatusValue;
import placewatch.model.series.Axes;
import placewatch.model.series.Series;
import placewatch.model.series.Side;
import placewatch.protocol.StatusKey;

/// One series in the legend. A click or Space hides it and shows it again, Delete takes it out, the menu has the rest.
final class LegendLine extends HBox {

    private static final PseudoClass HIDDEN = PseudoClass.getPseudoClass("hidden");
    private static final double VALUE = 130;
    private static final double QUALITY = 190;

    private final ChartModel model;
    private final Chart chart;
    private final Series series;
    private final Label name = new Label();
    private final Label where = new Label();
    private final Label axis = new Label();
    private final Label lost = new Label();
    private final Label value = new Label();
    private final Label quality = new Label();
    private @Nullable ContextMenu menu;
    private Side side = Side.LEFT;

    LegendLine(ChartModel model, Chart chart, Series series) {
        this.model = model;
        this.chart = chart;
        this.series = series;
        getStyleClass().add("legend-line");
        setId(ChartView.legend(series.key()));
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
        name.setText(series.key().name());
        name.getStyleClass().add("legend-name");
        name.setMinWidth(60);
        where.getStyleClass().add("muted");
        where.setMinWidth(0);
        axis.getStyleClass().add("muted");
        axis.setMinWidth(Region.USE_PREF_SIZE);
        lost.getStyleClass().add("dropped");
        lost.setMinWidth(0);
        value.getStyleClass().add("legend-value");
        fixed(value, VALUE);
        fixed(quality, QUALITY);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button remove = Icons.button(Feather.X, "Remove " + series.key().name() + " from the chart");
        remove.setFocusTraversable(false);
        remove.setMinWidth(Region.USE_PREF_SIZE);
        remove.setOnAction(_ -> model.remove(chart, series));
        getChildren().setAll(SeriesLook.of(series.look()).mark(), name, where, axis, gap, lost, value, quality, remove);
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                requestFocus();
                toggle();
                event.consume();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        setOnContextMenuRequested(event -> {
            openMenu(event.getScreenX(), event.getScreenY());
            event.consume();
        });
    }

    private static void fixed(Label label, double width) {
        label.setMinWidth(width);
        label.setPrefWidth(width);
        label.setMaxWidth(width);
    }

    Series series() {
        return series;
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case SPACE, ENTER -> toggle();
            case DELETE -> model.remove(chart, series);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void toggle() {
        series.hiddenProperty().set(!series.isHidden());
    }

    private void openMenu(double x, double y) {
        MenuItem hide = new MenuItem(series.isHidden() ? "Show" : "Hide");
        hide.setOnAction(_ -> toggle());
        MenuItem only = new MenuItem("Hide all others");
        only.setOnAction(_ -> chart.series().forEach(each -> each.hiddenProperty().set(each != series)));
        MenuItem all = new MenuItem("Show all");
        all.setOnAction(_ -> chart.series().forEach(each -> each.hiddenProperty().set(false)));
        MenuItem move = new MenuItem("Move to the " + words(side.other()) + " axis");
        move.setOnAction(_ -> series.sideProperty().set(side.other()));
        move.setDisable(series.isSwitch());
        MenuItem byUnit = new MenuItem("Axis by its unit");
        byUnit.setOnAction(_ -> series.sideProperty().set(null));
        byUnit.setDisable(series.side().isEmpty());
        MenuItem copy = new MenuItem("Copy name and value");
        copy.setOnAction(_ -> Copied.text(series.key() + "\t"
                + series.recording().row().value().map(StatusValue::json).orElse("")));
        MenuItem remove = new MenuItem("Remove from the chart");
        remove.setOnAction(_ -> model.remove(chart, series));
        if (menu != null) {
            menu.hide();
        }
        menu = new ContextMenu(hide, only, all, new SeparatorMenuItem(), move, byUnit, new SeparatorMenuItem(), copy,
                remove);
        menu.show(this, x, y);
    }

    private static String words(Side side) {
        return side == Side.LEFT ? "left" : "right";
    }

    /// The chart's series are on these axes now.
    void arranged(Axes axes) {
        side = axes.of(series);
        boolean two = !axes.shown(Side.LEFT).isEmpty() && !axes.shown(Side.RIGHT).isEmpty();
        axis.setText(series.isHidden() ? "hidden" : series.isSwitch() ? "" : two ? words(side) + " axis" : "");
        pseudoClassStateChanged(HIDDEN, series.isHidden());
    }

    /// What it says now.
    void refresh(Instant now) {
        StatusKey key = series.key();
        StatusRow row = series.recording().row();
        where.setText(key.module().slug() + " · " + model.systemTitles().getOrDefault(key.module().system(),
                key.module().system()));
        value.setText(value(row));
        Mark.of(row.quality()).on(quality, Texts.quality(row.quality(), now));
        long missed = series.recording().missed();
        lost.setText(missed == 0 ? "" : Texts.count(missed, "value") + " not kept");
        setAccessibleText(key.name() + " of " + where.getText() + ", " + value.getText() + ", "
                + Texts.quality(row.quality(), now) + (series.isHidden() ? ", hidden" : ", shown"));
    }

    private String value(StatusRow row) {
        return row.value().map(stands -> switch (stands.kind()) {
            case NUMBER -> series.unit().isSaid() ? stands.json() + " " + series.unit().sign() : stands.json();
            case BOOLEAN -> stands.json();
            case NULL -> "null";
            case STRING, OBJECT, ARRAY -> "not a number";
        }).orElse("—");
    }
}

package placewatch.screen.watch;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import placewatch.protocol.Subscription;
import placewatch.settings.Template;

/// How wide a template's columns are: as the person left them, the others as they usually are, or a little narrower
/// where that saves scrolling to the side. JavaFX thread.
final class TemplateWidths {

    private static final double LEAST = 60;
    private static final double ROOM = 170;

    /// As wide as "Boardroom 2.01".
    private static final double LEAST_ROOM = 130;

    /// As wide as "no Environment".
    private static final double USUAL = 136;

    /// For several values, or for part of one, which mostly are words.
    private static final double WORDS = 200;
    private static final double WIDEST = 240;
    private static final double LETTER = 8.5;
    private static final double SCROLL_BAR = 16;
    private static final long RESTS_MILLIS = 400;

    private record Range(double narrow, double usual) { }

    private final TemplateModel model;
    private final TableView<TemplateRow> table;
    private final Map<TableColumn<TemplateRow, ?>, Range> ranges = new LinkedHashMap<>();
    private Subscription rests = () -> { };

    TemplateWidths(TemplateModel model, TableView<TemplateRow> table) {
        this.model = model;
        this.table = table;
        table.widthProperty().subscribe(_ -> fit());
    }

    void ofRoom(TableColumn<TemplateRow, ?> column) {
        follow(column, new Range(LEAST_ROOM, ROOM));
    }

    void of(TableColumn<TemplateRow, ?> column, TemplateColumn defined) {
        boolean words = defined.joined()
                || defined.pattern() instanceof TemplatePattern.Sound sound && !sound.members().isEmpty();
        double heading = defined.heading().length() * LETTER + 40;
        follow(column, new Range(Math.clamp(heading, USUAL, WIDEST),
                Math.clamp(heading, words ? WORDS : USUAL, WIDEST)));
    }

    private void follow(TableColumn<TemplateRow, ?> column, Range range) {
        ranges.put(column, range);
        column.setMinWidth(LEAST);
        column.setPrefWidth(kept().getOrDefault(column.getId(), range.usual()));
        column.widthProperty().addListener((_, _, width) -> {
            // what is set here is wanted, too; what a person draws is not
            if (Math.abs(width.doubleValue() - column.getPrefWidth()) > 1) {
                // not for each pixel that it is drawn
                rests.close();
                rests = model.background().after(RESTS_MILLIS, () -> model.width(column.getId(), column.getWidth()));
            }
        });
    }

    private Map<String, Double> kept() {
        Template definition = model.definitionProperty().get();
        return definition.widths();
    }

    /// The table is of another width, or has other columns.
    void fit() {
        ranges.keySet().retainAll(table.getColumns());
        double left = table.getWidth() - SCROLL_BAR;
        if (left <= 0) {
            return;
        }
        Map<TableColumn<TemplateRow, ?>, Range> loose = new LinkedHashMap<>(ranges);
        loose.keySet().removeIf(column -> kept().containsKey(column.getId()));
        for (TableColumn<TemplateRow, ?> column : ranges.keySet()) {
            left -= loose.containsKey(column) ? 0 : column.getWidth();
        }
        double usual = loose.values().stream().mapToDouble(Range::usual).sum();
        double narrow = loose.values().stream().mapToDouble(Range::narrow).sum();
        // where it must be scrolled anyway, nothing is gained
        double part = narrow > left || usual <= narrow ? 1 : Math.clamp((left - narrow) / (usual - narrow), 0, 1);
        loose.forEach((column, range) ->
                column.setPrefWidth(Math.floor(range.narrow() + part * (range.usual() - range.narrow()))));
    }
}

package placewatch.control.chart;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/// A chart's colours, as the style sheet says.
class ChartColours extends Region {

    private static final StyleablePropertyFactory<ChartColours> STYLES =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final CssMetaData<ChartColours, Paint> GROUND = colour("ground", colours -> colours.ground);
    private static final CssMetaData<ChartColours, Paint> GRID = colour("grid", colours -> colours.grid);
    private static final CssMetaData<ChartColours, Paint> WORDS = colour("words", colours -> colours.words);
    private static final CssMetaData<ChartColours, Paint> RETURN = colour("return", colours -> colours.returned);
    private static final CssMetaData<ChartColours, Paint> EXEC = colour("exec", colours -> colours.exec);
    private static final List<CssMetaData<ChartColours, Paint>> SERIES = IntStream.rangeClosed(1, 8)
            .mapToObj(i -> colour("series-" + i, colours -> colours.series.get(i - 1))).toList();
    private static final List<CssMetaData<? extends Styleable, ?>> ALL = STYLES.getCssMetaData();

    private final SimpleStyleableObjectProperty<Paint> ground = property(GROUND);
    private final SimpleStyleableObjectProperty<Paint> grid = property(GRID);
    private final SimpleStyleableObjectProperty<Paint> words = property(WORDS);
    private final SimpleStyleableObjectProperty<Paint> returned = property(RETURN);
    private final SimpleStyleableObjectProperty<Paint> exec = property(EXEC);
    private final List<SimpleStyleableObjectProperty<Paint>> series = SERIES.stream().map(this::property).toList();

    private static CssMetaData<ChartColours, Paint> colour(String name,
            Function<ChartColours, StyleableProperty<Paint>> property) {
        return STYLES.createPaintCssMetaData("-pw-chart-" + name, property, Color.GRAY, false);
    }

    private SimpleStyleableObjectProperty<Paint> property(CssMetaData<ChartColours, Paint> style) {
        return new SimpleStyleableObjectProperty<>(style, this, style.getProperty(), Color.GRAY);
    }

    /// Runs it after the theme has changed a colour, with that colour.
    final void onColour(Consumer<Paint> then) {
        Stream.concat(Stream.of(ground, grid, words, returned, exec), series.stream())
                .forEach(colour -> colour.addListener((_, _, now) -> then.accept(now)));
    }

    final Paint ground() {
        return ground.get();
    }

    final Paint grid() {
        return grid.get();
    }

    final Paint words() {
        return words.get();
    }

    final Paint returned() {
        return returned.get();
    }

    final Paint exec() {
        return exec.get();
    }

    final Paint series(int look) {
        return series.get(look % series.size()).get();
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return ALL;
    }
}

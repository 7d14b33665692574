package placewatch.control.chart;

/// By these the tour and the tests find what a person sees of a chart.
public final class ChartIds {

    public static final String READING = "chart-reading";

    private ChartIds() { }
}

package placewatch.control.chart;

import java.time.Instant;
import java.util.List;
import placewatch.model.series.ChartMark;
import placewatch.model.series.Series;
import placewatch.model.series.TimeSpan;

/// What a chart shows.
///
/// @param series hidden ones included
/// @param span   of time
/// @param marks  the oldest first
public record Shown(List<Series> series, TimeSpan span, Instant now, List<ChartMark> marks) { }

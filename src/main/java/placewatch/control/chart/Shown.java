package placewatch.control.chart;

import java.time.Instant;
import java.util.List;
import placewatch.model.series.ChartMark;
import placewatch.model.series.Series;
import placewatch.model.series.TimeSpan;
import placewatch.settings.Charts;

/// What a chart shows.
///
/// @param series hidden ones included
/// @param span   of time
/// @param marks  the oldest first
/// @param lines  how numbers are drawn; what is on or off always steps
public record Shown(List<Series> series, TimeSpan span, Instant now, List<ChartMark> marks,
                    Charts.Lines lines) { }

package placewatch.screen.chart;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import placewatch.control.chart.SeriesWords;
import placewatch.model.series.Points;
import placewatch.model.series.TimeSpan;

/// A chart's points of a stretch of time as a table in a file: one line a value, in the order of time. Any thread, once
/// it is made.
///
/// @param series all that are shown
/// @param span   what is taken
record Taken(List<Line> series, TimeSpan span) {

    /// One series as it was when it was taken.
    record Line(String system, String systemId, String module, String variable, String unit, boolean switches,
            Points points) { }

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx");
    private static final String STARTERS = "=+-@\t\r";

    /// Comma-separated values as RFC 4180 has them. Where nothing was known from a moment on, there is a line of that
    /// moment without a value.
    void write(Writer out, ZoneId zone) throws IOException {
        out.write("time,value,variable,unit,module,system,system id\r\n");
        int[] next = new int[series.size()];
        int[] end = new int[series.size()];
        String[] tail = new String[series.size()];
        for (int i = 0; i < series.size(); i++) {
            Line line = series.get(i);
            next[i] = line.points().firstFrom((long) Math.ceil(span.from()));
            end[i] = line.points().firstFrom((long) Math.floor(span.to()) + 1);
            tail[i] = "," + field(line.variable()) + "," + field(line.unit()) + "," + field(line.module()) + ","
                    + field(line.system()) + "," + field(line.systemId()) + "\r\n";
        }
        for (int first = first(next, end); first >= 0; first = first(next, end)) {
            Line line = series.get(first);
            Points points = line.points();
            out.write(TIME.format(Instant.ofEpochMilli(points.time(next[first])).atZone(zone)));
            out.write(',');
            out.write(value(line, points.value(next[first])));
            out.write(tail[first]);
            next[first]++;
        }
    }

    private int first(int[] next, int[] end) {
        int first = -1;
        for (int i = 0; i < next.length; i++) {
            if (next[i] < end[i] && (first < 0
                    || series.get(i).points().time(next[i]) < series.get(first).points().time(next[first]))) {
                first = i;
            }
        }
        return first;
    }

    private static String value(Line line, double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        if (line.switches && (value == 0 || value == 1)) {
            return value == 1 ? "true" : "false";
        }
        return SeriesWords.number(value);
    }

    /// A text that a spreadsheet would take for a formula begins with an apostrophe.
    static String field(String text) {
        String guarded = !text.isEmpty() && STARTERS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return guarded.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + guarded.replace("\"", "\"\"") + '"' : guarded;
    }
}

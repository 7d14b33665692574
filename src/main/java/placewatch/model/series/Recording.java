package placewatch.model.series;

import java.time.Instant;
import java.util.List;
import placewatch.history.RecentChanges;
import placewatch.history.RecentChanges.Entry;
import placewatch.history.RecentChanges.Position;
import placewatch.history.RecentChanges.Since;
import placewatch.model.Quality;
import placewatch.model.StatusRow;
import placewatch.model.StatusValue;

/// Every value that a variable had since it is charted, shown or not. Takes them from the row's recent changes, which
/// keep two hundred: whoever looks often enough misses none, and what was missed is counted. JavaFX thread.
public final class Recording {

    /// What the values are.
    public enum Kind { UNKNOWN, NUMBER, BOOLEAN, OTHER }

    private final StatusRow row;
    private final Points points = new Points();
    private Position read = Position.BEGINNING;
    private boolean looked;
    private boolean latestIsValue;
    private boolean lost;
    private boolean stopped;
    private double standing = Double.NaN;
    private Kind kind = Kind.UNKNOWN;
    private long missed;

    public Recording(StatusRow row) {
        this.row = row;
    }

    /// Takes what came since the last look.
    ///
    /// @return whether anything came
    public boolean take(Instant now) {
        Since since = row.recent().since(read);
        read = since.position();
        // what was gone before anybody wanted it is not missed
        missed += looked ? since.missed() : 0;
        looked = true;
        int size = points.size();
        List<Entry> entries = since.entries();
        for (int i = 0; i < entries.size(); i++) {
            switch (entries.get(i)) {
                case Entry.Value(Instant at, String text, int _, boolean _) -> {
                    if (i == 0 && since.corrected() && latestIsValue) {
                        correct(text, at.toEpochMilli());
                    } else {
                        value(text, at.toEpochMilli());
                    }
                    latestIsValue = true;
                }
                case Entry.Break(Instant at, RecentChanges.Event event) -> {
                    event(event, at.toEpochMilli());
                    latestIsValue = false;
                }
            }
        }
        judge(now.toEpochMilli());
        return points.size() != size || !entries.isEmpty();
    }

    private void value(String json, long at) {
        lost = false;
        standing = read(json);
        if (Double.isNaN(standing)) {
            points.gap(at);
        } else {
            points.add(at, standing);
        }
    }

    private void correct(String json, long at) {
        boolean drawn = !Double.isNaN(standing);
        double right = read(json);
        standing = right;
        if (drawn && points.isKnown()) {
            points.replaceLast(right);
        } else if (!drawn && !Double.isNaN(right)) {
            points.add(at, right);
        }
    }

    private double read(String json) {
        StatusValue.Kind jsonKind = StatusValue.of(json).kind();
        double number = switch (jsonKind) {
            case NUMBER -> number(json);
            case BOOLEAN -> json.strip().equals("true") ? 1 : 0;
            case OBJECT, ARRAY, STRING, NULL -> Double.NaN;
        };
        kind = switch (jsonKind) {
            case NUMBER -> Kind.NUMBER;
            case BOOLEAN -> Kind.BOOLEAN;
            // no value says nothing about what it will be
            case NULL -> kind == Kind.OTHER ? Kind.UNKNOWN : kind;
            case OBJECT, ARRAY, STRING -> Kind.OTHER;
        };
        return number;
    }

    private static double number(String json) {
        try {
            double number = Double.parseDouble(json);
            return Double.isFinite(number) ? number : Double.NaN;
        } catch (NumberFormatException _) {
            // the wire lets other things through where it expects a number
            return Double.NaN;
        }
    }

    private void event(RecentChanges.Event event, long at) {
        switch (event) {
            case CONNECTION_LOST -> {
                lost = true;
                points.gap(at);
            }
            // what holds is told again, if it holds
            case CONNECTION_BACK -> { }
            case MODULE_STOPPED -> {
                stopped = true;
                points.gap(at);
            }
            case MODULE_STARTED -> resume(at);
            case REMAPPED -> {
                standing = Double.NaN;
                points.gap(at);
            }
        }
    }

    /// A module that is started again stands by what it said last.
    private void resume(long at) {
        if (stopped) {
            stopped = false;
            if (!lost && !Double.isNaN(standing) && !points.isKnown()) {
                points.add(at, standing);
            }
        }
    }

    /// That a module was stopped from the beginning is no event.
    private void judge(long now) {
        if (row.quality() instanceof Quality.ModuleStopped) {
            stopped = true;
            points.gap(now);
        } else if (row.quality() instanceof Quality.Live) {
            resume(now);
        }
    }

    public StatusRow row() {
        return row;
    }

    public Points points() {
        return points;
    }

    /// By the latest value that says it.
    public Kind kind() {
        return kind;
    }

    /// Values that came and were gone before they could be taken.
    public long missed() {
        return missed;
    }
}

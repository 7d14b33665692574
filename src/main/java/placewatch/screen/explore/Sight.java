package placewatch.screen.explore;

import placewatch.bridge.Connection;
import placewatch.protocol.Subscription;

/// Which of the lines are in sight, and that what they stand for is asked of the server, a few questions at a time.
final class Sight implements AutoCloseable {

    /// How long the lines must stand still, after a leap, before what they stand for is asked.
    private static final long LANDED_MILLIS = 100;

    /// Lines below the last visible one that are wanted already.
    private static final int AHEAD = 12;

    private final Connection connection;
    private final PlaceRows rows;
    private final Questions questions = new Questions();
    private Subscription landing = () -> { };
    private int first;
    private int last = -1;

    Sight(Connection connection, PlaceRows rows) {
        this.connection = connection;
        this.rows = rows;
    }

    /// Other lines are visible now. After a leap, as when the scroll bar is dragged, only where it lands counts.
    void moved(int nowFirst, int nowLast) {
        boolean leap = last >= 0 && (nowFirst > last || nowLast < first);
        first = nowFirst;
        last = nowLast;
        landing.close();
        if (leap) {
            landing = connection.after(LANDED_MILLIS, this::ask);
        } else {
            ask();
        }
    }

    /// Asks what the visible lines need, if anything.
    void ask() {
        int end = Math.min(last + AHEAD, rows.size() - 1);
        if (last >= 0 && first <= end) {
            questions.want(rows.shown().wants(first, end));
        }
    }

    /// What was asked is of no use any more; which lines are visible will be told.
    void leave() {
        landing.close();
        questions.abandon();
        first = 0;
        last = -1;
    }

    @Override
    public void close() {
        landing.close();
        questions.close();
    }
}

package placewatch.log;

/// A condition made ready to be tested on many lines of one store. For one thread.
interface LineTest {

    boolean holds(LineInHand line);

    /// About how long it takes, in nanoseconds on a line of a hundred bytes: what is quick is asked first.
    int cost();
}

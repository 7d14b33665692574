package placewatch.screen.explore;

import java.util.List;

/// A run of lines that are made when they are looked at.
interface PlaceSection {

    /// Hears that `before` lines from `from` on gave way to `after` lines.
    @FunctionalInterface
    interface Change {
        void lines(int from, int before, int after);
    }

    int size();

    PlaceNode line(int index);

    /// What must be asked so that these lines show what they stand for, from the first on. Asks nothing itself.
    ///
    /// @param first counted within this section
    /// @param last  inclusive
    List<Questions.Question> wants(int first, int last);

    /// What failed is to be asked again as soon as it is in sight.
    void forgetFailures();
}

package placewatch.log;

/// Whether a line is wanted or unwanted when a condition holds: that of a condition below a `-` is turned round.
enum Side {
    WANTED, UNWANTED;

    Side other() {
        return this == WANTED ? UNWANTED : WANTED;
    }
}

package placewatch.model.series;

/// Which of a chart's two axes a series is read on.
public enum Side {
    LEFT, RIGHT;

    public Side other() {
        return this == LEFT ? RIGHT : LEFT;
    }
}

package placewatch.log;

/// Whether a text occurs in the line's or in its module's slug.
final class TextTest implements LineTest {

    private final Needle needle;
    private final Remembered<LogSource> slugs;

    TextTest(Needle needle) {
        this.needle = needle;
        slugs = new Remembered<>(source -> needle.in(source.slug(), 0) >= 0);
    }

    @Override
    public boolean holds(LineInHand line) {
        LogCursor cursor = line.cursor();
        int source = cursor.sourceNumber();
        if (slugs.knows(source) ? slugs.is(source) : slugs.learn(source, cursor.source())) {
            return true;
        }
        return needle.isAscii() ? needle.isIn(cursor.bytes(), cursor.from(), cursor.to()) : needle.in(line.text(), 0) >= 0;
    }

    @Override
    public int cost() {
        return needle.isAscii() ? 25 : 250;
    }
}

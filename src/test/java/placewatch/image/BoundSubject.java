package placewatch.image;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Compares, hashes and chooses in all the ways there are, and says what came out.
public final class BoundSubject implements Supplier<List<Object>> {

    record Each(boolean yes, byte small, char letter, short number, int whole, long far, float part, double share,
                @Nullable String text, int @Nullable [] many) { }

    record None() { }

    sealed interface Shape permits Circle, Square {

        /// A switch in an interface.
        default String name() {
            return switch (this) {
                case Circle _ -> "circle";
                case Square(int edge) -> "square of " + edge;
            };
        }
    }

    record Circle(double radius) implements Shape { }

    record Square(int edge) implements Shape { }

    private static final int[] ONE = {1};

    /// Made anew by whoever loads this class, so all that comes out is of Java's own types.
    @Override
    public List<Object> get() {
        List<Object> out = new ArrayList<>();
        List<Each> all = new ArrayList<>();
        all.add(each(1, 1.5f, 2.5, "a", ONE));
        all.add(each(1, 1.5f, 2.5, "a", ONE));
        all.add(each(2, 1.5f, 2.5, "a", ONE));
        all.add(each(1, Float.NaN, Double.NaN, null, null));
        all.add(each(1, Float.NaN, Double.NaN, null, null));
        all.add(each(1, 0f, 0.0, "a", ONE));
        all.add(each(1, -0f, 0.0, "a", ONE));
        all.add(each(1, 0f, -0.0, "a", ONE));
        all.add(each(1, 1.5f, 2.5, "a", new int[] {1}));
        all.add(new Each(false, (byte) 1, 'x', (short) 2, 1, 1L << 40, 1.5f, 2.5, "a", ONE));
        all.add(new Each(true, (byte) 2, 'x', (short) 2, 1, 1L << 40, 1.5f, 2.5, "a", ONE));
        all.add(new Each(true, (byte) 1, 'y', (short) 2, 1, 1L << 40, 1.5f, 2.5, "a", ONE));
        all.add(new Each(true, (byte) 1, 'x', (short) 3, 1, 1L << 40, 1.5f, 2.5, "a", ONE));
        all.add(new Each(true, (byte) 1, 'x', (short) 2, 1, 1L << 41, 1.5f, 2.5, "a", ONE));
        for (Each one : all) {
            // without the array, whose hash is of its own
            out.add(new Each(one.yes(), one.small(), one.letter(), one.number(), one.whole(), one.far(), one.part(),
                    one.share(), one.text(), null).hashCode());
            all.forEach(other -> out.add(one.equals(other)));
            out.add(one.equals(null));
            out.add(one.equals("a"));
        }
        out.add(new None().equals(new None()));
        out.add(new None().hashCode());
        out.add(new Circle(1).hashCode());
        out.add(new Square(1).equals(new Square(1)));
        out.add(new Circle(2).name());
        out.add(new Square(3).name());
        for (Object it : new Object[] {new Circle(0.5), new Circle(2), new Square(4), "", "text", 7, 7L, all.getFirst(),
            new None(), new int[0]}) {
            out.add(chosen(it));
        }
        out.add(chosen(null));
        return out;
    }

    private static Each each(int whole, float part, double share, @Nullable String text, int @Nullable [] many) {
        return new Each(true, (byte) 1, 'x', (short) 2, whole, 1L << 40, part, share, text, many);
    }

    private static String chosen(@Nullable Object it) {
        return switch (it) {
            case null -> "nothing";
            case Circle(double radius) when radius > 1 -> "a big circle";
            case Circle _ -> "a circle";
            case Shape shape -> shape.name();
            case String text when text.isEmpty() -> "no text";
            case String text -> text;
            case Integer number -> "int " + number;
            case None _, Each _ -> "a record";
            case int[] many -> "many: " + many.length;
            default -> "else";
        };
    }
}

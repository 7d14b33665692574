package placewatch.log;

import java.util.Arrays;

/// The wanted lines of a stretch of one chunk, by their places in it. Written by one thread; what is below a published
/// count never changes.
final class Part {

    final Chunk chunk;
    private volatile short[] places;
    private int count;

    Part(Chunk chunk) {
        this.chunk = chunk;
        places = new short[16];
    }

    void add(int place) {
        short[] into = places;
        if (count == into.length) {
            into = Arrays.copyOf(into, Math.min(Chunk.LINES, count * 2));
        }
        into[count] = (short) place;
        places = into;
        count++;
    }

    int count() {
        return count;
    }

    int place(int index) {
        return places[index];
    }

    long number(int index) {
        return chunk.first + places[index];
    }

    /// Whether none of its lines has that number or a greater one.
    boolean isBefore(long number) {
        return count == 0 || number(count - 1) < number;
    }

    /// How many of the first `count` lines have smaller numbers.
    int below(long number, int of) {
        short[] in = places;
        int low = 0;
        int high = of;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (chunk.first + in[middle] < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}

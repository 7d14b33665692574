package placewatch.form;

import java.util.ArrayList;
import java.util.List;

/// Where in a JSON value something is: keys and positions from the outside in.
public record Place(List<Step> steps) {

    /// The value itself.
    public static final Place HERE = new Place(List.of());

    /// One step inwards.
    public sealed interface Step { }

    /// Into the value of a key.
    public record Key(String name) implements Step { }

    /// Into an item, counted from 0.
    public record Item(int position) implements Step { }

    public Place {
        steps = List.copyOf(steps);
    }

    Place key(String name) {
        return then(new Key(name));
    }

    Place item(int position) {
        return then(new Item(position));
    }

    Place inside(Step outer) {
        List<Step> all = new ArrayList<>();
        all.add(outer);
        all.addAll(steps);
        return new Place(all);
    }

    private Place then(Step step) {
        List<Step> all = new ArrayList<>(steps);
        all.add(step);
        return new Place(all);
    }

    /// Behind the name of what it is in: `[1].age`, items counted from 1; empty for the value itself.
    public String words() {
        StringBuilder words = new StringBuilder();
        for (Step step : steps) {
            switch (step) {
                case Key(String name) -> words.append('.').append(name);
                case Item(int position) -> words.append('[').append(position + 1).append(']');
            }
        }
        return words.toString();
    }
}

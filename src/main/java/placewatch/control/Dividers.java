package placewatch.control;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;

/// Where a person put the dividers between panes, each kind of panes by a name. JavaFX thread.
public final class Dividers {

    private final Function<String, List<Double>> kept;
    private final BiConsumer<String, List<Double>> keep;

    /// @param kept where they were left, from 0 to 1; none for where nobody moved them
    /// @param keep hears where they are left now
    public Dividers(Function<String, List<Double>> kept, BiConsumer<String, List<Double>> keep) {
        this.kept = kept;
        this.keep = keep;
    }

    /// As long as the window is open.
    public static Dividers forNow() {
        Map<String, List<Double>> places = new HashMap<>();
        return new Dividers(name -> places.getOrDefault(name, List.of()), places::put);
    }

    /// Where the dividers of these panes belong: where they were left, else where they usually are.
    public double[] places(SplitPane panes, String name, double... usual) {
        List<Double> left = kept.apply(name);
        return left.size() == panes.getDividers().size()
                ? left.stream().mapToDouble(Double::doubleValue).toArray() : usual;
    }

    /// Whether a person has moved those of that name.
    public boolean moved(String name) {
        return !kept.apply(name).isEmpty();
    }

    /// Notes where a person leaves the dividers of these panes from now on.
    public void follow(SplitPane panes, String name) {
        panes.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> {
            if (event.getTarget() instanceof Node node && node.getStyleClass().contains("split-pane-divider")
                    && node.getParent() == panes) {
                keep.accept(name, Arrays.stream(panes.getDividerPositions()).boxed().toList());
            }
        });
    }

    /// Both.
    public void of(SplitPane panes, String name, double... usual) {
        panes.setDividerPositions(places(panes, name, usual));
        follow(panes, name);
    }
}

package placewatch.model.series;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Which axis each series of a chart is read on: those of one unit share one, and the person's wish counts more.
public final class Axes {

    private final Map<Series, Side> sides = new HashMap<>();
    private final List<Series> all;

    /// @param all in the chart's order
    public Axes(List<Series> all) {
        this.all = List.copyOf(all);
        Map<Unit, Side> units = new HashMap<>();
        // who was moved says where its unit is only if nobody of that unit stayed
        all.forEach(series -> series.side().ifPresent(side -> sides.put(series, side)));
        for (Series series : all) {
            if (!series.isSwitch() && series.side().isEmpty()) {
                sides.put(series, units.computeIfAbsent(series.unit(), _ -> free(units)));
            }
        }
    }

    /// The third unit and those after it are on the right too.
    private static Side free(Map<Unit, Side> taken) {
        return taken.containsValue(Side.LEFT) ? Side.RIGHT : Side.LEFT;
    }

    /// Left for a switch, which is on neither.
    public Side of(Series series) {
        return sides.getOrDefault(series, Side.LEFT);
    }

    /// The series on an axis that are shown, switches left out.
    public List<Series> shown(Side side) {
        return all.stream().filter(series -> !series.isSwitch() && !series.isHidden() && of(series) == side).toList();
    }

    /// The switches that are shown.
    public List<Series> switches() {
        return all.stream().filter(series -> series.isSwitch() && !series.isHidden()).toList();
    }

    /// `°C`, `°C, %`; empty where no name says.
    public String units(Side side) {
        Set<String> signs = shown(side).stream().map(series -> series.unit().sign()).filter(sign -> !sign.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return String.join(", ", signs);
    }
}

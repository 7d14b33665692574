package placewatch.screen.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import placewatch.rest.ControlSystem;
import placewatch.rest.Zone;

class ZoneForestTest {

    private static Zone zone(String id, String parent, String tag) {
        return new Zone(id, id, "", "", parent, tag.isEmpty() ? List.of() : List.of(tag));
    }

    private static List<String> lines(List<ZoneForest.Place> places, String indent) {
        List<String> lines = new ArrayList<>();
        for (ZoneForest.Place place : places) {
            lines.add(indent + place.title() + (place.listsSystems() ? " *" : ""));
            lines.addAll(lines(place.inside(), indent + " "));
        }
        return lines;
    }

    private static ControlSystem in(String... zones) {
        return new ControlSystem("sys", "sys", "", "", "", List.of(zones), List.of(), List.of(), 0, false, "", "");
    }

    @Test
    void levelsAndAreasStandInTheirBuildingAndTheOneZoneAroundAllIsLeftOut() {
        ZoneForest forest = new ZoneForest(List.of(
                zone("org", "", "org"), zone("House", "org", "building"), zone("Level 10", "House", "level"),
                zone("Level 2", "House", "level"), zone("Wing", "Level 2", "area"), zone("Catering", "org", "")));
        assertThat(lines(forest.places(), "")).containsExactly(
                "House", " Level 2 *", "  Wing *", " Level 10 *", " All of House *", "Catering *", "All systems *");
    }

    @Test
    void everyZoneHasAPlaceEvenInACircleOrBelowAnUnknownParent() {
        ZoneForest forest = new ZoneForest(List.of(zone("a", "b", ""), zone("b", "a", ""), zone("own", "own", ""),
                zone("lost", "nobody", ""), zone("a", "", "")));
        assertThat(lines(forest.places(), "")).containsExactly(
                "lost *", "a *", " b *", "own *", "All systems *");
    }

    @Test
    void aServerWithoutZonesHasAllItsSystemsInOneLine() {
        assertThat(lines(new ZoneForest(List.of()).places(), "")).containsExactly("All systems *");
    }

    @Test
    void aPathLeadsFromTheBuildingToTheInmostZone() {
        ZoneForest forest = new ZoneForest(List.of(zone("org", "", "org"), zone("House", "org", "building"),
                zone("Level 2", "House", "level"), zone("Wing", "Level 2", "area"), zone("Catering", "org", "")));
        assertThat(forest.path(in("org", "House", "Level 2", "Wing"))).isEqualTo("House › Level 2 › Wing");
        assertThat(forest.path(in("Wing", "Catering"))).isEqualTo("House › Level 2 › Wing, org › Catering");
        assertThat(forest.path(in("unknown"))).isEmpty();
    }
}

package placewatch.screen.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import placewatch.settings.Template;

/// A template that is made already, but for the rooms that it is over. Names of modules and variables are those that
/// PlaceOS's own drivers use. Pure, any thread.
///
/// @param columns none that no module of the building could fill
public record TemplateReady(String name, List<Template.Column> columns) {

    public TemplateReady {
        columns = List.copyOf(columns);
    }

    private record Candidate(String module, Template.Column column) { }

    private record Kind(String name, String module, List<Candidate> candidates) { }

    private static final List<Kind> KINDS = List.of(
            new Kind("Displays", "Display", List.of(
                    candidate("Display", "Power", "Display_*/power"),
                    candidate("Display", "Input", "Display_*/input"),
                    candidate("Display", "Connected", "Display_*/connected"))),
            new Kind("Bookings", "Bookings", List.of(
                    candidate("Bookings", "Now", "Bookings_1/current_booking/title"),
                    candidate("Bookings", "Next", "Bookings_1/next_booking/title"),
                    candidate("PeopleCount", "People", "PeopleCount_1/people_count"))),
            new Kind("Environment", "Environment", List.of(
                    candidate("Environment", "Temperature", "Environment_1/temperature"),
                    candidate("Environment", "Humidity", "Environment_1/humidity"),
                    candidate("Environment", "CO₂", "Environment_1/co2"),
                    candidate("Environment", "Air", "Environment_1/air_quality"))));

    /// How many there are at most.
    static final int ALL = KINDS.size();

    private static Candidate candidate(String module, String heading, String pattern) {
        return new Candidate(module, new Template.Column(heading, pattern, Template.Many.JOINED));
    }

    /// Those that a building with modules of these names can fill.
    static List<TemplateReady> of(Set<String> modules) {
        List<TemplateReady> ready = new ArrayList<>();
        for (Kind kind : KINDS) {
            if (modules.contains(kind.module)) {
                ready.add(new TemplateReady(kind.name, kind.candidates.stream()
                        .filter(candidate -> modules.contains(candidate.module)).map(Candidate::column).toList()));
            }
        }
        return List.copyOf(ready);
    }

    /// Over some rooms.
    public Template over(Template.Scope scope) {
        return Template.of(name, scope, columns);
    }
}

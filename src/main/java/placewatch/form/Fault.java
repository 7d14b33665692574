package placewatch.form;

/// What is wrong with a value, and where in it.
///
/// @param why as the end of a sentence that begins with the place: `at most 100`
public record Fault(Place place, String why) {

    /// @param name of the argument
    public String words(String name) {
        return name + place.words() + ": " + why;
    }
}

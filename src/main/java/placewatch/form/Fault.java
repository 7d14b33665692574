package placewatch.form;

/// What is wrong with a value, and where in it.
///
/// @param why      as the end of a sentence that begins with the place: `at most 100`
/// @param discreet the same, without repeating anything of what was typed
public record Fault(Place place, String why, String discreet) {

    /// One whose words repeat nothing of what was typed.
    public Fault(Place place, String why) {
        this(place, why, why);
    }

    /// @param rest what is to be said of what was typed: `is not a whole number`
    static Fault of(Place place, String typed, String rest) {
        String brief = typed.length() <= 60 ? typed : typed.substring(0, 60) + "…";
        return new Fault(place, "“" + brief + "” " + rest, "what is typed " + rest);
    }

    /// For what nobody else may read.
    Fault discreetly() {
        return new Fault(place, discreet, discreet);
    }

    /// @param name of the argument
    public String words(String name) {
        return name + place.words() + ": " + why;
    }
}

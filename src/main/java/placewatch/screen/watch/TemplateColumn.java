package placewatch.screen.watch;

/// A column on screen. A pattern that means several modules may have one for each.
///
/// @param id      tells it from the others, and is the same after a restart
/// @param joined  whether a cell may hold several variables
record TemplateColumn(String id, String heading, TemplatePattern pattern, boolean joined) {

    /// The id of the column of the rooms' names.
    static final String ROOM = "room";

    /// What it shows, or what is wrong with it.
    String words() {
        return switch (pattern) {
            case TemplatePattern.Sound sound -> sound.toString();
            case TemplatePattern.Wrong wrong -> wrong.words();
        };
    }
}

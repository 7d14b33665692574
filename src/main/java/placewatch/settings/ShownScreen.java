package placewatch.settings;

/// The screen that was shown last.
///
/// @param name as the rail says it; empty for none
public record ShownScreen(String name) { }

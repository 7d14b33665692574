package placewatch.screen.chart;

/// Something that was taken away and can be brought back.
///
/// @param words what was taken away, as a sentence
/// @param letGo once it can't be brought back any more
record Removal(String words, Runnable bringBack, Runnable letGo) { }

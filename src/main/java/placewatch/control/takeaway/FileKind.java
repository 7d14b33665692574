package placewatch.control.takeaway;

/// What sort of file is saved.
///
/// @param words     as the dialog for saving calls it
/// @param extension what its name ends in, without the dot
public record FileKind(String words, String extension) { }

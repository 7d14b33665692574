package placewatch.screen.jump;

import java.util.function.Consumer;
import placewatch.protocol.StatusKey;

/// Variables alone are looked for, and what is chosen is taken instead of gone to.
///
/// @param prompt what it is chosen for, in the empty field
/// @param then   takes it
public record Pick(String prompt, Consumer<StatusKey> then) { }

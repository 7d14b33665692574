package placewatch.form;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a person has put into an editor so far, right or wrong. Which kind of draft there is follows the shape of what
/// is edited; [Json] stands in for any. [DraftReader] says what it means.
public sealed interface Draft {

    Draft NONE = new Untouched();

    /// Left as it was.
    record Untouched() implements Draft { }

    /// A text: of a number, a moment, a text, any JSON; `true` and `false`; a choice's value as JSON.
    record Typed(String text) implements Draft { }

    /// Items of a list.
    record Items(List<Draft> items) implements Draft {
        public Items {
            items = List.copyOf(items);
        }
    }

    /// Parts of an object, in their order.
    ///
    /// @param named by the name of the field; untouched ones may be missing
    /// @param free  under keys that the person wrote
    record Parts(Map<String, Draft> named, List<Free> free) implements Draft {
        public Parts {
            named = Collections.unmodifiableMap(new LinkedHashMap<>(named));
            free = List.copyOf(free);
        }
    }

    /// A part under a key that the person wrote.
    record Free(String key, Draft draft) { }

    /// One of several shapes.
    record Picked(int option, Draft draft) implements Draft { }

    /// Given as JSON although there is a form for it, as it fits no editor.
    record Json(String text) implements Draft { }

    /// A text, or nothing if it is empty.
    static Draft typed(String text) {
        return text.isEmpty() ? NONE : new Typed(text);
    }
}

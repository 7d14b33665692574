package placewatch.screen.watch;

import java.util.List;
import java.util.regex.Pattern;
import placewatch.model.JsonRead;
import placewatch.model.StatusRow;
import placewatch.model.StatusValue;
import tools.jackson.databind.JsonNode;

/// A status variable's value as a cell of a template shows it: a text without its quotes, as long as it can't be taken
/// for anything else, and of a value that the pattern leads into only that part.
final class TemplateValue {

    /// A longer value is not looked into: that would keep the window waiting.
    static final int LOOKED_INTO = 16_000;

    /// What reads as a number, a boolean or null, or is hardly seen, keeps its quotes.
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][^\\p{Cntrl}\"\\\\]*+(?<!\\s)");

    private TemplateValue() { }

    /// In one line, at most [StatusValue#SHOWN] characters.
    static String shown(StatusRow row, List<String> members) {
        return row.value().map(value -> shown(part(value, members))).orElse("no value");
    }

    private static String shown(StatusValue value) {
        if (value.kind() == StatusValue.Kind.STRING && value.json().length() <= StatusValue.SHOWN) {
            String bare = value.json().strip();
            bare = bare.substring(1, bare.length() - 1);
            if (PLAIN.matcher(bare).matches() && !bare.equals("true") && !bare.equals("false")
                    && !bare.equals("null")) {
                return bare;
            }
        }
        return value.shown();
    }

    /// The part of a value that the members lead to, `null` where it has none; the whole of one that is too large.
    static StatusValue part(StatusValue value, List<String> members) {
        if (members.isEmpty() || value.json().length() > LOOKED_INTO) {
            return value;
        }
        JsonNode node = JsonRead.tree(value.json());
        for (String member : members) {
            node = node.isArray() && member.matches("\\d{1,6}") ? node.path(Integer.parseInt(member))
                    : node.path(member);
        }
        return StatusValue.of(node.isMissingNode() ? "null" : node.toString());
    }
}

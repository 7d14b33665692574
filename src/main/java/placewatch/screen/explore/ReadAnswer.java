package placewatch.screen.explore;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import placewatch.model.JsonRead;
import tools.jackson.databind.JsonNode;

/// An answer, read to be looked at. Made off the JavaFX thread, as it may have megabytes.
///
/// @param text    in lines, as people read it; of a long one the beginning
/// @param length  of all of that text
/// @param columns of a list of flat objects; empty for anything else
/// @param links   addresses in it, each once
/// @param more    addresses beyond those
record ReadAnswer(JsonNode tree, String text, int length, List<String> columns, List<Link> links, int more) {

    /// Characters of text that are shown.
    static final int SHOWN = 10_000;

    private static final int MOST_COLUMNS = 60;
    private static final int MOST_LINKS = 8;
    private static final List<String> PICTURES = List.of(".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".bmp");

    /// What an address leads to. Nothing of it is fetched.
    enum Kind { LINK, IMAGE_LINK, IMAGE_DATA, DATA }

    /// One address in the answer.
    record Link(Kind kind, String address) {

        /// In a few words, which never hold all of a long one.
        String words() {
            return switch (kind) {
                case LINK, IMAGE_LINK -> address.length() <= 120 ? address : address.substring(0, 120) + "…";
                case IMAGE_DATA, DATA -> address.substring(0, Math.min(40, address.indexOf(',') < 0
                        ? address.length() : address.indexOf(','))) + "…";
            };
        }
    }

    static ReadAnswer of(String json) {
        JsonNode tree = JsonRead.tree(json);
        String text = tree.isString() ? tree.stringValue() : tree.toPrettyString();
        Set<String> addresses = new LinkedHashSet<>();
        collect(tree, addresses);
        List<Link> links = addresses.stream().limit(MOST_LINKS).map(address -> new Link(kind(address), address)).toList();
        int end = Math.min(SHOWN, text.length());
        if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return new ReadAnswer(tree, text.substring(0, end), text.length(), columns(tree), links,
                addresses.size() - links.size());
    }

    private static void collect(JsonNode node, Set<String> into) {
        if (node.isString()) {
            String text = node.stringValue();
            if (isAddress(text)) {
                into.add(text);
            }
        } else {
            for (JsonNode part : node) {
                collect(part, into);
            }
        }
    }

    private static boolean isAddress(String text) {
        String start = text.substring(0, Math.min(8, text.length())).toLowerCase(Locale.ROOT);
        return (start.startsWith("http://") || start.startsWith("https://"))
                && text.length() < 4_000 && text.chars().noneMatch(Character::isWhitespace)
                || start.startsWith("data:") && text.indexOf(',') > 0 && text.indexOf(',') < 200;
    }

    private static Kind kind(String address) {
        String begin = address.substring(0, Math.min(4_000, address.length())).toLowerCase(Locale.ROOT);
        if (begin.startsWith("data:")) {
            return begin.startsWith("data:image/") ? Kind.IMAGE_DATA : Kind.DATA;
        }
        String path = begin.split("[?#]", 2)[0];
        return PICTURES.stream().anyMatch(path::endsWith) ? Kind.IMAGE_LINK : Kind.LINK;
    }

    private static List<String> columns(JsonNode tree) {
        if (!tree.isArray() || tree.isEmpty()) {
            return List.of();
        }
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode row : tree) {
            if (!row.isObject() || row.valueStream().anyMatch(JsonNode::isContainer)) {
                return List.of();
            }
            names.addAll(row.propertyNames());
            if (names.size() > MOST_COLUMNS) {
                return List.of();
            }
        }
        return List.copyOf(new ArrayList<>(names));
    }
}

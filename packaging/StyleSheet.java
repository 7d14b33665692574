import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.css.Stylesheet;

/// Writes the style sheets of the window as JavaFX keeps them once it has read them, beside `placewatch.css`: ours, and
/// AtlantaFX's without the rules for what the program does not show. A start reads every rule of a sheet, and looks through
/// them again for each new kind of node; of AtlantaFX's 1,300 selectors, half are for controls that are not here.
///
/// `java --class-path JAVAFX_AND_ATLANTAFX packaging/StyleSheet.java DIRECTORY`

/// The style classes of controls that the program has none of. `ThemeTest` finds what is missing if it comes to have one.
final Set<String> UNUSED = Set.of(
        "accordion", "alert", "bb-code", "breadcrumbs", "calendar", "caption-menu-item", "card", "chart", "choice-box",
        "color-palette", "color-palette-region", "color-picker", "custom-color-dialog", "dialog-pane", "html-editor",
        "menu-bar", "menu-button", "message", "modal-box", "modal-pane", "notification", "pagination", "progress-slider",
        "radio-button", "ring-progress-indicator", "segmented-control", "slider", "split-menu-button", "tab-line",
        "tab-pane", "tile-base", "toggle-switch", "tool-bar", "tree-table-cell", "tree-table-row-cell",
        "tree-table-view");

/// Of the same, those that come in many.
final Pattern UNUSED_KINDS = Pattern.compile(
        "(default-color|chart-|axis|html-editor-|(area|bar|bubble|pie)-legend-|stacked-bar-|bar-chart).*");

final Pattern RULE = Pattern.compile("([^{}]+)\\{[^}]*}");
final Pattern STYLE_CLASS = Pattern.compile("\\.([A-Za-z][A-Za-z0-9_-]*)");

void main(String[] args) throws IOException {
    if (args.length != 1) {
        System.err.println("Usage: java packaging/StyleSheet.java DIRECTORY");
        System.exit(2);
    }
    Path directory = Path.of(args[0]);
    write(directory.resolve("placewatch.css"), directory.resolve("placewatch.bss"));
    for (String theme : Set.of("primer-light", "primer-dark")) {
        Path used = Files.createTempFile(theme, ".css");
        try (InputStream whole = getClass().getResourceAsStream("/atlantafx/base/theme/" + theme + ".css")) {
            Files.writeString(used, used(new String(
                    Objects.requireNonNull(whole, theme).readAllBytes(), StandardCharsets.UTF_8)));
            write(used, directory.resolve(theme + ".bss"));
        } finally {
            Files.delete(used);
        }
    }
}

void write(Path from, Path to) throws IOException {
    Stylesheet.convertToBinary(from.toFile(), to.toFile());
}

/// The rules of a sheet that are for something here, each with those of its selectors that are.
String used(String sheet) {
    return RULE.matcher(sheet.replaceAll("(?s)/\\*.*?\\*/", "")).results().map(this::usedRule)
            .collect(Collectors.joining("\n"));
}

String usedRule(MatchResult rule) {
    String selectors = Arrays.stream(rule.group(1).split(",")).map(String::strip).filter(this::isUsed)
            .collect(Collectors.joining(", "));
    return selectors.isEmpty() ? "" : selectors + rule.group().substring(rule.group(1).length());
}

boolean isUsed(String selector) {
    return STYLE_CLASS.matcher(selector).results().map(found -> found.group(1))
            .noneMatch(name -> UNUSED.contains(name) || UNUSED_KINDS.matcher(name).matches());
}

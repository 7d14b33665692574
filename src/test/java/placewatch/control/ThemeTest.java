package placewatch.control;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javafx.css.Selector;
import javafx.css.Stylesheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The theme's sheets lack what is for controls that the program does not show: see `packaging/StyleSheet.java`.
class ThemeTest {

    private static final Pattern STYLE_CLASS = Pattern.compile("\\.([A-Za-z][A-Za-z0-9_-]*)");
    private static final Pattern ALONE = Pattern.compile("\\*?\\.([A-Za-z][A-Za-z0-9_-]*)(?![A-Za-z0-9_.-])");

    /// Texts of the program that are no style classes, and one for a kind of any control.
    private static final Set<String> WORDS = Set.of("alert", "message", "calendar", "edge-to-edge");
    private static final List<String> CONTROLS = List.of("javafx/scene/control/", "atlantafx/base/controls/");

    @ParameterizedTest
    @ValueSource(strings = {"primer-light", "primer-dark"})
    void nothingIsMissingThatTheProgramShows(String theme) throws IOException, URISyntaxException {
        Set<String> missing = controls(whole(theme));
        missing.removeAll(controls(sheet(theme)));
        assertThat(missing).as("what is left out").contains("tab-pane", "slider", "chart");
        missing.removeAll(WORDS);

        Set<String> shown = styleClassesOfTheProgram();
        assertThat(List.of("list-view", "notice", "date-picker")).allMatch(shown::contains);
        assertThat(missing.stream().filter(shown::contains)).as("left out, and shown").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"primer-light", "primer-dark"})
    void whatIsShownLooksAsInTheWholeTheme(String theme) throws IOException {
        Stylesheet used = sheet(theme);
        Set<String> missing = styleClasses(whole(theme));
        missing.removeAll(styleClasses(used));

        assertThat(rules(used)).containsExactlyElementsOf(rules(whole(theme)).stream()
                .filter(rule -> STYLE_CLASS.matcher(rule).results().noneMatch(it -> missing.contains(it.group(1))))
                .toList()).hasSizeGreaterThan(300);
    }

    @Test
    void bothThemesLeaveOutTheSame() throws IOException {
        assertThat(styleClasses(sheet("primer-light"))).isEqualTo(styleClasses(sheet("primer-dark")));
    }

    /// Each selector with what it sets, in order.
    private static List<String> rules(Stylesheet sheet) {
        return sheet.getRules().stream().flatMap(rule -> rule.getSelectors().stream()
                .map(selector -> selector + " {" + rule.getDeclarations() + "}")).toList();
    }

    private static Stylesheet sheet(String theme) throws IOException {
        return Stylesheet.loadBinary(Theme.class.getResource(theme + ".bss"));
    }

    private static Set<String> styleClasses(Stylesheet sheet) {
        return selectors(sheet).flatMap(it -> STYLE_CLASS.matcher(it).results()).map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    /// The style classes that have rules by themselves: those of controls, not of their parts and kinds.
    private static Set<String> controls(Stylesheet sheet) {
        return selectors(sheet).map(ALONE::matcher).filter(Matcher::lookingAt).map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static Stream<String> selectors(Stylesheet sheet) {
        return sheet.getRules().stream().flatMap(rule -> rule.getSelectors().stream()).map(Selector::toString);
    }

    private static Stylesheet whole(String theme) throws IOException {
        return Stylesheet.loadBinary(PrimerLight.class.getResource(theme + ".bss"));
    }

    /// What may be a style class: the texts in the program's classes, in those of the controls that it names and in their
    /// skins, and the style classes of our own sheet.
    private static Set<String> styleClassesOfTheProgram() throws IOException, URISyntaxException {
        Set<String> texts = new HashSet<>();
        Set<String> controls = new HashSet<>();
        Path program = Path.of(Theme.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.walk(program.resolve("placewatch"))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".class")).toList()) {
                for (PoolEntry entry : ClassFile.of().parse(file).constantPool()) {
                    if (entry instanceof StringEntry text) {
                        texts.add(text.stringValue());
                    } else if (entry instanceof ClassEntry type
                            && CONTROLS.stream().anyMatch(type.asInternalName()::startsWith)) {
                        controls.add(type.asInternalName());
                    }
                }
            }
        }
        assertThat(controls).contains("javafx/scene/control/ListView", "javafx/scene/control/DatePicker");
        for (String control : controls) {
            texts.addAll(texts(control));
            texts.addAll(texts(control.replace("/control/", "/control/skin/") + "Skin"));
        }
        try (InputStream ours = Objects.requireNonNull(Theme.class.getResourceAsStream("placewatch.css"))) {
            STYLE_CLASS.matcher(new String(ours.readAllBytes(), StandardCharsets.UTF_8)).results()
                    .forEach(found -> texts.add(found.group(1)));
        }
        return texts;
    }

    private static List<String> texts(String type) throws IOException {
        try (InputStream file = Theme.class.getResourceAsStream("/" + type + ".class")) {
            if (file == null) {
                // no skin of its own
                return List.of();
            }
            ClassModel model = ClassFile.of().parse(file.readAllBytes());
            return StreamSupport.stream(model.constantPool().spliterator(), false)
                    .filter(StringEntry.class::isInstance).map(entry -> ((StringEntry) entry).stringValue()).toList();
        }
    }
}

package placewatch;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The design's walls, held by the compiled classes of the program.
class ArchitectureTest {

    /// What the simulator may know of the wire's language: it writes its own frames.
    private static final Set<String> VOCABULARY =
            Set.of("ModuleAddress", "StatusKey", "ErrorCode", "Subscription", "package-info");

    private static JavaClasses program;

    @BeforeAll
    static void read() throws URISyntaxException {
        program = new ClassFileImporter().importPath(
                Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
    }

    private static void hold(ArchRule rule) {
        // a room that is not built yet breaks no rule
        rule.allowEmptyShould(true).check(program);
    }

    private static DescribedPredicate<JavaClass> ours(String description, DescribedPredicate<JavaClass> predicate) {
        return resideInAPackage("placewatch..").and(predicate).as(description);
    }

    @Test
    void theRulesSeeTheProgram() {
        assertThat(program.size()).isGreaterThan(50);
        assertThat(program).allMatch(type -> type.getPackageName().startsWith("placewatch"));
        assertThat(program.get("placewatch.rest.PlaceApi").getDirectDependenciesFromSelf())
                .extracting(dependency -> dependency.getTargetClass().getName())
                .contains("placewatch.protocol.ModuleAddress");
    }

    @Test
    void everyPackageIsNamedInTheTable() {
        Set<String> unknown = program.stream()
                .flatMap(type -> ImportTable.room(type.getPackageName()).stream())
                .filter(room -> !ImportTable.names(room))
                .collect(Collectors.toSet());
        assertThat(unknown).isEmpty();
    }

    @Test
    void theTableKnowsItsOwnWalls() {
        assertThat(ImportTable.allows("placewatch.screen.explore", "placewatch.control")).isTrue();
        assertThat(ImportTable.allows("placewatch.simulator.building", "placewatch.simulator")).isTrue();
        assertThat(ImportTable.allows("placewatch", "placewatch.simulator")).isTrue();
        assertThat(ImportTable.allows("placewatch.rest", "placewatch.network")).isTrue();
        assertThat(ImportTable.allows("placewatch.network", "placewatch.socket")).isFalse();
        assertThat(ImportTable.allows("placewatch.rest", "placewatch.socket")).isFalse();
        assertThat(ImportTable.allows("placewatch.bridge", "placewatch.simulator.building")).isFalse();
        assertThat(ImportTable.allows("placewatch.rest", "placewatch")).isFalse();
    }

    @Test
    void everyRoomImportsOnlyWhatTheTableAllows() {
        hold(classes().should(new ArchCondition<>("import only what the table allows") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    String to = dependency.getTargetClass().getBaseComponentType().getPackageName();
                    boolean inside = to.equals(ImportTable.ROOT) || to.startsWith(ImportTable.ROOT + ".");
                    if (inside && !ImportTable.allows(type.getPackageName(), to)) {
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                    }
                }
            }
        }));
    }

    @Test
    void roomsDoNotGoRoundInCircles() {
        hold(slices().matching("placewatch.(*)..").should().beFreeOfCycles());
    }

    @Test
    void roomsWithoutAWindowNeverTouchJavaFx() {
        hold(noClasses().that().resideInAnyPackage(
                        "placewatch.protocol..", "placewatch.network..", "placewatch.history..", "placewatch.socket..",
                        "placewatch.export..", "placewatch.form..", "placewatch.log..",
                        "placewatch.rest..",
                        "placewatch.journal..",
                        "placewatch.alert..", "placewatch.settings..", "placewatch.simulator..")
                .should().dependOnClassesThat().resideInAnyPackage("javafx..", "com.sun.javafx.."));
    }

    @Test
    void theModelKnowsOnlyJavaFxsBeansAndCollections() {
        hold(noClasses().that().resideInAPackage("placewatch.model..")
                .should().dependOnClassesThat(resideInAnyPackage("javafx..", "com.sun.javafx..")
                        .and(DescribedPredicate.not(resideInAnyPackage(
                                "javafx.beans..", "javafx.collections..", "javafx.util..")))));
    }

    @Test
    void onlyTheBridgeAndTheRootKnowTheJavaFxThread() {
        hold(noClasses().that().resideOutsideOfPackages("placewatch", "placewatch.bridge..")
                .should().dependOnClassesThat().haveFullyQualifiedName("javafx.application.Platform")
                .orShould().dependOnClassesThat().haveFullyQualifiedName("javafx.animation.AnimationTimer"));
    }

    @Test
    void aViewModelKnowsNoScene() {
        hold(noClasses().that().resideInAPackage("placewatch.screen..")
                .and(describe("are view models or live inside one", ArchitectureTest::isViewModel))
                .should().dependOnClassesThat().resideInAnyPackage("javafx.scene..", "javafx.stage.."));
    }

    private static boolean isViewModel(JavaClass type) {
        return type.getSimpleName().endsWith("Model")
                || type.getEnclosingClass().map(ArchitectureTest::isViewModel).orElse(false);
    }

    @Test
    void nobodyButTheRootKnowsTheSimulator() {
        hold(noClasses().that().resideOutsideOfPackages("placewatch", "placewatch.simulator..")
                .should().dependOnClassesThat().resideInAPackage("placewatch.simulator.."));
    }

    @Test
    void theSimulatorSharesOnlyTheVocabulary() {
        hold(noClasses().that().resideInAPackage("placewatch.simulator..")
                .should().dependOnClassesThat(ours("are frames or readers of ours",
                        resideInAPackage("placewatch.protocol..").and(
                                describe("are no vocabulary", type -> !VOCABULARY.contains(outermost(type)))))));
    }

    @Test
    void aScreenKnowsNoOtherScreen() {
        hold(slices().matching("placewatch.screen.(*)..").should().notDependOnEachOther());
    }

    @Test
    void modelsControlsAndScreensTakeDataFromRestAndSocketAndMakeNoCalls() {
        hold(noClasses().that().resideInAnyPackage("placewatch.model..", "placewatch.control..", "placewatch.screen..")
                .should().dependOnClassesThat(ours("are more than data",
                        resideInAnyPackage("placewatch.rest..", "placewatch.socket..").and(describe("are no records, enums or results",
                                type -> !type.isRecord() && !type.isEnum() && !type.isInterface())))));
    }

    @Test
    void nothingOutsideTheRootHoldsStateInAStatic() {
        hold(fields().that().areStatic()
                .and().areDeclaredInClassesThat().resideOutsideOfPackage("placewatch")
                .should().beFinal());
        assertThat(program.stream().flatMap(type -> type.getFields().stream())
                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))).isNotEmpty();
    }

    private static String outermost(JavaClass type) {
        Optional<JavaClass> around = type.getEnclosingClass();
        return around.isPresent() ? outermost(around.get()) : type.getSimpleName();
    }
}

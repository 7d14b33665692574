package placewatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleDescriptor;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The program runs from the module path, and everything it runs on is a real named module: only then can a small
/// runtime image be linked.
class ModulesTest {

    private static Module placewatch() {
        Module module = Main.class.getModule();
        assertThat(module.isNamed()).as("the tests run on the module path").isTrue();
        return module;
    }

    /// Names of all modules that `start` requires, directly or through others, as they were resolved.
    private static Set<String> required(Module start) {
        Set<String> reached = new TreeSet<>();
        Deque<ModuleDescriptor> open = new ArrayDeque<>(Set.of(start.getDescriptor()));
        while (!open.isEmpty()) {
            ModuleDescriptor module = open.pop();
            if (reached.add(module.name())) {
                for (ModuleDescriptor.Requires requires : module.requires()) {
                    Optional<Module> resolved = ModuleLayer.boot().findModule(requires.name());
                    boolean optional = requires.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC);
                    assertThat(resolved.isPresent() || optional)
                            .as("%s is there for %s", requires.name(), module.name()).isTrue();
                    resolved.ifPresent(found -> open.push(found.getDescriptor()));
                }
            }
        }
        return reached;
    }

    @Test
    void theWalkReachesWhatWeRequireAndWhatThatRequires() {
        assertThat(required(placewatch())).contains(
                "placewatch", "java.base", "javafx.graphics", "org.java_websocket", "tools.jackson.core",
                "org.eclipse.jetty.io", "org.kordamp.ikonli.core");
    }

    @Test
    void everythingWeRequireIsARealModule() {
        assertThat(required(placewatch()))
                .filteredOn(name -> ModuleLayer.boot().findModule(name).orElseThrow().getDescriptor().isAutomatic())
                .isEmpty();
    }

    @Test
    void soIsEverythingElseThatWasResolved() {
        // services, such as the logger's backend, are bound without being required
        assertThat(ModuleLayer.boot().modules()).extracting(Module::getName).contains("org.slf4j.jul");
        assertThat(ModuleLayer.boot().modules())
                .filteredOn(module -> module.getDescriptor().isAutomatic())
                .isEmpty();
    }
}

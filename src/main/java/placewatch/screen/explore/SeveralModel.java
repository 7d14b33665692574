package placewatch.screen.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// A call that is to be made on several modules of a system: on which of them, and the question before it. JavaFX thread.
final class SeveralModel {

    private static final int NAMED_IN_TITLE = 4;
    private static final int SHOWN_IN_QUESTION = 400;

    /// A module that it can be made on.
    ///
    /// @param chosen whether it will be
    record Candidate(ModuleRow row, BooleanProperty chosen) { }

    private final CallOrder order;
    private final String system;
    private final String why;
    private final List<Candidate> candidates;
    private final Consumer<List<ModuleRow>> onGo;
    private final Runnable onLeave;
    private final ReadOnlyStringWrapper ask = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper does = new ReadOnlyStringWrapper("");

    /// @param system  what people call the system
    /// @param rows    what it can be made on
    /// @param first   which of them are chosen at first
    /// @param why     more to be said before it is done, in sentences; may be empty
    /// @param onGo    the question was answered: hears which are chosen
    /// @param onLeave it was not, and will not be
    SeveralModel(CallOrder order, String system, List<ModuleRow> rows, Predicate<ModuleRow> first, String why,
            Consumer<List<ModuleRow>> onGo, Runnable onLeave) {
        this.order = order;
        this.system = system;
        this.why = why;
        this.onGo = onGo;
        this.onLeave = onLeave;
        List<Candidate> all = new ArrayList<>();
        for (ModuleRow row : rows) {
            Candidate candidate = new Candidate(row, new SimpleBooleanProperty(first.test(row)));
            candidate.chosen().addListener(_ -> say());
            all.add(candidate);
        }
        candidates = List.copyOf(all);
        say();
    }

    private void say() {
        List<String> slugs = chosen().stream().map(row -> row.address().slug()).toList();
        String words = slugs.isEmpty() ? "which modules" : slugs.size() <= NAMED_IN_TITLE ? listed(slugs)
                : slugs.size() + " modules";
        ask.set("Call " + order.function() + " on " + words + " in " + system + "?");
        does.set(slugs.isEmpty() ? "" : "Run " + order.function() + " on "
                + (slugs.size() == 1 ? slugs.getFirst() : slugs.size() + " modules"));
    }

    private static String listed(List<String> slugs) {
        return slugs.size() == 1 ? slugs.getFirst()
                : String.join(", ", slugs.subList(0, slugs.size() - 1)) + " and " + slugs.getLast();
    }

    /// In the system's order.
    List<Candidate> candidates() {
        return candidates;
    }

    /// Those that it will be made on.
    List<ModuleRow> chosen() {
        return candidates.stream().filter(candidate -> candidate.chosen().get()).map(Candidate::row).toList();
    }

    /// `All 3 Display modules`.
    String all() {
        List<String> names = candidates.stream().map(candidate -> candidate.row().address().module()).distinct().toList();
        return "All " + candidates.size() + (names.size() == 1 ? " " + names.getFirst() + " modules"
                : " modules with this driver");
    }

    /// What is sent, and what more there is to say.
    String means() {
        return CallWords.beginning(order.call(), SHOWN_IN_QUESTION) + " is sent to each module that is ticked."
                + (why.isEmpty() ? "" : " " + why);
    }

    /// Names the function and the modules.
    ReadOnlyStringProperty askProperty() {
        return ask.getReadOnlyProperty();
    }

    /// The words of the button that does it; empty while no module is chosen.
    ReadOnlyStringProperty doesProperty() {
        return does.getReadOnlyProperty();
    }

    /// The person wants it.
    void go() {
        onGo.accept(chosen());
    }

    /// The person wants it not.
    void leave() {
        onLeave.run();
    }
}

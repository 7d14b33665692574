package placewatch.screen.explore;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import placewatch.bridge.Connection;
import placewatch.control.Texts;
import placewatch.form.ArgumentList;
import placewatch.form.JsonFault;
import placewatch.model.Secrets;
import placewatch.protocol.Failure;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.Subscription;
import placewatch.rest.ApiResult;
import placewatch.rest.Function;

/// What a call will be: the module's functions, the chosen one, and a form for its arguments. Where the key may not
/// list functions, the person names one and writes its arguments as a JSON list. JavaFX thread.
final class FormModel implements AutoCloseable {

    private static final long ASK_AGAIN_SECONDS = 5;

    /// A call that can be sent.
    ///
    /// @param names     of the arguments by position, as far as they are known
    /// @param arguments JSON texts by position
    record Call(String function, List<String> names, List<String> arguments) {

        Call {
            names = List.copyOf(names);
            arguments = List.copyOf(arguments);
        }
    }

    private final Connection connection;
    private final ReadOnlyObjectWrapper<ModuleAddress> address;
    private final String place;
    private final ObservableList<Function> functions = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Function> chosen = new SimpleObjectProperty<>();
    /// Kept by the function's name: who looks at another function finds what was typed when coming back.
    private final Map<String, ArgumentsModel> known = new HashMap<>();
    private final ArgumentsModel unknown = ArgumentsModel.ofUnknown();
    private final ReadOnlyObjectWrapper<@Nullable ArgumentsModel> arguments = new ReadOnlyObjectWrapper<>();
    private final StringProperty handName = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper byHand = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("Loading functions…");
    private final ReadOnlyStringWrapper frame = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper masked = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final Subscription retrying;
    private Subscription asking;
    private final BooleanProperty attention = new SimpleBooleanProperty();
    private final BooleanProperty choosing = new SimpleBooleanProperty();
    private String wanted = "";
    private Optional<List<String>> wantedArguments = Optional.empty();
    private boolean listed;
    private boolean failed;
    private String barred = "";

    /// @param place title of the system that the module is in
    FormModel(Connection connection, ModuleAddress address, String place) {
        this.connection = connection;
        this.place = place;
        this.address = new ReadOnlyObjectWrapper<>(address);
        chosen.addListener(_ -> takeUp());
        byHand.addListener(_ -> takeUp());
        handName.addListener(_ -> preview());
        choosing.addListener(_ -> preview());
        arguments.flatMap(ArgumentsModel::listProperty).subscribe(_ -> preview());
        asking = connection.functions(address, this::functionsAre);
        retrying = connection.every(ASK_AGAIN_SECONDS, () -> {
            if (failed) {
                failed = false;
                asking = connection.functions(this.address.get(), this::functionsAre);
            }
        });
    }

    private void functionsAre(ApiResult<List<Function>> result) {
        switch (result) {
            case ApiResult.Ok<List<Function>>(List<Function> all) -> {
                byHand.set(false);
                functions.setAll(all.stream().sorted(Comparator.comparing(Function::name)).toList());
                note.set(all.isEmpty() ? "This module offers no functions to your key" : "");
            }
            case ApiResult.Failed<List<Function>>(Failure.NotAllowed(var _)) -> {
                byHand.set(true);
                note.set("Your key may call functions but not list them. Name one and give its arguments as a JSON list.");
            }
            case ApiResult.Failed<List<Function>>(Failure failure) -> {
                failed = true;
                byHand.set(true);
                note.set("The functions could not be listed. " + Texts.failure(failure));
            }
        }
        listed = true;
        grant();
        preview();
    }

    /// Chooses a function, at once or when they are known, and brings the cursor to its form.
    void want(String function) {
        want(function, Optional.empty());
    }

    /// The same, with arguments, to be changed or run again.
    ///
    /// @param arguments JSON texts by position; an empty one leaves its place open
    void fill(String function, List<String> arguments) {
        want(function, Optional.of(List.copyOf(arguments)));
    }

    private void want(String function, Optional<List<String>> with) {
        wanted = function;
        wantedArguments = with;
        if (listed) {
            grant();
        }
    }

    /// Shows the arguments as a JSON list, or as a form again.
    void turn() {
        ArgumentsModel form = arguments.get();
        if (form != null) {
            form.turn();
            attention.set(true);
        }
    }

    private void grant() {
        String name = wanted;
        wanted = "";
        if (name.isEmpty()) {
            return;
        }
        if (byHand.get()) {
            handName.set(name);
            wantedArguments.ifPresent(unknown::fill);
            attention.set(true);
            return;
        }
        functions.stream().filter(function -> function.name().equals(name)).findFirst().ifPresentOrElse(function -> {
            chosen.set(function);
            ArgumentsModel form = arguments.get();
            if (form != null) {
                wantedArguments.ifPresent(form::fill);
            }
            attention.set(true);
        }, () -> note.set("This module offers no function “" + name + "” to your key."));
    }

    /// Whether the cursor is wanted in the form; the view says when it is there.
    BooleanProperty attentionProperty() {
        return attention;
    }

    private void takeUp() {
        Function function = chosen.get();
        arguments.set(byHand.get() ? unknown : function == null ? null
                : known.computeIfAbsent(function.name(), _ -> ArgumentsModel.of(function)));
        preview();
    }

    /// Looks anew at what stands between the form and the button, or at the frame that the button sends: also to be
    /// called after a call was sent, as the next frame has another id.
    void preview() {
        if (!barred.isEmpty()) {
            problem.set(barred);
            masked.set(false);
            frame.set("");
            return;
        }
        String lacking = lacking();
        problem.set(lacking);
        if (!lacking.isEmpty() || !(ready() instanceof ArgumentList.Ready(List<String> args))) {
            masked.set(false);
            frame.set("");
            return;
        }
        List<Secrets.Shown> shown = Secrets.arguments(functionName(), names(), args);
        masked.set(shown.stream().anyMatch(Secrets.Shown::masked));
        frame.set(connection.execFrame(address.get(), functionName(), shown.stream().map(Secrets.Shown::json).toList()));
    }

    /// Empty when nothing is.
    private String lacking() {
        if (functionName().isEmpty()) {
            return byHand.get() ? "Name a function" : "Choose a function";
        }
        if (choosing.get() && !byHand.get()) {
            return "Choose a function: Enter takes the marked one, Escape goes back to " + functionName();
        }
        return switch (ready()) {
            case ArgumentList.Ready _ -> "";
            case ArgumentList.Lacking(int _, String words) -> words;
            case ArgumentList.Faulty(JsonFault fault) -> "The JSON list, " + fault.words();
        };
    }

    private ArgumentList ready() {
        ArgumentsModel form = arguments.get();
        return form == null ? new ArgumentList.Ready(List.of()) : form.listProperty().get();
    }

    /// The call, unless something stands against it.
    Optional<Call> call() {
        return barred.isEmpty() && lacking().isEmpty() && ready() instanceof ArgumentList.Ready(List<String> args)
                ? Optional.of(new Call(functionName(), names(), args)) : Optional.empty();
    }

    private List<String> names() {
        Function function = chosen.get();
        return byHand.get() || function == null ? List.of()
                : function.parameters().stream().map(Function.Parameter::name).toList();
    }

    /// The chosen one, or the one that the person names; empty for none.
    String functionName() {
        Function function = chosen.get();
        return byHand.get() ? handName.get().strip() : function == null ? "" : function.name();
    }

    /// The module is called by that address from now on; the form stays.
    void movedTo(ModuleAddress next) {
        address.set(next);
        bar("");
    }

    /// Nothing can be called from now on; the form stays.
    ///
    /// @param why in a few words; empty when it can be called again
    void bar(String why) {
        barred = why;
        preview();
    }

    /// What a call touches: `Display_1 in Boardroom 2.01`.
    String touches() {
        return address.get().slug() + " in " + place;
    }

    /// Where the module is called.
    ReadOnlyObjectProperty<ModuleAddress> addressProperty() {
        return address.getReadOnlyProperty();
    }

    ObservableList<Function> functions() {
        return functions;
    }

    ObjectProperty<@Nullable Function> chosenProperty() {
        return chosen;
    }

    /// Of the chosen function, or of the one that the person names; null while there is none.
    ReadOnlyObjectProperty<@Nullable ArgumentsModel> argumentsProperty() {
        return arguments.getReadOnlyProperty();
    }

    /// Whether the person is about to choose another function: until then none can be called.
    BooleanProperty choosingProperty() {
        return choosing;
    }

    /// Whether the person has to name the function.
    ReadOnlyBooleanProperty byHandProperty() {
        return byHand.getReadOnlyProperty();
    }

    StringProperty handNameProperty() {
        return handName;
    }

    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /// The frame that Run sends, whole, with secrets masked; empty while there is a problem.
    ReadOnlyStringProperty frameProperty() {
        return frame.getReadOnlyProperty();
    }

    /// Whether something in the frame is not shown as it is sent.
    ReadOnlyBooleanProperty maskedProperty() {
        return masked.getReadOnlyProperty();
    }

    /// Whether nothing can be called, whatever the form says.
    boolean barred() {
        return !barred.isEmpty();
    }

    /// By the clock that stamps arrivals.
    Instant now() {
        return connection.now();
    }

    /// Why Run is disabled; empty when it is not.
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    @Override
    public void close() {
        retrying.close();
        asking.close();
    }
}

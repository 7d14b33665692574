package placewatch.screen.explore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
import placewatch.protocol.Failure;
import placewatch.protocol.JsonText;
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
    /// @param arguments JSON texts by position
    record Call(String function, List<String> arguments) {

        Call {
            arguments = List.copyOf(arguments);
        }
    }

    private final Connection connection;
    private final ReadOnlyObjectWrapper<ModuleAddress> address;
    private final String place;
    private final ObservableList<Function> functions = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Function> chosen = new SimpleObjectProperty<>();
    private final ObservableList<ArgumentField> fields = FXCollections.observableArrayList();
    private final StringProperty handName = new SimpleStringProperty("");
    private final StringProperty handArguments = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper byHand = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("Loading functions…");
    private final ReadOnlyStringWrapper frame = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final Subscription retrying;
    private Subscription asking;
    private final BooleanProperty attention = new SimpleBooleanProperty();
    private String wanted = "";
    private boolean listed;
    private boolean failed;
    private String barred = "";

    /// @param place title of the system that the module is in
    FormModel(Connection connection, ModuleAddress address, String place) {
        this.connection = connection;
        this.place = place;
        this.address = new ReadOnlyObjectWrapper<>(address);
        chosen.addListener((_, _, function) -> formFor(function));
        handName.addListener(_ -> preview());
        handArguments.addListener(_ -> preview());
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
        wanted = function;
        if (listed) {
            grant();
        }
    }

    /// Puts a call into the form, to be changed or run again, and brings the cursor there.
    void fill(Call call) {
        handName.set(call.function());
        handArguments.set("[" + String.join(", ", call.arguments()) + "]");
        want(call.function());
        JsonText json = new JsonText();
        for (int i = 0; i < Math.min(fields.size(), call.arguments().size()); i++) {
            String argument = call.arguments().get(i);
            fields.get(i).typedProperty().set(json.contentOfString(argument).orElse(argument));
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
            attention.set(true);
            return;
        }
        functions.stream().filter(function -> function.name().equals(name)).findFirst().ifPresentOrElse(function -> {
            chosen.set(function);
            attention.set(true);
        }, () -> note.set("This module offers no function “" + name + "” to your key."));
    }

    /// Whether the cursor is wanted in the form; the view says when it is there.
    BooleanProperty attentionProperty() {
        return attention;
    }

    private void formFor(@Nullable Function function) {
        List<ArgumentField> form = new ArrayList<>();
        if (function != null) {
            function.parameters().forEach(parameter -> form.add(new ArgumentField(parameter)));
        }
        form.forEach(field -> field.typedProperty().addListener(_ -> preview()));
        fields.setAll(form);
        preview();
    }

    /// Looks anew at what stands between the form and the button, or at the frame that the button sends: also to be
    /// called after a call was sent, as the next frame has another id.
    void preview() {
        if (!barred.isEmpty()) {
            problem.set(barred);
            frame.set("");
            return;
        }
        switch (arguments()) {
            case CallArguments.Lacking(String words) -> {
                problem.set(words);
                frame.set("");
            }
            case CallArguments.Ready(List<String> args) -> {
                problem.set("");
                frame.set(connection.execFrame(address.get(), functionName(), args));
            }
        }
    }

    /// The call, unless something stands against it.
    Optional<Call> call() {
        return barred.isEmpty() && arguments() instanceof CallArguments.Ready(List<String> args)
                ? Optional.of(new Call(functionName(), args)) : Optional.empty();
    }

    private String functionName() {
        Function function = chosen.get();
        return byHand.get() ? handName.get().strip() : function == null ? "" : function.name();
    }

    private CallArguments arguments() {
        if (functionName().isEmpty()) {
            return new CallArguments.Lacking(byHand.get() ? "Name a function" : "Choose a function");
        }
        return byHand.get() ? CallArguments.of(handArguments.get()) : CallArguments.of(fields);
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

    /// The form of the chosen function.
    ObservableList<ArgumentField> fields() {
        return fields;
    }

    /// Whether the person has to name the function.
    ReadOnlyBooleanProperty byHandProperty() {
        return byHand.getReadOnlyProperty();
    }

    StringProperty handNameProperty() {
        return handName;
    }

    StringProperty handArgumentsProperty() {
        return handArguments;
    }

    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /// The frame that Run sends; empty while there is a problem.
    ReadOnlyStringProperty frameProperty() {
        return frame.getReadOnlyProperty();
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

package placewatch.screen.explore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.BooleanProperty;
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
import javafx.beans.property.ObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import placewatch.bridge.Connection;
import placewatch.control.Texts;
import placewatch.protocol.Failure;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.Subscription;
import placewatch.rest.ApiResult;
import placewatch.rest.Function;

/// Calls of the chosen module: its functions, a form for the chosen one, and what the calls returned. Where the key
/// may not list functions, the person names one and writes its arguments as a JSON list.
final class ExecModel implements AutoCloseable {

    private static final long ASK_AGAIN_SECONDS = 5;

    private final Connection connection;
    private final ReadOnlyObjectWrapper<ModuleAddress> address;
    private final CallsModel calls;
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
    private List<String> wantedArguments = List.of();
    private boolean listed;
    private boolean failed;
    private String barred = "";

    ExecModel(Connection connection, ModuleAddress address, CallBook book, CalledModule called) {
        this.connection = connection;
        this.address = new ReadOnlyObjectWrapper<>(address);
        calls = new CallsModel(connection, book, called, this::want);
        calls.onEnd(this::preview);
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
        want(function, List.of());
    }

    /// The same, with arguments.
    ///
    /// @param argumentsJson JSON texts by position; an empty one leaves its field open
    void want(String function, List<String> argumentsJson) {
        wanted = function;
        wantedArguments = argumentsJson;
        if (listed) {
            grant();
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
            if (!wantedArguments.isEmpty()) {
                handArguments.set("[" + String.join(", ", wantedArguments) + "]");
            }
            attention.set(true);
            return;
        }
        functions.stream().filter(function -> function.name().equals(name)).findFirst().ifPresentOrElse(function -> {
            chosen.set(function);
            for (int i = 0; i < Math.min(fields.size(), wantedArguments.size()); i++) {
                fields.get(i).give(wantedArguments.get(i));
            }
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

    /// What stands between the form and the button, or the frame that the button sends.
    private void preview() {
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

    /// The module is called by that address from now on; the form and the calls stay.
    void movedTo(ModuleAddress next) {
        address.set(next);
        bar("");
    }

    /// Nothing can be called from now on; the form and the calls stay.
    ///
    /// @param why in a few words; empty when it can be called again
    void bar(String why) {
        barred = why;
        calls.bar(why);
        preview();
    }

    /// Sends the call, once. Does nothing while the form has a problem.
    void run() {
        if (!barred.isEmpty() || !(arguments() instanceof CallArguments.Ready(List<String> args))) {
            return;
        }
        Function function = chosen.get();
        calls.run(functionName(), byHand.get() || function == null ? List.of()
                : function.parameters().stream().map(Function.Parameter::name).toList(), args);
    }

    /// What was called from here, and when.
    CallsModel calls() {
        return calls;
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
        calls.close();
        retrying.close();
        asking.close();
    }
}

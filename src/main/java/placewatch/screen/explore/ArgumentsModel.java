package placewatch.screen.explore;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import placewatch.form.Argument;
import placewatch.form.ArgumentList;
import placewatch.form.Draft;
import placewatch.form.Drafts;
import placewatch.form.Fault;
import placewatch.form.JsonFault;
import placewatch.form.JsonList;
import placewatch.form.Reading;
import placewatch.model.Secrets;
import placewatch.rest.Function;
import tools.jackson.databind.JsonNode;

/// The arguments of one function, as a form and as a JSON list that stay in step. A list that can't be read is kept as
/// it was typed: the form behind it waits until the text is mended or thrown away. JavaFX thread.
final class ArgumentsModel {

    /// Which of the two is on screen.
    enum Face { FORM, JSON }

    private final List<ArgumentLine> lines;
    private final List<Argument> arguments;
    private final boolean known;
    private final StringProperty json = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Face> face;
    private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<JsonFault>> fault = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<ArgumentList> list;
    private String written = "";
    private boolean filling;

    /// Of a function whose metadata is known.
    static ArgumentsModel of(Function function) {
        return new ArgumentsModel(function.parameters().stream().map(parameter -> new ArgumentLine(new Argument(
                parameter.name(), parameter.schema(), name -> Secrets.takes(function.name(), name)))).toList(), true);
    }

    /// Of one that nothing is known of: there is no form, only the list.
    static ArgumentsModel ofUnknown() {
        return new ArgumentsModel(List.of(), false);
    }

    private ArgumentsModel(List<ArgumentLine> lines, boolean known) {
        this.lines = lines;
        this.known = known;
        arguments = lines.stream().map(ArgumentLine::argument).toList();
        face = new ReadOnlyObjectWrapper<>(known ? Face.FORM : Face.JSON);
        list = new ReadOnlyObjectWrapper<>(new ArgumentList.Ready(List.of()));
        lines.forEach(line -> line.draftProperty().subscribe(_ -> formChanged()));
        // each change, whether or not somebody reads the text meanwhile
        json.subscribe(_ -> textChanged());
        look();
    }

    private List<Draft> drafts() {
        return lines.stream().map(line -> line.draftProperty().get()).toList();
    }

    private void formChanged() {
        if (!filling) {
            look();
        }
    }

    private void textChanged() {
        if (face.get() == Face.JSON) {
            readText();
            look();
        }
    }

    /// The form takes over what the text says, as soon as that can be read.
    private void readText() {
        if (JsonList.read(json.get()) instanceof JsonList.Read(List<JsonNode> values)
                && values.size() <= lines.size() && !json.get().equals(written)) {
            put(ArgumentList.drafts(arguments, values));
        }
    }

    private void put(List<Draft> drafts) {
        filling = true;
        for (int i = 0; i < lines.size(); i++) {
            lines.get(i).draftProperty().set(drafts.get(i));
        }
        filling = false;
    }

    /// The other face. What was typed stays, on both.
    void turn() {
        if (!known) {
            return;
        }
        switch (face.get()) {
            case FORM -> {
                face.set(Face.JSON);
                if (!waiting.get()) {
                    written = ArgumentList.text(arguments, drafts());
                    json.set(written);
                }
                waiting.set(false);
            }
            case JSON -> {
                boolean readable = JsonList.read(json.get()) instanceof JsonList.Read(List<JsonNode> values)
                        && values.size() <= lines.size();
                waiting.set(!readable && !json.get().equals(written));
                face.set(Face.FORM);
            }
        }
        look();
    }

    /// Gives up the text that can't be read; the form goes on with what it holds.
    void throwTextAway() {
        waiting.set(false);
        look();
    }

    /// Fills in arguments, as JSON texts by position; an empty one leaves its place open.
    void fill(List<String> texts) {
        waiting.set(false);
        drafts(texts).ifPresentOrElse(drafts -> {
            put(drafts);
            written = ArgumentList.text(arguments, drafts());
            json.set(written);
        }, () -> {
            // as many or such as this function does not take: the list shows what is wrong
            face.set(Face.JSON);
            json.set("[" + String.join(", ", texts) + "]");
        });
        look();
    }

    private Optional<List<Draft>> drafts(List<String> texts) {
        if (!known || texts.size() > lines.size()) {
            return Optional.empty();
        }
        List<Draft> drafts = new ArrayList<>(Collections.nCopies(lines.size(), Draft.NONE));
        for (int i = 0; i < texts.size(); i++) {
            if (!texts.get(i).isEmpty()) {
                if (!(JsonList.read("[" + texts.get(i) + "]") instanceof JsonList.Read(List<JsonNode> values)
                        && values.size() == 1)) {
                    return Optional.empty();
                }
                drafts.set(i, Drafts.of(arguments.get(i).shape(), values.getFirst()));
            }
        }
        return Optional.of(drafts);
    }

    private void look() {
        boolean text = face.get() == Face.JSON || waiting.get();
        ArgumentList next = !text ? ArgumentList.of(arguments, drafts())
                : known ? ArgumentList.of(arguments, json.get()) : ArgumentList.ofUnknown(json.get());
        for (int i = 0; i < lines.size(); i++) {
            lines.get(i).fault(faultOf(i, next));
        }
        fault.set(next instanceof ArgumentList.Faulty(JsonFault found) ? Optional.of(found) : Optional.empty());
        list.set(next);
    }

    private String faultOf(int line, ArgumentList all) {
        Argument argument = arguments.get(line);
        if (argument.read(lines.get(line).draftProperty().get()) instanceof Reading.Wrong(Fault wrong)) {
            return wrong.words(argument.name());
        }
        return all instanceof ArgumentList.Lacking(int at, String words) && at == line && argument.optional()
                ? words + ". The default is not sent for you: what is shown of it may have lost its spaces." : "";
    }

    /// In the order in which they are sent.
    List<ArgumentLine> lines() {
        return lines;
    }

    /// The text of the list; of the form only while that is on its other face.
    StringProperty jsonProperty() {
        return json;
    }

    ReadOnlyObjectProperty<Face> faceProperty() {
        return face.getReadOnlyProperty();
    }

    /// Whether the form waits for a text that can't be read.
    ReadOnlyBooleanProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /// What is wrong with the text, while that counts.
    ReadOnlyObjectProperty<Optional<JsonFault>> faultProperty() {
        return fault.getReadOnlyProperty();
    }

    /// What would be sent, or why nothing can be.
    ReadOnlyObjectProperty<ArgumentList> listProperty() {
        return list.getReadOnlyProperty();
    }
}

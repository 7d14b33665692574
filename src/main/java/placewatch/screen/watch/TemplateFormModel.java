package placewatch.screen.watch;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import placewatch.bridge.Connection;
import placewatch.protocol.Subscription;
import placewatch.settings.Kept;
import placewatch.settings.Template;

/// A template that is being defined, with a preview of its first rooms. JavaFX thread.
public final class TemplateFormModel implements AutoCloseable {

    static final int PREVIEWED = 6;
    private static final long TYPED_MILLIS = 400;

    /// A column that is being defined.
    static final class Draft {
        private final StringProperty heading = new SimpleStringProperty("");
        private final StringProperty pattern = new SimpleStringProperty("");
        private final BooleanProperty joined = new SimpleBooleanProperty(true);

        StringProperty headingProperty() {
            return heading;
        }

        StringProperty patternProperty() {
            return pattern;
        }

        BooleanProperty joinedProperty() {
            return joined;
        }

        TemplatePattern read() {
            return TemplatePattern.read(pattern.get());
        }

        private Template.Column column() {
            return new Template.Column(heading.get().strip(), pattern.get().strip(),
                    joined.get() ? Template.Many.JOINED : Template.Many.ONE_EACH);
        }
    }

    private final Connection connection;
    private final Optional<Template> before;
    private final Predicate<String> taken;
    private final StringProperty name = new SimpleStringProperty("");
    private final TemplateScopeModel scope;
    private final ObservableList<Draft> columns = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper lacks = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable TemplateModel> preview = new ReadOnlyObjectWrapper<>();
    private Subscription soon = () -> { };

    /// @param before  what is edited; empty for a new one
    /// @param taken   whether another template has that name
    public TemplateFormModel(Connection connection, Optional<Template> before, Predicate<String> taken) {
        this.connection = connection;
        this.before = before;
        this.taken = taken;
        scope = new TemplateScopeModel(connection, before.map(Template::scope));
        before.ifPresent(template -> {
            name.set(template.name());
            template.columns().forEach(this::add);
        });
        columns.addListener((ListChangeListener<Draft>) _ -> changed());
        if (columns.isEmpty()) {
            add();
        }
        name.subscribe(_ -> changed());
        scope.kindProperty().subscribe(_ -> changed());
        scope.zoneProperty().subscribe(_ -> changed());
        scope.wordsProperty().subscribe(_ -> changed());
        scope.picked().subscribe(this::changed);
    }

    private void add(Template.Column column) {
        Draft draft = new Draft();
        draft.heading.set(column.heading());
        draft.pattern.set(column.pattern());
        draft.joined.set(column.many() == Template.Many.JOINED);
        follow(draft);
        columns.add(draft);
    }

    private void follow(Draft draft) {
        draft.heading.subscribe(_ -> changed());
        draft.pattern.subscribe(_ -> changed());
        draft.joined.subscribe(_ -> changed());
    }

    /// Another column, still empty.
    void add() {
        Draft draft = new Draft();
        follow(draft);
        columns.add(draft);
    }

    void remove(Draft draft) {
        columns.remove(draft);
    }

    void move(Draft draft, int by) {
        int place = columns.indexOf(draft);
        int next = Math.clamp((long) place + by, 0, columns.size() - 1);
        if (next != place) {
            columns.remove(place);
            columns.add(next, draft);
        }
    }

    /// Takes the columns of a ready-made one, and its name if there is none yet.
    public void take(TemplateReady ready) {
        if (name.get().isBlank()) {
            name.set(ready.name());
        }
        columns.clear();
        ready.columns().forEach(this::add);
    }

    private void changed() {
        lacks.set(missing());
        soon.close();
        soon = connection.after(TYPED_MILLIS, this::show);
    }

    private String missing() {
        String wished = name.get().strip();
        if (wished.isEmpty()) {
            return "Give it a name.";
        }
        if (taken.test(wished) && before.filter(template -> template.name().equals(wished)).isEmpty()) {
            return "Another template is called “" + wished + "”.";
        }
        if (!scope.lacks().isEmpty()) {
            return scope.lacks();
        }
        if (sound().isEmpty()) {
            return "Write a column.";
        }
        return columns.stream().anyMatch(draft -> !draft.pattern.get().isBlank()
                && draft.read() instanceof TemplatePattern.Wrong) ? "A column's pattern is wrong." : "";
    }

    private List<Template.Column> sound() {
        return columns.stream().filter(draft -> draft.read() instanceof TemplatePattern.Sound).map(Draft::column)
                .toList();
    }

    private void show() {
        Optional<Template.Scope> over = scope.scope();
        List<Template.Column> some = sound();
        TemplateModel open = preview.get();
        if (over.isEmpty() || some.isEmpty()) {
            preview.set(null);
            if (open != null) {
                open.close();
            }
            return;
        }
        Template draft = Template.of("Preview", over.get(), some);
        if (open == null) {
            preview.set(new TemplateModel(connection, draft, new Unkept(draft), TemplateActions.none(), PREVIEWED));
        } else if (!open.definitionProperty().get().scope().equals(draft.scope())
                || !open.definitionProperty().get().columns().equals(draft.columns())) {
            open.define(draft);
        }
    }

    /// What is done to a preview is forgotten with it.
    private record Unkept(Template latest) implements Kept<Template> {
        @Override
        public void keep(Template next) {
            // forgotten
        }
    }

    /// What was defined; empty while anything is missing.
    public Optional<Template> template() {
        if (!missing().isEmpty()) {
            return Optional.empty();
        }
        Template.Scope over = scope.scope().orElseThrow();
        String called = name.get().strip();
        return Optional.of(before.map(template -> template.named(called).over(over).with(sound()))
                .orElseGet(() -> Template.of(called, over, sound())));
    }

    /// Whether an existing one is edited.
    boolean editing() {
        return before.isPresent();
    }

    StringProperty nameProperty() {
        return name;
    }

    TemplateScopeModel scope() {
        return scope;
    }

    ObservableList<Draft> columns() {
        return columns;
    }

    /// What is still to be done; empty when all is there.
    ReadOnlyStringProperty lacksProperty() {
        return lacks.getReadOnlyProperty();
    }

    /// The first rooms; null while there is too little to show any.
    ReadOnlyObjectProperty<@Nullable TemplateModel> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    @Override
    public void close() {
        soon.close();
        scope.close();
        TemplateModel open = preview.get();
        if (open != null) {
            open.close();
        }
    }
}

package placewatch.control.form;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.converter.LocalDateStringConverter;
import placewatch.form.Draft;
import placewatch.form.Shape;
import placewatch.form.ShapeWords;

/// A moment: as it is sent, and as a date and a time of this computer's zone; both stay in step.
final class MomentEditor implements ShapeEditor {

    private static final DateTimeFormatter MEANING =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm:ss zzz", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter TYPED_TIME = DateTimeFormatter.ofPattern("H:mm[:ss]", Locale.ROOT);

    private final MomentText text;
    private final Consumer<Draft> changed;
    private final Marking marking;
    private final InstantSource clock;
    private final ZoneId zone = ZoneId.systemDefault();
    private final TextField field = new TextField();
    private final DatePicker date = new DatePicker();
    private final TextField time = new TextField();
    private final Label meaning = new Label();
    private final VBox box;
    private boolean showing;

    MomentEditor(Shape shape, MomentText text, Asked asked, Consumer<Draft> changed) {
        this.text = text;
        this.changed = changed;
        clock = asked.clock();
        field.setId(asked.id());
        field.setAccessibleText(asked.name());
        field.setPromptText(asked.blank(shape));
        field.getStyleClass().addAll("small", "mono");
        marking = new Marking(field, shape, ShapeWords.wanted(shape) + ". Up and Down step by a minute, with Shift by ten.",
                asked);
        date.getStyleClass().add("small");
        date.setId(asked.id() + "-date");
        date.setPromptText("date");
        date.setConverter(new LocalDateStringConverter(DateTimeFormatter.ISO_LOCAL_DATE, DateTimeFormatter.ISO_LOCAL_DATE));
        date.setPrefWidth(130);
        date.setMinWidth(126);
        date.getEditor().setAccessibleText(asked.name() + ", date");
        date.setAccessibleText(asked.name() + ", date");
        time.getStyleClass().add("small");
        time.setId(asked.id() + "-time");
        time.setPromptText("time");
        time.setPrefWidth(84);
        time.setMinWidth(70);
        time.setAccessibleText(asked.name() + ", time of day");
        Button now = new Button("Now");
        now.getStyleClass().add("small");
        now.setMinWidth(Region.USE_PREF_SIZE);
        now.setAccessibleText(asked.name() + ", now");
        now.setOnAction(_ -> set(clock.instant()));
        HBox.setHgrow(field, Priority.ALWAYS);
        meaning.getStyleClass().add("muted");
        meaning.setMinWidth(0);
        meaning.managedProperty().bind(meaning.textProperty().isNotEmpty());
        box = new VBox(4, new HBox(6, field, now), new HBox(6, date, time), meaning);
        field.textProperty().addListener(_ -> typed());
        date.valueProperty().addListener(_ -> picked());
        time.setOnAction(_ -> picked());
        time.focusedProperty().addListener((_, _, here) -> {
            if (!here) {
                picked();
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
                long minutes = (event.getCode() == KeyCode.UP ? 1 : -1) * (event.isShiftDown() ? 10L : 1L);
                set(text.read(field.getText()).map(there -> there.plus(minutes, ChronoUnit.MINUTES))
                        .orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.MINUTES)));
                event.consume();
            }
        });
    }

    private void set(Instant moment) {
        field.setText(text.write(moment, zone));
        field.end();
    }

    private void typed() {
        Draft draft = Draft.typed(field.getText().strip());
        marking.look(draft);
        Optional<ZonedDateTime> local = text.read(field.getText()).map(moment -> moment.atZone(zone));
        meaning.setText(local.map(MEANING::format).orElse(""));
        if (!showing) {
            changed.accept(draft);
        }
        boolean before = showing;
        showing = true;
        if (local.isPresent() || field.getText().isBlank()) {
            date.setValue(local.map(ZonedDateTime::toLocalDate).orElse(null));
            time.setText(local.map(TIME::format).orElse(""));
        }
        showing = before;
    }

    private void picked() {
        LocalDate day = date.getValue();
        if (showing || day == null) {
            return;
        }
        try {
            LocalTime at = time.getText().isBlank() ? LocalTime.MIDNIGHT
                    : LocalTime.parse(time.getText().strip(), TYPED_TIME);
            Instant moment = day.atTime(at).atZone(zone).toInstant();
            if (!text.read(field.getText()).map(there -> there.truncatedTo(ChronoUnit.SECONDS))
                    .filter(moment::equals).isPresent()) {
                set(moment);
            }
        } catch (DateTimeException _) {
            // no time of day: the moment that is sent stays, and is shown again
            typed();
        }
    }

    @Override
    public void show(Draft draft) {
        showing = true;
        field.setText(draft instanceof Draft.Typed(String typed) ? typed : "");
        showing = false;
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public Node first() {
        return field;
    }
}

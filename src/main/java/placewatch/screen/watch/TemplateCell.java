package placewatch.screen.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import placewatch.bridge.Connection;
import placewatch.control.Mark;
import placewatch.control.Texts;
import placewatch.model.Quality;
import placewatch.model.StatusRow;
import placewatch.model.StatusValue;
import placewatch.protocol.StatusKey;
import placewatch.protocol.Subscription;

/// What stands in one column of one room: variables that are kept live, or why there are none. What is shown of it is
/// made when it is asked for. JavaFX thread.
final class TemplateCell implements AutoCloseable {

    /// What a cell is made of.
    sealed interface Content {

        /// Nothing is known yet; why is in the words.
        record Waiting(String words) implements Content { }

        /// The server would not tell.
        ///
        /// @param words a few of them
        record Untold(String words, String why) implements Content { }

        /// The room has no such module.
        record Lacks(String words) implements Content { }

        /// The column's pattern can't be followed.
        record Wrong(String words) implements Content { }

        /// @param members the way into each value; empty for all of it
        record Variables(List<StatusKey> keys, List<String> members) implements Content { }
    }

    /// A room without variables in this column; the same for all.
    static final TemplateCell ASKING = new TemplateCell(new Content.Waiting("its modules are being asked for"));

    private final Content content;
    private final List<StatusRow> rows = new ArrayList<>();
    private final List<Subscription> kept = new ArrayList<>();
    private int version;
    private int shownVersion = -1;
    private String shown = "";

    TemplateCell(Content content) {
        this.content = content;
    }

    /// Keeps its variables live until it is closed.
    ///
    /// @param touched hears of each change and does hardly anything
    void bind(Connection connection, Runnable touched) {
        if (!rows.isEmpty() || !(content instanceof Content.Variables(List<StatusKey> keys, var _))) {
            return;
        }
        Runnable move = () -> {
            version++;
            touched.run();
        };
        for (StatusKey key : keys) {
            StatusRow row = connection.row(key);
            rows.add(row);
            kept.add(connection.watch(row));
            kept.add(row.onTouched(move)::unsubscribe);
        }
        version++;
    }

    Content content() {
        return content;
    }

    /// Its variables as far as they are kept live.
    List<StatusRow> rows() {
        return rows;
    }

    /// Moves with everything that changes what is shown.
    int version() {
        return version;
    }

    /// What a cell of the table says.
    String text() {
        if (shownVersion != version) {
            shownVersion = version;
            shown = switch (content) {
                case Content.Waiting _ -> "…";
                case Content.Untold(String words, var _) -> Mark.TROUBLE.glyph() + " " + words;
                case Content.Lacks(String words) -> words;
                case Content.Wrong _ -> Mark.TROUBLE.glyph() + " wrong pattern";
                case Content.Variables(var _, List<String> members) -> rows.isEmpty() ? "…"
                        : rows.size() == 1 ? text(rows.getFirst(), members)
                        : rows.stream().map(row -> text(row, members)).collect(Collectors.joining(", "));
            };
        }
        return shown;
    }

    private static String text(StatusRow row, List<String> members) {
        return switch (row.quality()) {
            case Quality.Live _ -> TemplateValue.shown(row, members);
            case Quality.LastKnown _ -> Mark.OLD.glyph() + " " + TemplateValue.shown(row, members);
            case Quality.Binding() -> Mark.WAITING.glyph() + " binding…";
            case Quality.NoValueYet() -> Mark.WAITING.glyph() + " no value";
            case Quality.ModuleStopped() -> Mark.STOPPED.glyph() + " stopped";
            case Quality.Missing(var _) -> Mark.TROUBLE.glyph() + " not there";
            case Quality.Refused(var _) -> Mark.TROUBLE.glyph() + " refused";
            case Quality.Unanswered() -> Mark.TROUBLE.glyph() + " no answer";
            case Quality.NotConnected() -> Mark.OLD.glyph() + " not connected";
        };
    }

    /// How far to trust the least of its variables.
    Mark mark() {
        Mark worst = Mark.GOOD;
        switch (content) {
            case Content.Waiting _ -> worst = Mark.WAITING;
            case Content.Untold _, Content.Wrong _ -> worst = Mark.TROUBLE;
            case Content.Lacks _ -> worst = Mark.NEUTRAL;
            case Content.Variables _ -> {
                if (rows.isEmpty()) {
                    return Mark.WAITING;
                }
                for (StatusRow row : rows) {
                    Mark mark = Mark.of(row.quality());
                    worst = weight(mark) > weight(worst) ? mark : worst;
                }
            }
        }
        return worst;
    }

    private static int weight(Mark mark) {
        return switch (mark) {
            case GOOD, NEUTRAL -> 0;
            case WAITING -> 1;
            case OLD -> 2;
            case STOPPED -> 3;
            case TROUBLE -> 4;
        };
    }

    /// Whether it shows one number, which stands to the right.
    boolean number() {
        return rows.size() == 1 && rows.getFirst().value().filter(value -> value.kind() == StatusValue.Kind.NUMBER)
                .isPresent();
    }

    /// Value and quality of each, for whoever reads the screen aloud.
    String spoken(Instant now) {
        return switch (content) {
            case Content.Waiting(String words) -> words;
            case Content.Untold(String words, var _) -> words;
            case Content.Lacks(String words) -> words;
            case Content.Wrong(String words) -> words;
            case Content.Variables(var _, List<String> members) -> rows.isEmpty() ? "not bound"
                    : rows.stream().map(row -> (rows.size() == 1 ? "" : row.key().module().slug() + " ")
                            + row.value().map(_ -> TemplateValue.shown(row, members) + ", ").orElse("")
                            + Texts.quality(row.quality(), now)).collect(Collectors.joining("; "));
        };
    }

    /// The same at length, with why.
    String words(Instant now) {
        return switch (content) {
            case Content.Waiting(String words) -> sentence(words);
            case Content.Untold(var _, String why) -> "The modules of this room were not told. " + why;
            case Content.Lacks(String words) -> "This room has " + words + ".";
            case Content.Wrong(String words) -> words;
            case Content.Variables(var _, List<String> members) -> rows.stream()
                    .map(row -> row.key().module().slug() + "/" + row.key().name() + ": "
                            + row.value().map(_ -> TemplateValue.shown(row, members)).orElse("no value") + "\n"
                            + Texts.quality(row.quality(), now) + ". "
                            + Texts.qualityDetail(row.quality(), row.remappedAtProperty().get()))
                    .collect(Collectors.joining("\n\n"));
        };
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1) + ".";
    }

    @Override
    public void close() {
        kept.forEach(Subscription::close);
        kept.clear();
        rows.clear();
        version++;
    }
}

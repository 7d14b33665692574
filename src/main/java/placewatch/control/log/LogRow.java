package placewatch.control.log;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import placewatch.log.LineText;
import placewatch.log.LogEntry;
import placewatch.log.LogFilter;
import placewatch.log.Severity;

/// A row of the sheet: mark, time, level, module, words.
final class LogRow extends Region {

    private static final PseudoClass WARN = PseudoClass.getPseudoClass("warn");
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final PseudoClass OURS = PseudoClass.getPseudoClass("ours");
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass LEAD = PseudoClass.getPseudoClass("lead");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss.SSS", Locale.ROOT);

    private final Text mark = text("log-mark");
    private final Text time = text("log-time");
    private final Text level = text("log-level");
    private final Text module = text("log-module");
    private final LineWords words = new LineWords();
    private @Nullable LogEntry entry;
    private String levelClass = "";
    private String moduleClass = "";
    private LogColumns columns = LogColumns.of(7, 0, LogColumns.When.TIME);

    LogRow() {
        getStyleClass().add("log-row");
        setManaged(false);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        getChildren().setAll(mark, time, level, module, words);
    }

    private static Text text(String styleClass) {
        Text text = new Text();
        text.setTextOrigin(VPos.TOP);
        text.setManaged(false);
        text.getStyleClass().addAll("mono", styleClass);
        return text;
    }

    /// The line's number; -1 for none.
    long number() {
        return entry == null ? -1 : entry.number();
    }

    Optional<LogEntry> entry() {
        return Optional.ofNullable(entry);
    }

    LineWords words() {
        return words;
    }

    void show(LogEntry line, LogColumns where, LogLook look, LogFilter filter) {
        entry = line;
        LineText shown = LineText.of(line.text());
        Severity severity = line.severity();
        boolean debug = line.kind() == LogEntry.Kind.DEBUG;
        level.setText(switch (line.kind()) {
            case DEBUG -> severity.letter();
            case EXEC -> "▶";
            case STREAM -> "•";
        });
        levelClass = swap(level, levelClass, "level-" + (debug ? severity.name().toLowerCase(Locale.ROOT) : "ours"));
        if (look.modules() == LogLook.Modules.SHOWN) {
            moduleClass = swap(module, moduleClass, look.colour(line.source()).map(n -> "log-colour-" + (n % 8 + 1))
                    .orElse("log-colour-none"));
        }
        words.show(shown, look.ansiProperty().get(), filter, look.soughtProperty().get());
        pseudoClassStateChanged(WARN, debug && severity == Severity.WARN);
        pseudoClassStateChanged(ERROR, debug && severity.isTrouble());
        pseudoClassStateChanged(OURS, !debug);
        place(where);
        setAccessibleText(time.getText() + " " + line.source().slug() + " " + line.level() + " " + shown.first()
                + (shown.more() > 0 ? ", and " + shown.more() + " more lines" : ""));
    }

    /// Puts its parts where they are now.
    void place(LogColumns where) {
        LogEntry line = entry;
        columns = where;
        if (line != null) {
            time.setText((where.date() == LogColumns.When.TIME ? TIME : DAY_AND_TIME)
                    .format(line.at().atZone(ZoneId.systemDefault())));
            module.setText(where.moduleLength() == 0 ? "" : shortened(line.source().slug(), where.moduleLength()));
        }
        requestLayout();
    }

    private static String shortened(String name, int length) {
        // the end tells modules apart: their index
        return name.length() <= length ? name : "…" + name.substring(name.length() - length + 1);
    }

    private static String swap(Text text, String before, String now) {
        if (!now.equals(before)) {
            text.getStyleClass().setAll(List.of("mono", text.getStyleClass().get(1), now));
        }
        return now;
    }

    void chosen(boolean selected, boolean lead) {
        pseudoClassStateChanged(SELECTED, selected);
        pseudoClassStateChanged(LEAD, lead);
    }

    void bookmarked(boolean is) {
        mark.setText(is ? "⚑" : "");
    }

    void nothing() {
        entry = null;
        setVisible(false);
    }

    /// Where its words begin, from the left.
    double wordsAt() {
        return columns.text();
    }

    /// By the baseline: a text with a letter of another font in it is higher.
    private static void place(Text text, double x, double baseline) {
        text.relocate(x, Math.round(baseline - text.getBaselineOffset()));
    }

    @Override
    protected void layoutChildren() {
        double baseline = Math.round((getHeight() - time.getLayoutBounds().getHeight()) / 2) + time.getBaselineOffset();
        place(mark, 4, baseline);
        place(time, columns.time(), baseline);
        place(level, columns.level(), baseline);
        place(module, columns.module(), baseline);
        words.resizeRelocate(columns.text(), 0, Math.max(0, getWidth() - columns.text()), getHeight());
    }
}

package placewatch.control.log;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import placewatch.control.Texts;
import placewatch.log.Ansi;
import placewatch.log.LineText;
import placewatch.log.LogFilter;
import placewatch.log.Span;

/// The words of one line, with what is filtered for and what is being found marked behind them. Lines that ask for
/// colours are of several parts; most are of one.
final class LineWords extends Pane {

    /// Characters of a line that are drawn: more is read in the line's detail.
    private static final int DRAWN = 1_200;

    private static final double LONGER_THAN_ANY = 100_000;

    private final Text plain = new Text();
    private final TextFlow parts = new TextFlow();
    private final Path filtered = new Path();
    private final Path sought = new Path();
    private final Path link = new Path();
    private final Rectangle clip = new Rectangle();
    private String shown = "";

    /// Behind the last character of the message itself: what follows says that there is more of it.
    private int own;
    private boolean many;
    private double width = -1;
    private double shift;

    LineWords() {
        plain.setTextOrigin(VPos.TOP);
        plain.getStyleClass().addAll("mono", "log-text");
        filtered.getStyleClass().add("log-filtered");
        sought.getStyleClass().add("log-sought");
        link.getStyleClass().add("log-link");
        parts.setManaged(false);
        for (Path mark : List.of(filtered, sought, link)) {
            mark.setManaged(false);
            mark.setMouseTransparent(true);
        }
        plain.setManaged(false);
        getChildren().setAll(filtered, sought, plain, parts, link);
        parts.setVisible(false);
        setClip(clip);
    }

    /// @param colours whether those that the message asks for are shown
    void show(LineText line, boolean colours, LogFilter filter, LogFilter find) {
        String first = line.first();
        own = first.length() <= DRAWN ? first.length()
                : Character.isHighSurrogate(first.charAt(DRAWN - 1)) ? DRAWN - 1 : DRAWN;
        shown = (own < first.length() ? first.substring(0, own) + "…  " + Texts.size(line.isCut() ? line.cut() : first.length()) : first)
                + (line.more() > 0 ? "  ⏎ +" + line.more() + (line.more() == 1 ? " line" : " lines") : "");
        many = colours && !line.runs().isEmpty();
        plain.setVisible(!many);
        parts.setVisible(many);
        if (many) {
            parts.getChildren().setAll(coloured(line.runs()));
        } else {
            plain.setText(shown);
        }
        width = -1;
        link.getElements().clear();
        mark(filter, find);
    }

    private List<Text> coloured(List<LineText.Run> runs) {
        List<Text> texts = new ArrayList<>();
        int at = 0;
        for (LineText.Run run : runs) {
            if (run.from() >= own) {
                break;
            }
            part(at, run.from(), Ansi.USUAL, texts);
            at = Math.min(run.to(), own);
            part(run.from(), at, run.style(), texts);
        }
        part(at, shown.length(), Ansi.USUAL, texts);
        return texts;
    }

    private void part(int from, int to, Ansi style, List<Text> into) {
        if (from < to) {
            Text text = new Text(shown.substring(from, to));
            text.getStyleClass().addAll("mono", "log-text");
            AnsiClasses.of(style).forEach(text.getStyleClass()::add);
            into.add(text);
        }
    }

    void mark(LogFilter filter, LogFilter find) {
        String words = shown.substring(0, own);
        mark(filtered, filter.isEmpty() ? List.of() : filter.spans(words));
        mark(sought, find.isEmpty() ? List.of() : find.spans(words));
    }

    private void mark(Path path, List<Span> spans) {
        if (spans.isEmpty() && path.getElements().isEmpty()) {
            return;
        }
        path.getElements().clear();
        for (Span span : spans) {
            path.getElements().addAll(shape(span.from(), span.to()));
        }
    }

    private javafx.scene.shape.PathElement[] shape(int from, int to) {
        return many ? parts.getRangeShape(from, to, false) : plain.rangeShape(from, to);
    }

    /// Underlines a word that leads somewhere.
    void underline(Span word) {
        link.getElements().setAll(many ? parts.getUnderlineShape(word.from(), word.to())
                : plain.underlineShape(word.from(), word.to()));
    }

    void noUnderline() {
        link.getElements().clear();
    }

    /// The character under a point of this pane; -1 for none.
    int characterAt(double x, double y) {
        double inside = x + shift;
        if (inside < 0 || inside > textWidth()) {
            return -1;
        }
        return many ? parts.getHitInfo(new javafx.geometry.Point2D(inside, y)).getCharIndex()
                : plain.hitTest(new javafx.geometry.Point2D(inside, y)).getCharIndex();
    }

    String shown() {
        return shown;
    }

    double textWidth() {
        if (width < 0) {
            width = many ? parts.prefWidth(-1) : plain.getLayoutBounds().getWidth();
        }
        return width;
    }

    /// How far the words are moved to the left.
    void shift(double pixels) {
        shift = pixels;
        for (var node : getChildren()) {
            node.setTranslateX(-pixels);
        }
    }

    @Override
    protected void layoutChildren() {
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
        double y = Math.round((getHeight() - plain.getLayoutBounds().getHeight()) / 2);
        for (var node : getChildren()) {
            node.setLayoutY(y);
        }
        if (many) {
            // never narrower than its words, which would break the line and hide its end
            parts.resize(LONGER_THAN_ANY, parts.prefHeight(LONGER_THAN_ANY));
        }
    }
}

package placewatch.screen.jump;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// One line of text with some of its letters highlighted, which ends in an ellipsis where it has no room. JavaFX thread.
final class MarkedText extends Region {

    private final String kind;
    private final List<Text> parts = new ArrayList<>();
    private String text = "";
    private BitSet marks = new BitSet();
    private double whole;

    /// The width that it is cut for; -1 for not.
    private double cutTo = -1;

    /// @param kind the style class of its letters
    MarkedText(String kind) {
        this.kind = kind;
        getStyleClass().add("marked-text");
        setMinWidth(0);
        setMaxHeight(USE_PREF_SIZE);
    }

    void show(String next, BitSet marked) {
        if (!next.equals(text) || !marked.equals(marks) || parts.isEmpty()) {
            text = next;
            marks = (BitSet) marked.clone();
            fill(text, "");
            requestLayout();
        }
    }

    /// Letters that belong together make one part each.
    private void fill(String shown, String ending) {
        parts.clear();
        for (int from = 0; from < shown.length();) {
            boolean marked = marks.get(from);
            int next = marked ? marks.nextClearBit(from) : marks.nextSetBit(from);
            int to = next < 0 ? shown.length() : Math.min(next, shown.length());
            parts.add(part(shown.substring(from, to), marked));
            from = to;
        }
        if (!ending.isEmpty()) {
            parts.add(part(ending, false));
        }
        getChildren().setAll(parts);
        cutTo = -1;
    }

    private Text part(String words, boolean marked) {
        Text part = new Text(words);
        part.setTextOrigin(VPos.TOP);
        part.setManaged(false);
        part.getStyleClass().add(kind);
        if (marked) {
            part.getStyleClass().add("jump-mark");
        }
        return part;
    }

    private double wide() {
        return parts.stream().mapToDouble(part -> part.getLayoutBounds().getWidth()).sum();
    }

    @Override
    protected double computePrefWidth(double height) {
        // of all of it, also while some of it is cut
        return snapSizeX(cutTo < 0 ? wide() : whole);
    }

    @Override
    protected double computePrefHeight(double width) {
        return snapSizeY(parts.stream().mapToDouble(part -> part.getLayoutBounds().getHeight()).max().orElse(0));
    }

    @Override
    protected void layoutChildren() {
        if (cutTo >= 0 && cutTo != getWidth()) {
            fill(text, "");
            applyCss();
        }
        if (cutTo < 0) {
            whole = wide();
            int kept = text.length();
            while (wide() > getWidth() + 0.5 && kept > 0) {
                kept = Math.min(kept - 1, (int) (kept * getWidth() / wide()));
                fill(text.substring(0, kept).stripTrailing(), "…");
                applyCss();
            }
            cutTo = kept < text.length() ? getWidth() : -1;
        }
        double x = 0;
        for (Text part : parts) {
            part.relocate(x, 0);
            x += part.getLayoutBounds().getWidth();
        }
    }
}

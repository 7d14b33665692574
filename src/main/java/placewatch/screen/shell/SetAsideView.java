package placewatch.screen.shell;

import java.time.ZoneId;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import placewatch.control.CopySign;
import placewatch.control.Texts;
import placewatch.export.Cell;
import placewatch.export.ExportFormat;
import placewatch.export.ExportTable;
import placewatch.socket.SetAside;

/// The latest frames of the server that could not be read: when, why, how long, and how they begin.
final class SetAsideView extends VBox {

    static final String LIST = "set-aside-list";
    static final String COPY = "set-aside-copy";

    private final List<SetAside> frames;

    /// @param all    how many there were since the connection was opened
    /// @param frames those that are kept, oldest first
    SetAsideView(long all, List<SetAside> frames) {
        this.frames = frames.reversed();
        getStyleClass().add("set-aside");
        Label title = new Label(Texts.count(all, "frame") + " could not be read");
        title.getStyleClass().add("pane-title");
        Label about = new Label("They were set aside; everything else goes on. "
                + (all > frames.size() ? "The latest " + frames.size() + " are kept, newest first." : "Newest first."));
        about.getStyleClass().add("muted");
        ListView<SetAside> list = new ListView<>(FXCollections.observableList(this.frames));
        list.setId(LIST);
        list.setAccessibleText("Frames that could not be read");
        list.getStyleClass().add("dense");
        list.setCellFactory(_ -> new FrameCell());
        VBox.setVgrow(list, Priority.ALWAYS);
        Button copy = new Button("Copy all");
        copy.setId(COPY);
        copy.getStyleClass().add("small");
        copy.setMinWidth(USE_PREF_SIZE);
        CopySign.on(copy, this::tabSeparated);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().setAll(new HBox(8, title, gap, copy), about, list);
    }

    private String tabSeparated() {
        return ExportFormat.TAB_SEPARATED.text(new ExportTable(List.of("at", "length", "reason", "beginning"),
                frames.stream().map(frame -> List.of(Cell.time(frame.at()), Cell.number(frame.length()),
                        Cell.text(frame.reason()), Cell.text(Texts.visible(frame.beginning())))).toList()),
                ZoneId.systemDefault());
    }

    private static final class FrameCell extends ListCell<SetAside> {
        private final Label head = new Label();
        private final Label beginning = new Label();
        private final VBox lines = new VBox(2, head, beginning);

        FrameCell() {
            lines.getStyleClass().add("set-aside-frame");
            head.setMinWidth(0);
            beginning.setMinWidth(0);
            beginning.getStyleClass().addAll("mono", "muted");
            // as wide as the list, so that a long line is cut with an ellipsis instead of scrolling
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(SetAside frame, boolean empty) {
            super.updateItem(frame, empty);
            if (empty || frame == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            head.setText(Texts.clock(frame.at(), ZoneId.systemDefault()) + "  ·  " + Texts.size(frame.length())
                    + "  ·  " + frame.reason());
            beginning.setText(Texts.visible(frame.beginning()));
            setGraphic(lines);
            setAccessibleText(head.getText());
        }
    }
}

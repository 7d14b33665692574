package placewatch.control.log;

import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import placewatch.log.Span;
import placewatch.log.Words;
import placewatch.model.log.Console;
import placewatch.model.log.Selection;

/// Scrolls a sheet, chooses its lines and follows its links by mouse.
final class SheetMouse {

    private record Found(LogRow row, LineLinks.Link link) { }

    private final LogSheet sheet;
    private final Console console;
    private final LogLook look;
    private double rest;
    private Optional<Found> found = Optional.empty();

    SheetMouse(LogSheet sheet, Console console, LogLook look) {
        this.sheet = sheet;
        this.console = console;
        this.look = look;
    }

    void listen() {
        sheet.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        sheet.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        sheet.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        sheet.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        sheet.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> leave());
    }

    private void scrolled(ScrollEvent event) {
        if (event.getDeltaX() != 0) {
            sheet.scrollAcross(-event.getDeltaX());
        }
        if (event.getDeltaY() != 0) {
            // half rows of a touchpad add up
            rest += event.getDeltaY() / LogSheet.ROW;
            long count = (long) rest;
            rest -= count;
            if (count != 0) {
                sheet.scrollBy(-count);
            }
        }
        leave();
        event.consume();
    }

    private void pressed(MouseEvent event) {
        sheet.requestFocus();
        // another line may have come under the mouse meanwhile
        moved(event);
        if (event.getButton() == MouseButton.PRIMARY && found.isPresent() && !event.isShiftDown()) {
            found.get().link().open().run();
            event.consume();
            return;
        }
        sheet.rowAt(event.getY()).filter(row -> row.number() >= 0).ifPresent(row -> {
            long number = row.number();
            Selection before = console.selectionProperty().get();
            boolean menu = event.getButton() == MouseButton.SECONDARY;
            sheet.hold();
            if (!menu || !before.has(number)) {
                console.select(event.isShiftDown() ? before.to(number) : Selection.of(number));
            }
        });
    }

    private void dragged(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || console.selectionProperty().get().isEmpty()) {
            return;
        }
        double y = event.getY();
        if (y < 0) {
            sheet.top(sheet.topIndex() - 1);
        } else if (y > sheet.rowsInSight() * LogSheet.ROW) {
            sheet.top(sheet.topIndex() + 1);
        }
        double inside = Math.clamp(y, 0, Math.max(0, sheet.rowsInSight() * LogSheet.ROW - 1));
        sheet.rowAt(inside).filter(row -> row.number() >= 0)
                .ifPresent(row -> console.select(console.selectionProperty().get().to(row.number())));
    }

    private void moved(MouseEvent event) {
        leave();
        sheet.rowAt(event.getY()).ifPresent(row -> row.entry().ifPresent(entry -> {
            double x = event.getX() - row.wordsAt();
            int at = x < 0 ? -1 : row.words().characterAt(x, LogSheet.ROW / 2);
            if (at < 0) {
                return;
            }
            Words.at(row.words().shown(), at).ifPresent(word -> look.links()
                    .of(entry.source(), word.text()).ifPresent(link -> {
                        row.words().underline(new Span(word.from(), word.to()));
                        sheet.setCursor(Cursor.HAND);
                        found = Optional.of(new Found(row, link));
                    }));
        }));
    }

    private void leave() {
        found.ifPresent(before -> before.row().words().noUnderline());
        found = Optional.empty();
        sheet.setCursor(Cursor.DEFAULT);
    }
}

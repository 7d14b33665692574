package placewatch.control.log;

import javafx.scene.input.KeyEvent;
import placewatch.log.FilteredLines;
import placewatch.model.log.Console;
import placewatch.model.log.Selection;

/// Moves the cursor over a sheet by keys; with shift the choice grows.
final class SheetKeys {

    private final LogSheet sheet;
    private final Console console;

    SheetKeys(LogSheet sheet, Console console) {
        this.sheet = sheet;
        this.console = console;
    }

    void listen() {
        sheet.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.isShortcutDown() || event.isAltDown()) {
                return;
            }
            switch (event.getCode()) {
                case UP, KP_UP -> move(-1, event);
                case DOWN, KP_DOWN -> move(1, event);
                case PAGE_UP -> move(-sheet.rowsInSight() + 1, event);
                case PAGE_DOWN -> move(sheet.rowsInSight() - 1, event);
                case HOME -> move(-sheet.lines().size(), event);
                case END -> {
                    if (event.isShiftDown()) {
                        move(sheet.lines().size(), event);
                    } else {
                        console.select(Selection.NONE);
                        console.followingProperty().set(true);
                        event.consume();
                    }
                }
                case LEFT, KP_LEFT -> across(-60, event);
                case RIGHT, KP_RIGHT -> across(60, event);
                case ESCAPE -> {
                    if (!console.selectionProperty().get().isEmpty()) {
                        console.select(Selection.NONE);
                        event.consume();
                    }
                }
                default -> { }
            }
        });
    }

    private void across(double pixels, KeyEvent event) {
        sheet.scrollAcross(pixels);
        event.consume();
    }

    private void move(long by, KeyEvent event) {
        event.consume();
        FilteredLines lines = sheet.lines();
        if (lines.size() == 0) {
            return;
        }
        Selection before = console.selectionProperty().get();
        if (before.isEmpty() && Math.abs(by) > 1 && !event.isShiftDown()) {
            sheet.scrollBy(by);
            return;
        }
        long from = before.isEmpty()
                ? by < 0 ? sheet.topIndex() + sheet.rowsInSight() : sheet.topIndex() - 1
                : lines.indexOf(before.lead()) - (by > 0 && !lines.has(before.lead()) ? 1 : 0);
        long to = Math.clamp(from + by, 0, lines.size() - 1);
        long number = lines.number(to);
        sheet.moveTo(to, event.isShiftDown() ? before.to(number) : Selection.of(number));
    }
}

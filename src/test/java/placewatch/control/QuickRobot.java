package placewatch.control;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.event.EventTarget;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.robot.KeyboardRobot;
import org.testfx.robot.Motion;
import org.testfx.robot.MouseRobot;
import org.testfx.service.query.PointQuery;
import org.testfx.util.NodeQueryUtils;
import org.testfx.util.WaitForAsyncUtils;

/// A robot that waits for the window's next pulse after each act, where TestFX's own sleeps for fifty milliseconds after
/// each key and for a quarter of a second on the way of the mouse. It presses where the node is at that moment: nothing
/// moves away between the look and the press. Not the JavaFX thread.
public final class QuickRobot extends FxRobot {

    private static final long PATIENCE_MILLIS = 20_000;

    private final Supplier<Scene> scene;

    /// @param scene whose pulses are waited for, and whose focus owner gets what is written
    public QuickRobot(Supplier<Scene> scene) {
        this.scene = scene;
    }

    /// Waits until the window has been laid out once more.
    private void pulse() {
        CompletableFuture<Void> passed = new CompletableFuture<>();
        act(() -> {
            Scene here = scene.get();
            here.addPostLayoutPulseListener(new Runnable() {
                @Override
                public void run() {
                    here.removePostLayoutPulseListener(this);
                    passed.complete(null);
                }
            });
            Platform.requestNextPulse();
        });
        try {
            passed.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for a pulse", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("no pulse came", e);
        }
    }

    private static void act(Runnable act) {
        WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MILLIS, act);
    }

    private FxRobot click(Supplier<Point2D> place, MouseButton... buttons) {
        return click(place, _ -> true, buttons);
    }

    /// Presses once the mouse reaches what is meant: a tooltip or a menu that is about to go may lie above it.
    private FxRobot click(Supplier<Point2D> place, Predicate<Set<EventTarget>> meant, MouseButton... buttons) {
        MouseButton[] pressed = buttons.length == 0 ? new MouseButton[] {MouseButton.PRIMARY} : buttons;
        MouseRobot mouse = robotContext().getMouseRobot();
        act(() -> mouse.moveNoWait(place.get()));
        pulse();
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        AtomicReference<Set<EventTarget>> under = new AtomicReference<>(Set.of());
        AtomicBoolean done = new AtomicBoolean();
        while (!done.get()) {
            act(() -> {
                // what the mouse brought about may have moved it
                under.set(reached(() -> mouse.moveNoWait(place.get())));
                if (meant.test(under.get()) && under.get().stream().allMatch(QuickRobot::hears)) {
                    mouse.pressNoWait(pressed);
                    mouse.releaseNoWait(pressed);
                    done.set(true);
                }
            });
            pulse();
            if (!done.get() && System.nanoTime() > end) {
                throw new AssertionError("what is to be clicked does not hear the mouse, which is over " + under.get()
                        + "; windows: " + Window.getWindows());
            }
        }
        return this;
    }

    /// What the mouse is over, in whichever window.
    private static Set<EventTarget> reached(Runnable move) {
        Set<EventTarget> targets = new LinkedHashSet<>();
        EventHandler<MouseEvent> heard = event -> targets.add(event.getTarget());
        List<Scene> scenes = Window.getWindows().stream().map(Window::getScene).filter(Objects::nonNull).toList();
        scenes.forEach(each -> each.addEventFilter(MouseEvent.MOUSE_MOVED, heard));
        move.run();
        scenes.forEach(each -> each.removeEventFilter(MouseEvent.MOUSE_MOVED, heard));
        return targets;
    }

    private static boolean within(EventTarget target, Node node) {
        for (Node each = target instanceof Node it ? it : null; each != null; each = each.getParent()) {
            if (each == node) {
                return true;
            }
        }
        return false;
    }

    /// Not a control that was made in the last pulse: it gets its skin in the next one, and until then nothing hears the
    /// mouse.
    private static boolean hears(EventTarget target) {
        for (Node each = target instanceof Node it ? it : null; each != null; each = each.getParent()) {
            if (each instanceof Control control && control.getSkin() == null) {
                return false;
            }
        }
        return true;
    }

    /// On the node, on a part of it, or on what holds it where it is itself transparent for the mouse.
    private static Predicate<Set<EventTarget>> on(Supplier<Node> node) {
        return targets -> targets.stream().anyMatch(target -> within(target, node.get())
                || target instanceof Node it && within(node.get(), it));
    }

    /// In the robot's own window first: which one TestFX takes is not sure while one closes and another opens.
    private Node visible(String query) {
        return scene.get().getRoot().lookupAll(query).stream().filter(NodeQueryUtils.isVisible()).findFirst()
                .or(() -> lookup(query).match(NodeQueryUtils.isVisible()).tryQuery())
                .orElseThrow(() -> new AssertionError("nothing on screen is " + query));
    }

    @Override
    public FxRobot clickOn(PointQuery query, Motion motion, MouseButton... buttons) {
        return click(query::query, buttons);
    }

    @Override
    public FxRobot clickOn(Node node, Motion motion, MouseButton... buttons) {
        AtomicReference<Object> item = new AtomicReference<>();
        act(() -> item.set(node instanceof IndexedCell<?> cell && !(cell instanceof TableCell<?, ?>) ? cell.getItem() : null));
        Supplier<Node> now = () -> item.get() == null ? node : cellOf(node, item.get());
        return click(() -> point(now.get()).query(), on(now), buttons);
    }

    /// A line that is put in another order meanwhile is shown by another cell, and its cell shows another line or none.
    private static Node cellOf(Node cell, Object item) {
        boolean stays = cell.isVisible() && cell instanceof IndexedCell<?> it && it.getItem() == item;
        return stays || cell.getParent() == null ? cell : cell.getParent().getChildrenUnmodifiable().stream()
                .filter(each -> each.isVisible() && each instanceof IndexedCell<?> it && it.getItem() == item)
                .findFirst().orElse(cell);
    }

    @Override
    public FxRobot clickOn(String query, Motion motion, MouseButton... buttons) {
        return click(() -> point(visible(query)).query(), on(() -> visible(query)), buttons);
    }

    @Override
    public FxRobot moveTo(PointQuery query, Motion motion) {
        act(() -> robotContext().getMouseRobot().moveNoWait(query.query()));
        pulse();
        return this;
    }

    @Override
    public FxRobot push(KeyCode... combination) {
        KeyboardRobot keys = robotContext().getKeyboardRobot();
        act(() -> {
            if (Window.getWindows().stream().noneMatch(Window::isFocused)) {
                throw new AssertionError("no window has the focus for " + List.of(combination) + ": "
                        + Window.getWindows());
            }
            keys.pressNoWait(combination);
            keys.releaseNoWait(List.of(combination).reversed().toArray(KeyCode[]::new));
        });
        pulse();
        return this;
    }

    @Override
    public FxRobot type(KeyCode... keys) {
        for (KeyCode key : keys) {
            push(key);
        }
        return this;
    }

    @Override
    public FxRobot write(String text) {
        return write(text, 0);
    }

    /// Writes a character a pulse, whatever pause is asked for.
    @Override
    public FxRobot write(String text, int pause) {
        text.chars().forEach(character -> {
            act(() -> strike((char) character));
            pulse();
        });
        return this;
    }

    private void strike(char character) {
        Node owner = scene.get().getFocusOwner();
        EventTarget target = owner == null ? scene.get() : owner;
        KeyCode named = KeyCode.getKeyCode(String.valueOf(Character.toUpperCase(character)));
        KeyCode code = named == null ? KeyCode.UNDEFINED : named;
        String written = String.valueOf(character);
        Event.fireEvent(target, key(KeyEvent.KEY_PRESSED, "", code));
        Event.fireEvent(target, key(KeyEvent.KEY_TYPED, written, KeyCode.UNDEFINED));
        Event.fireEvent(target, key(KeyEvent.KEY_RELEASED, "", code));
    }

    private static KeyEvent key(EventType<KeyEvent> type, String written, KeyCode code) {
        return new KeyEvent(type, written, written, code, false, false, false, false);
    }

    /// As the mouse is let go on a node where it was pressed. For headings: on the headless platform each of this
    /// robot's presses passes for one that asks for a menu, which headings don't sort by. JavaFX thread.
    public static void letGo(Node node) {
        Event.fireEvent(node, new MouseEvent(MouseEvent.MOUSE_RELEASED, 0, 0, 0, 0, MouseButton.PRIMARY, 1, false, false,
                false, false, false, false, false, false, false, true, null));
    }
}

package placewatch.control;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
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
        MouseButton[] pressed = buttons.length == 0 ? new MouseButton[] {MouseButton.PRIMARY} : buttons;
        MouseRobot mouse = robotContext().getMouseRobot();
        act(() -> mouse.moveNoWait(place.get()));
        pulse();
        act(() -> {
            // what the mouse brought about may have moved it
            mouse.moveNoWait(place.get());
            mouse.pressNoWait(pressed);
            mouse.releaseNoWait(pressed);
        });
        pulse();
        return this;
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
        return click(() -> point(node).query(), buttons);
    }

    @Override
    public FxRobot clickOn(String query, Motion motion, MouseButton... buttons) {
        return click(() -> point(visible(query)).query(), buttons);
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
}

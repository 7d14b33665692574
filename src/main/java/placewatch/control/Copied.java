package placewatch.control;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// Takes things away by the clipboard.
public final class Copied {

    private Copied() {
    }

    /// Puts a text on the clipboard, whole.
    public static void text(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}

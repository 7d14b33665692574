package placewatch.screen.shell;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import placewatch.bridge.Connection;
import placewatch.control.Theme;

/// What the window's frame shows. Whether the server is the demo building it never learns: a notice is given to it.
public final class ShellModel {

    private final ReadOnlyObjectWrapper<@Nullable Connection> connection = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper waiting = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper stuck = new ReadOnlyBooleanWrapper();
    private final StringProperty screen = new SimpleStringProperty("");
    private final ObjectProperty<Theme> theme;

    public ShellModel(Theme theme) {
        this.theme = new SimpleObjectProperty<>(theme);
    }

    /// Another connection is on screen now.
    ///
    /// @param words what the bar under the title says; empty for no bar
    public void connected(Connection now, String words) {
        coming(now, words, "");
    }

    /// The same for a server that can't be called yet.
    ///
    /// @param until what is waited for, as the pill says it; until [#arrived]
    public void coming(Connection now, String words, String until) {
        waiting.set(until);
        notice.set(words);
        connection.set(now);
    }

    /// More that the person should know, behind what the bar says already.
    public void alsoNotice(List<String> sentences) {
        notice.set((notice.get() + " " + String.join(" ", sentences)).strip());
    }

    /// The server on screen can be called.
    public void arrived() {
        waiting.set("");
    }

    /// Nothing is on screen, and nothing will be until the person does something.
    public void failed(String words) {
        stuck.set(true);
        connection.set(null);
        notice.set("");
        waiting.set(words);
    }

    /// Null while there is none.
    public ReadOnlyObjectProperty<@Nullable Connection> connectionProperty() {
        return connection.getReadOnlyProperty();
    }

    /// What the bar under the title says; empty for no bar.
    public String noticeWords() {
        return notice.get();
    }

    ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    ReadOnlyStringProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /// Whether the person has to do something.
    ReadOnlyBooleanProperty stuckProperty() {
        return stuck.getReadOnlyProperty();
    }

    /// The name of the screen that is shown; one that is not there stands for the first.
    public StringProperty screenProperty() {
        return screen;
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }
}

package placewatch.screen.connect;

import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import placewatch.bridge.Connector;
import placewatch.control.Texts;
import placewatch.protocol.Credential;
import placewatch.protocol.Failure;
import placewatch.protocol.ServerAddress;
import placewatch.protocol.Subscription;

/// What was typed on Connect, and how the try went. What was typed stays, whatever went wrong.
public final class ConnectModel {

    private final Connector connector;
    private final BiConsumer<ServerAddress, Credential> onGood;
    private final StringProperty address = new SimpleStringProperty("");
    private final StringProperty key = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper trying = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper detail = new ReadOnlyStringWrapper("");
    private Subscription attempt = () -> { };

    /// @param onGood takes over a server that let us in
    public ConnectModel(Connector connector, BiConsumer<ServerAddress, Credential> onGood) {
        this.connector = connector;
        this.onGood = onGood;
    }

    /// Tries what is typed.
    void connect() {
        cancel();
        trouble.set("");
        detail.set("");
        ServerAddress server;
        try {
            server = ServerAddress.parse(address.get());
        } catch (IllegalArgumentException e) {
            trouble.set(e.getMessage());
            return;
        }
        if (key.get().isBlank()) {
            trouble.set("Paste an API key. An administrator makes one in the Backoffice, under Users › API keys.");
            return;
        }
        Credential credential = new Credential.ApiKey(key.get().strip());
        trying.set(true);
        attempt = connector.attempt(server, credential, outcome -> {
            trying.set(false);
            switch (outcome) {
                case Connector.Outcome.Good(var _, var _) -> {
                    key.set("");
                    onGood.accept(server, credential);
                }
                case Connector.Outcome.Bad(Failure why) -> {
                    trouble.set(Texts.failure(why));
                    detail.set(Texts.failureDetail(why));
                }
            }
        });
    }

    /// Gives up a try that is under way.
    void cancel() {
        attempt.close();
        trying.set(false);
    }

    StringProperty addressProperty() {
        return address;
    }

    StringProperty keyProperty() {
        return key;
    }

    ReadOnlyBooleanProperty tryingProperty() {
        return trying.getReadOnlyProperty();
    }

    /// What went wrong, as a sentence; empty when nothing did.
    ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /// The other side's own words about it.
    ReadOnlyStringProperty detailProperty() {
        return detail.getReadOnlyProperty();
    }
}

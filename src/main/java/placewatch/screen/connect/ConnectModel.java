package placewatch.screen.connect;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import placewatch.bridge.Access;
import placewatch.bridge.Connector;
import placewatch.control.Texts;
import placewatch.protocol.Credential;
import placewatch.protocol.Failure;
import placewatch.protocol.ServerAddress;
import placewatch.protocol.Subscription;
import placewatch.settings.ConnectionSettings;

/// What was typed on Connect, and how the try went. What was typed stays, whatever went wrong.
public final class ConnectModel {

    /// Tries a server: [Connector#attempt].
    @FunctionalInterface
    public interface Trial {
        Subscription attempt(ServerAddress server, Credential credential, List<Path> authorities,
                Consumer<Connector.Outcome> then);
    }

    private final Trial trial;
    private final BiConsumer<Access, ConnectionSettings> onGood;
    private final SettingsModel settings = new SettingsModel();
    private final StringProperty address = new SimpleStringProperty("");
    private final StringProperty key = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper trying = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper addressInDoubt = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper detail = new ReadOnlyStringWrapper("");
    private Subscription attempt = () -> { };

    /// @param remembered what was set for a server before
    /// @param onGood     takes over a server that let us in
    public ConnectModel(Trial trial, Function<ServerAddress, Optional<ConnectionSettings>> remembered,
            BiConsumer<Access, ConnectionSettings> onGood) {
        this.trial = trial;
        this.onGood = onGood;
        address.subscribe(typed -> {
            try {
                settings.offer(remembered.apply(ServerAddress.parse(typed)).orElseGet(ConnectionSettings::usual));
            } catch (IllegalArgumentException _) {
                // not typed to its end yet
            }
        });
    }

    /// Tries what is typed.
    void connect() {
        cancel();
        trouble.set("");
        detail.set("");
        settings.forgetTrouble();
        addressInDoubt.set(false);
        ServerAddress server;
        try {
            server = ServerAddress.parse(address.get());
        } catch (IllegalArgumentException e) {
            addressInDoubt.set(true);
            trouble.set(e.getMessage());
            return;
        }
        if (key.get().isBlank()) {
            trouble.set("Paste an API key. An administrator makes one in the Backoffice, under Users › API keys.");
            return;
        }
        Optional<ConnectionSettings> set = settings.read();
        if (set.isEmpty()) {
            return;
        }
        Credential credential = new Credential.ApiKey(key.get().strip());
        trying.set(true);
        attempt = trial.attempt(server, credential, set.get().authorities(), outcome -> {
            trying.set(false);
            switch (outcome) {
                case Connector.Outcome.Good(Access access, var _, var _) -> {
                    key.set("");
                    onGood.accept(access, set.get());
                }
                case Connector.Outcome.Bad(Failure.BadAuthorityFile why) -> {
                    settings.authoritiesAreBad(Texts.failure(why));
                    detail.set(Texts.failureDetail(why));
                }
                case Connector.Outcome.Bad(Failure why) -> tell(Texts.failure(why), why);
                case Connector.Outcome.NoSocket(Failure why) -> tell(Texts.socketFailure(why), why);
            }
        });
    }

    private void tell(String words, Failure why) {
        addressInDoubt.set(why instanceof Failure.HostNotFound || why instanceof Failure.Unreachable
                || why instanceof Failure.NotPlaceOs);
        trouble.set(words);
        detail.set(Texts.failureDetail(why));
    }

    /// Gives up a try that is under way.
    void cancel() {
        attempt.close();
        trying.set(false);
    }

    SettingsModel settings() {
        return settings;
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

    /// Whether the trouble is with the address; if not, it is with the key or with neither.
    ReadOnlyBooleanProperty addressInDoubtProperty() {
        return addressInDoubt.getReadOnlyProperty();
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

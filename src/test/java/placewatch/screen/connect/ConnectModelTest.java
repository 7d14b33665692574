package placewatch.screen.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import placewatch.bridge.Access;
import placewatch.bridge.Connector.Outcome;
import placewatch.network.Route;
import placewatch.protocol.Credential;
import placewatch.protocol.Failure;
import placewatch.protocol.ServerAddress;
import placewatch.rest.Authority;
import placewatch.rest.CurrentUser;
import placewatch.settings.ConnectionSettings;
import placewatch.settings.ConnectionSettings.Values;

/// The Connect form without its window.
class ConnectModelTest {

    private static final Path FILE = Path.of("office.pem").toAbsolutePath();
    private static final ConnectionSettings OFFICE =
            new ConnectionSettings(Values.RAW, Duration.ofSeconds(120), List.of(FILE));

    private final Map<ServerAddress, ConnectionSettings> remembered = new HashMap<>();
    private final List<List<Path>> tried = new ArrayList<>();
    private final List<ConnectionSettings> opened = new ArrayList<>();
    private Consumer<Outcome> then = _ -> { };
    private final ConnectModel model = new ConnectModel((_, _, authorities, handed) -> {
        tried.add(authorities);
        then = handed;
        return () -> { };
    }, server -> Optional.ofNullable(remembered.get(server)), (_, settings) -> opened.add(settings));
    private final SettingsModel settings = model.settings();

    @BeforeEach
    void remember() {
        remembered.put(ServerAddress.parse("https://office.example.com"), OFFICE);
        model.keyProperty().set("key");
    }

    private void letIn() {
        then.accept(new Outcome.Good(new Access(ServerAddress.parse(model.addressProperty().get()),
                new Credential.ApiKey("key"), Route.direct()), new Authority("", "", "", ""),
                new CurrentUser("", "", "", CurrentUser.Role.USER)));
    }

    @Test
    void untouchedTheSettingsAreTheUsualOnes() {
        model.addressProperty().set("placeos.example.com");
        model.connect();
        letIn();
        assertThat(tried).containsExactly(List.of());
        assertThat(opened).containsExactly(ConnectionSettings.usual());
    }

    @Test
    void whatIsTypedIsTakenOver() {
        model.addressProperty().set("placeos.example.com");
        settings.valuesProperty().set(Values.STRINGIFIED);
        settings.execSecondsProperty().set(" 90 ");
        settings.authoritiesProperty().set(FILE + " " + File.pathSeparator + " " + File.pathSeparator + "other.pem");
        model.connect();
        letIn();
        List<Path> files = List.of(FILE, Path.of("other.pem").toAbsolutePath());
        assertThat(tried).containsExactly(files);
        assertThat(opened).containsExactly(
                new ConnectionSettings(Values.STRINGIFIED, Duration.ofSeconds(90), files));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "601", "-5", "1.5", "soon", "99999999999"})
    void aNumberThatCannotBeMeantIsToldAtItsFieldAndKept(String typed) {
        model.addressProperty().set("placeos.example.com");
        settings.execSecondsProperty().set(typed);
        model.connect();
        assertThat(tried).isEmpty();
        assertThat(settings.execTroubleProperty().get()).contains("from 1 to 600");
        assertThat(settings.execSecondsProperty().get()).isEqualTo(typed);
        assertThat(settings.expandedProperty().get()).isTrue();
        assertThat(model.troubleProperty().get()).isEmpty();

        settings.execSecondsProperty().set("600");
        model.connect();
        assertThat(settings.execTroubleProperty().get()).isEmpty();
        assertThat(tried).hasSize(1);
    }

    @Test
    void aPathThatThisComputerCannotHaveIsToldAtItsField() {
        model.addressProperty().set("placeos.example.com");
        settings.authoritiesProperty().set("a\0b");
        model.connect();
        assertThat(tried).isEmpty();
        assertThat(settings.authoritiesTroubleProperty().get()).contains("is not a path");
    }

    @Test
    void aBadCertificateFileIsToldAtItsFieldAndNothingIsLost() {
        model.addressProperty().set("placeos.example.com");
        settings.authoritiesProperty().set(FILE.toString());
        model.connect();
        then.accept(new Outcome.Bad(new Failure.BadAuthorityFile(FILE, Failure.FileFault.EXPIRED, "CN=Office")));
        assertThat(model.detailProperty().get()).isEqualTo("CN=Office");
        assertThat(settings.authoritiesTroubleProperty().get()).contains(FILE.toString());
        assertThat(settings.expandedProperty().get()).isTrue();
        assertThat(settings.authoritiesProperty().get()).isEqualTo(FILE.toString());
        assertThat(model.troubleProperty().get()).isEmpty();
        assertThat(model.keyProperty().get()).isEqualTo("key");
        assertThat(opened).isEmpty();
    }

    @Test
    void aSocketThatWouldNotOpenIsToldAsSuch() {
        model.addressProperty().set("placeos.example.com");
        model.connect();
        then.accept(new Outcome.NoSocket(new Failure.ProxyRefused("proxy:3128", "placeos.example.com:443", "403")));
        assertThat(model.troubleProperty().get()).contains("live connection").contains("proxy:3128");
        assertThat(model.detailProperty().get()).isEqualTo("403");
    }

    @Test
    void whatWasSetForAServerComesBackWhenItsAddressIsTyped() {
        model.addressProperty().set("https://Office.example.com/");
        assertThat(settings.read()).contains(OFFICE);
        assertThat(settings.expandedProperty().get()).isTrue();

        model.addressProperty().set("https://another.example.com");
        assertThat(settings.read()).contains(ConnectionSettings.usual());
        assertThat(settings.expandedProperty().get()).isFalse();
    }

    @Test
    void whatAPersonTypedIsNotReplacedByWhatIsRemembered() {
        settings.execSecondsProperty().set("77");
        model.addressProperty().set("https://office.example.com");
        assertThat(settings.read()).contains(
                new ConnectionSettings(Values.DETECT, Duration.ofSeconds(77), List.of()));
    }

    @Test
    void chosenFilesAreAddedToTypedOnes() {
        settings.addAuthorities(List.of(FILE));
        settings.addAuthorities(List.of(FILE, Path.of("/b.pem")));
        assertThat(settings.authoritiesProperty().get())
                .isEqualTo(FILE + File.pathSeparator + Path.of("/b.pem"));
    }
}

package placewatch.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What of a call nobody else may see.
class SecretsTest {

    @ParameterizedTest
    @ValueSource(strings = {"password", "new_password", "userPassword", "PASSWD", "passphrase", "client_secret",
        "access_token", "accessToken", "tokens", "pin", "pin_code", "pinCode", "user-pin", "pin2", "key", "api_key",
        "apiKey", "apikey", "X-API-Key", "keys", "pwd", "credentials", "bearer", "otp"})
    void theseNamesLookLikeSecrets(String name) {
        assertThat(Secrets.named(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "level", "keyboard", "monkey", "opinion", "pinned", "spin", "ping", "input", "author",
        "compass", "keynote", "state", "ramp_seconds"})
    void theseDoNot(String name) {
        assertThat(Secrets.named(name)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            login        | user,password | "ann"  | "hunter2"                              | "ann"  | "••••••"
            press        | key,times     | 12345  | 2                                      | "••••••" | 2
            set_password |               | "old"  | "new"                                  | "••••••" | "••••••"
            press_key    |               | "up"   | 2                                      | "up"   | 2
            configure    | name,settings | "x"    | {"host":"h","password":"p","deep":[{"apiKey":7}]} | "x" | {"host":"h","password":"••••••","deep":[{"apiKey":"••••••"}]}
            configure    | name,settings | "x"    | {"gain": 1.50}                         | "x"    | {"gain": 1.50}
            lock         | pin,token     | null   | false                                  | null   | false
            """)
    void argumentsAreMaskedByNamePlaceAndFunction(String function, String names, String first, String second,
            String shownFirst, String shownSecond) {
        List<Secrets.Shown> shown = Secrets.arguments(function, names == null ? List.of() : List.of(names.split(",")),
                List.of(first, second));
        assertThat(shown).extracting(Secrets.Shown::json).containsExactly(shownFirst, shownSecond);
        assertThat(shown).extracting(Secrets.Shown::masked)
                .containsExactly(!first.equals(shownFirst), !second.equals(shownSecond));
    }

    @Test
    void whatCantBeLookedIntoIsNotShown() {
        String large = "{\"password\":\"p\",\"x\":\"" + "y".repeat(300_000) + "\"}";
        assertThat(Secrets.arguments("configure", List.of("all"), List.of(large, "{broken")))
                .allSatisfy(shown -> assertThat(shown.json()).isEqualTo(Secrets.MASK));
    }
}

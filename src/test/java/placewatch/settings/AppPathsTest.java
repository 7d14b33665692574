package placewatch.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AppPathsTest {

    private final Map<String, String> properties = new HashMap<>(Map.of("user.home", "/home/ann"));
    private final Map<String, String> environment = new HashMap<>();

    private Path home(String osName) {
        properties.put("os.name", osName);
        return AppPaths.of(properties::get, environment::get).home();
    }

    @Test
    void onLinuxTheConfigurationDirectoryIsUsed() {
        assertThat(home("Linux")).isEqualTo(Path.of("/home/ann/.config/placewatch"));
        environment.put("XDG_CONFIG_HOME", "/srv/ann");
        assertThat(home("Linux")).isEqualTo(Path.of("/srv/ann/placewatch"));
    }

    @Test
    void aRelativeOrEmptyConfigurationDirectoryIsIgnored() {
        environment.put("XDG_CONFIG_HOME", "somewhere");
        assertThat(home("Linux")).isEqualTo(Path.of("/home/ann/.config/placewatch"));
        environment.put("XDG_CONFIG_HOME", "");
        assertThat(home("Linux")).isEqualTo(Path.of("/home/ann/.config/placewatch"));
    }

    @Test
    void onWindowsItIsTheRoamingApplicationData() {
        assertThat(home("Windows 11")).isEqualTo(Path.of("/home/ann", "AppData", "Roaming", "Placewatch"));
        environment.put("APPDATA", "/roaming");
        assertThat(home("Windows 11")).isEqualTo(Path.of("/roaming", "Placewatch"));
    }

    @Test
    void onMacOsItIsTheApplicationSupport() {
        environment.put("XDG_CONFIG_HOME", "/srv/ann");
        assertThat(home("Mac OS X")).isEqualTo(Path.of("/home/ann/Library/Application Support/Placewatch"));
    }

    @Test
    void aSystemPropertyPutsItElsewhereOnEveryPlatform() {
        properties.put(AppPaths.HOME_PROPERTY, "/mnt/stick");
        environment.put("XDG_CONFIG_HOME", "/srv/ann");
        environment.put("APPDATA", "/roaming");
        for (String osName : new String[] {"Linux", "Windows 11", "Mac OS X", ""}) {
            assertThat(home(osName)).isEqualTo(Path.of("/mnt/stick"));
        }
    }

    @Test
    void thePreferencesLieInTheHome() {
        assertThat(new AppPaths(Path.of("/mnt/stick")).preferencesFile())
                .isEqualTo(Path.of("/mnt/stick/preferences.json"));
    }

    @Test
    void eachServersWorkspaceIsItsOwn() {
        AppPaths paths = new AppPaths(Path.of("/mnt/stick"));
        Path office = paths.workspace("https://office.example.com:8443");
        assertThat(office.getParent()).isEqualTo(Path.of("/mnt/stick/workspace"));
        assertThat(office.getFileName().toString()).startsWith("office.example.com_8443-");
        assertThat(office).isEqualTo(paths.workspace("https://office.example.com:8443"))
                .isNotEqualTo(paths.workspace("http://office.example.com:8443"))
                .isNotEqualTo(paths.workspace("https://office.example.com_8443"));
        assertThat(paths.workspace("https://" + "ä/..".repeat(200)).getFileName().toString())
                .matches("[A-Za-z0-9._-]{1,70}");
    }
}

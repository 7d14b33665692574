package placewatch.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptFileTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-08-01T12:00:05Z"));
    private static final Preferences FULL = Preferences.initial()
            .withTheme(Preferences.Theme.LIGHT)
            .withWindow(new WindowPlace(-1280.5, 20, 1440, 900, true))
            .withSplitter("explore", List.of(0.2, 0.65))
            .withTable("status", new TableLayout(List.of(new TableLayout.Column("valüe", 320, false),
                    new TableLayout.Column("name", 180.5, true)), List.of(new TableLayout.Sort("name", false))))
            .withTable("empty", TableLayout.initial())
            .withConnection("https://office.example.com", new ConnectionSettings(ConnectionSettings.Values.STRINGIFIED,
                    Duration.ofSeconds(90), List.of(Path.of("/etc/office ä.pem"), Path.of("b.pem"))))
            .withFavourites("https://placeos.example.com", Map.of("sys-1", "Boardroom “Ω”", "sys-2", ""));

    @TempDir
    private Path folder;

    private Path file;
    private KeptFile<Preferences> preferences;

    @BeforeEach
    void name() {
        file = folder.resolve("new").resolve("preferences.json");
        preferences = new KeptFile<>(file, new PreferencesJson(), CLOCK);
    }

    private void lay(String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(file.getParent())) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void whatWasSavedComesBack() throws IOException {
        assertThat(preferences.save(FULL)).isEqualTo(new Saved.Done(file));

        assertThat(new KeptFile<>(file, new PreferencesJson(), CLOCK).load()).isEqualTo(new Loaded.AsSaved<>(FULL));
        assertThat(names()).containsExactly("preferences.json");
    }

    @Test
    void aLaterSaveReplacesAnEarlierOne() throws IOException {
        preferences.save(FULL);
        preferences.save(Preferences.initial());

        assertThat(preferences.load().kept()).isEqualTo(Preferences.initial());
        assertThat(names()).containsExactly("preferences.json");
    }

    @Test
    void theFirstStartHasNoFile() {
        assertThat(preferences.load()).isEqualTo(new Loaded.FirstStart<>(Preferences.initial()));
        assertThat(preferences.load().kept()).isEqualTo(Preferences.initial());
        assertThat(file.getParent()).doesNotExist();
    }

    @Test
    void fieldsOfANewerVersionAreIgnored() throws IOException {
        lay("{\"theme\":\"SEPIA\",\"later\":{\"x\":[1]},\"window\":null,\"splitters\":{\"explore\":[0,1]}}");
        assertThat(preferences.load()).isEqualTo(new Loaded.AsSaved<>(
                Preferences.initial().withSplitter("explore", List.of(0.0, 1.0))));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "7", "[]", "null", "{}", "{\"https://a\":7}", "{\"https://a\":null}",
        "{\"https://a\":{\"values\":7,\"execDeadlineSeconds\":\"long\",\"authorities\":{\"x\":1}}}",
        "{\"https://a\":{\"values\":\"LATER\",\"execDeadlineSeconds\":1e99,\"new\":1,"
                + "\"authorities\":[7,\"a\\u0000b\"]}}"
    })
    void aBrokenConnectionIsAsUsualAndTheRestIsKept(String connections) throws IOException {
        lay("{\"theme\":\"DARK\",\"connections\":" + connections + "}");
        Loaded<Preferences> loaded = preferences.load();
        assertThat(loaded).isEqualTo(new Loaded.AsSaved<>(
                Preferences.initial().withTheme(Preferences.Theme.DARK)));
    }

    @Test
    void oneBrokenSettingDoesNotCostTheOthers() throws IOException {
        lay("{\"connections\":{\"https://a\":{\"values\":\"RAW\",\"execDeadlineSeconds\":0,"
                + "\"authorities\":[\"/a.pem\",false]},\"https://b\":true}}");
        assertThat(preferences.load().kept()).isEqualTo(Preferences.initial().withConnection("https://a",
                new ConnectionSettings(ConnectionSettings.Values.RAW, ConnectionSettings.usual().execDeadline(),
                        List.of(Path.of("/a.pem")))));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "{\"theme\": \"DA", "[]", "{\"window\":\"big\"}",
        "{\"window\":{\"x\":1,\"y\":1,\"width\":-1,\"height\":1}}",
        "{\"splitters\":{\"a\":[\"left\"]}}", "{\"splitters\":[1]}", "{\"tables\":{\"t\":{\"columns\":[{\"id\":\"c\",\"width\":1e999}]}}}"
    })
    void aBrokenFileIsSetAsideAndKept(String broken) throws IOException {
        lay(broken);

        assertThat(preferences.load()).isInstanceOfSatisfying(Loaded.SetAside.class, it -> {
            assertThat(it.moved()).hasFileName("preferences.json.broken-20260801-120005").hasContent(broken);
            assertThat(it.why()).isNotBlank();
            assertThat(it.kept()).isEqualTo(Preferences.initial());
        });
        preferences.save(FULL);
        assertThat(names()).containsExactly("preferences.json", "preferences.json.broken-20260801-120005");
    }

    @Test
    void twoBrokenFilesOfOneSecondAreBothKept() throws IOException {
        lay("first");
        preferences.load();
        lay("second");
        preferences.load();

        assertThat(file.resolveSibling("preferences.json.broken-20260801-120005")).hasContent("first");
        assertThat(file.resolveSibling("preferences.json.broken-20260801-120005-2")).hasContent("second");
    }

    @Test
    void aBrokenFileIsKeptEvenIfNobodyLoadedIt() throws IOException {
        lay("broken");
        preferences.save(FULL);
        assertThat(file.resolveSibling("preferences.json.broken-20260801-120005")).hasContent("broken");
    }

    @Test
    void whereNothingCanBeReadNothingIsWritten() throws IOException {
        Files.writeString(folder.resolve("new"), "a file where the folder should be");

        assertThat(preferences.load()).isInstanceOf(Loaded.OutOfReach.class);
        assertThat(preferences.save(FULL)).isInstanceOfSatisfying(Saved.NotSaved.class,
                it -> assertThat(it.why()).contains("can't be read"));
        assertThat(folder.resolve("new")).hasContent("a file where the folder should be");
    }

    @Test
    void whereNothingCanBeWrittenTheCallerIsTold() throws IOException {
        preferences.load();
        Files.writeString(folder.resolve("new"), "a file where the folder should be");

        assertThat(preferences.save(FULL)).isInstanceOfSatisfying(Saved.NotSaved.class,
                it -> assertThat(it.why()).isNotBlank());
        assertThat(folder.resolve("new")).hasContent("a file where the folder should be");
    }

    @Test
    void aReaderNeverSeesHalfAFile() throws Exception {
        preferences.save(FULL);
        KeptFile<Preferences> reader = new KeptFile<>(file, new PreferencesJson(), CLOCK);
        AtomicBoolean writing = new AtomicBoolean(true);
        Thread writer = Thread.ofPlatform().name("preferences-writer").start(() -> {
            for (int i = 0; i < 100; i++) {
                preferences.save(i % 2 == 0 ? Preferences.initial() : FULL);
            }
            writing.set(false);
        });
        while (writing.get()) {
            assertThat(reader.load()).isInstanceOf(Loaded.AsSaved.class);
        }
        writer.join();
        assertThat(names()).containsExactly("preferences.json");
    }
}

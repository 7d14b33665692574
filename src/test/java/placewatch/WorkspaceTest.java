package placewatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import placewatch.settings.AppPaths;
import placewatch.settings.Format;
import placewatch.settings.Kept;

class WorkspaceTest {

    private static final String SERVER = "https://office.example.com";

    /// A word on a line; anything with a question mark in it is broken.
    private static final Format<String> WORD = new Format<>() {
        @Override
        public String called() {
            return "The words";
        }

        @Override
        public String initial() {
            return "nothing";
        }

        @Override
        public byte[] write(String kept) {
            return kept.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String read(byte[] text) {
            String word = new String(text, StandardCharsets.UTF_8);
            if (word.contains("?")) {
                throw new IllegalArgumentException("it asks");
            }
            return word;
        }
    };

    @TempDir
    private Path home;

    private Workspace open(String server) {
        return new Workspace(Optional.of(new AppPaths(home)), server);
    }

    private Path file() {
        return new AppPaths(home).workspace(SERVER).resolve("words.json");
    }

    @Test
    void whatIsKeptComesBackForThisServerOnly() {
        try (Workspace workspace = open(SERVER)) {
            Kept<String> words = workspace.part("words", WORD);
            assertThat(words.latest()).isEqualTo("nothing");
            words.keep("first");
            words.keep("last");
            assertThat(words.latest()).isEqualTo("last");
        }
        try (Workspace again = open(SERVER); Workspace other = open("https://lab.example.com")) {
            assertThat(again.part("words", WORD).latest()).isEqualTo("last");
            assertThat(again.part("others", WORD).latest()).isEqualTo("nothing");
            assertThat(other.part("words", WORD).latest()).isEqualTo("nothing");
        }
    }

    @Test
    void itIsOnTheDiskSoonAndNotOnlyAtTheEnd() {
        try (Workspace workspace = open(SERVER)) {
            workspace.part("words", WORD).keep("kept");
            Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(file()).hasContent("kept"));
        }
    }

    @Test
    void nothingIsWrittenWhereNothingChanged() {
        try (Workspace workspace = open(SERVER)) {
            workspace.part("words", WORD).keep("nothing");
        }
        assertThat(home.resolve("workspace")).doesNotExist();
    }

    @Test
    void aBrokenFileIsSetAsideAndSaid() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "what?");
        try (Workspace workspace = open(SERVER)) {
            Kept<String> words = workspace.part("words", WORD);
            assertThat(words.latest()).isEqualTo("nothing");
            assertThat(workspace.troubles()).singleElement().asString()
                    .startsWith("The words could not be read (it asks). They were set aside as ")
                    .contains("words.json.broken-");
            words.keep("new");
        }
        assertThat(file()).hasContent("new");
        try (Stream<Path> files = Files.list(file().getParent())) {
            assertThat(files.filter(path -> path.getFileName().toString().contains("broken"))).singleElement()
                    .satisfies(path -> assertThat(path).hasContent("what?"));
        }
    }

    @Test
    void aWindowThatLeavesNoTraceKeepsNothing() {
        try (Workspace workspace = new Workspace(Optional.empty(), SERVER)) {
            Kept<String> words = workspace.part("words", WORD);
            words.keep("kept");
            assertThat(words.latest()).isEqualTo("kept");
            assertThat(workspace.troubles()).isEmpty();
        }
        try (Workspace again = new Workspace(Optional.empty(), SERVER)) {
            assertThat(again.part("words", WORD).latest()).isEqualTo("nothing");
        }
    }

    @Test
    void closedItLeavesNoThreadBehind() {
        try (Workspace workspace = open(SERVER)) {
            workspace.part("words", WORD).keep("kept");
            assertThat(writers()).hasSize(1);
        }
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> writers().isEmpty());
    }

    private static List<Thread> writers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("placewatch-workspace")).toList();
    }
}

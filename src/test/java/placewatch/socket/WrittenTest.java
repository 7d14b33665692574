package placewatch.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static placewatch.socket.Patience.INPUT;
import static placewatch.socket.Patience.POWER;
import static placewatch.socket.Patience.await;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import placewatch.history.Latest;
import placewatch.history.RecentChanges;
import placewatch.history.Tape;
import placewatch.history.Track;
import placewatch.protocol.Credential;
import placewatch.protocol.StatusKey;
import placewatch.protocol.Subscription;

/// Plain values of a variable whose one listener has a track.
class WrittenTest {

    private final ScriptedServer server = new ScriptedServer();
    private final ControlSocket socket =
            new ControlSocket(server.address(), new Credential.ApiKey("k"), Patience.usual().options());
    private final Tape tape = new Tape(() -> { });

    @AfterEach
    void close() {
        socket.close();
        server.close();
    }

    /// Hears what is told, and what had been written before that.
    private final class Taped implements BindListener {
        private final Track track = tape.open(new RecentChanges());
        private final List<String> news = new CopyOnWriteArrayList<>();
        private volatile boolean left;

        @Override
        public void onPhase(StatusKey key, BindPhase phase) {
            news.add(phase.getClass().getSimpleName() + written());
        }

        @Override
        public void onValue(StatusKey key, String json, Instant at) {
            news.add("= " + json + written());
        }

        @Override
        public void onRemapped(StatusKey key, Instant at) {
            news.add("Remapped" + written());
        }

        private String written() {
            long count = track.take();
            return count == 0 ? "" : " after " + count + " to " + track.latest().orElseThrow().json();
        }

        @Override
        public Optional<Track> track() {
            return Optional.of(track);
        }

        @Override
        public void onLeft() {
            left = true;
        }

        Optional<String> latest() {
            return track.latest().map(Latest::json);
        }
    }

    private static String notify(String name, String value) {
        return """
                {"type":"notify","value":%s,"meta":{"sys":"sys-1","mod":"Display","index":1,"name":"%s"}}"""
                .formatted(value, name);
    }

    private Taped bound() {
        socket.open();
        await().until(() -> socket.state() instanceof SocketState.Open);
        Taped taped = new Taped();
        socket.bind(POWER, taped);
        await().until(() -> taped.news.equals(List.of("Binding", "Live")));
        return taped;
    }

    private void pushAll(int first, int last) {
        IntStream.rangeClosed(first, last).forEach(i -> server.push(notify("power", String.valueOf(i))));
    }

    @Test
    void theFirstValueIsToldAndThoseAfterItAreWritten() {
        Taped taped = bound();
        pushAll(1, 50);
        await().until(() -> taped.latest().equals(Optional.of("50")));
        assertThat(taped.news.subList(2, taped.news.size())).allMatch(told -> told.startsWith("= "));
        assertThat(taped.news.size() - 2 + taped.track.told()).isEqualTo(50);
        assertThat(taped.track.told()).isGreaterThan(40);
        assertThat(socket.figures().changes()).isEqualTo(50);
    }

    @Test
    void whatIsNotPlainIsToldInItsPlace() {
        Taped taped = bound();
        pushAll(1, 5);
        await().until(() -> taped.latest().equals(Optional.of("5")));
        server.push(notify("power", "\"ü\""));
        pushAll(6, 9);
        await().until(() -> taped.latest().equals(Optional.of("9")));
        assertThat(taped.news).anyMatch(told -> told.startsWith("= \"ü\" after ") && told.endsWith(" to 5"));
    }

    @Test
    void whoComesLaterIsToldTheLatestAndThenBothAreToldAll() {
        Taped first = bound();
        pushAll(1, 5);
        await().until(() -> first.latest().equals(Optional.of("5")));
        Heard second = new Heard();
        Subscription secondsBinding = socket.bind(POWER, second);
        await().until(() -> second.all().equals(List.of("Live", "= 5")));
        pushAll(6, 8);
        await().until(() -> second.all().equals(List.of("Live", "= 5", "= 6", "= 7", "= 8")));
        assertThat(first.news).last().isEqualTo("= 8");

        secondsBinding.close();
        // what comes before the socket has noticed is told
        long written = first.track.told();
        AtomicInteger last = new AtomicInteger(8);
        await().until(() -> {
            server.push(notify("power", String.valueOf(last.incrementAndGet())));
            return first.track.told() > written;
        });
        pushAll(last.get() + 1, last.get() + 10);
        await().until(() -> first.latest().equals(Optional.of(String.valueOf(last.get() + 10))));
    }

    @Test
    void anotherListenerIsToldOfItsOwnVariableMeanwhile() {
        Taped power = bound();
        Heard input = new Heard();
        socket.bind(INPUT, input);
        await().until(input::isLive);
        pushAll(1, 5);
        server.push(notify("input", "\"hdmi\""));
        pushAll(6, 9);
        await().until(() -> power.latest().equals(Optional.of("9")));
        assertThat(input.all()).last().isEqualTo("= \"hdmi\"");
    }

    @Test
    void theEndOfTheConnectionIsToldAfterWhatWasWrittenAndTheNextOneTellsFirst() {
        Taped taped = bound();
        pushAll(1, 5);
        await().until(() -> taped.latest().equals(Optional.of("5")));
        server.drop();
        await().until(() -> taped.news.stream().anyMatch(told -> told.startsWith("Disconnected after ")
                && told.endsWith(" to 5")));
        await().until(() -> taped.news.getLast().equals("Live"));
        long written = taped.track.told();
        server.push(notify("power", "6"));
        await().until(() -> taped.news.getLast().equals("= 6"));
        assertThat(taped.track.told()).isEqualTo(written);
    }

    @Test
    void aRemapIsToldAndNothingIsWrittenUntilTheNewBindBringsAValue() {
        Taped taped = bound();
        pushAll(1, 5);
        await().until(() -> taped.latest().equals(Optional.of("5")));
        long written = taped.track.told();
        socket.remapped(POWER.module());
        await().until(() -> taped.news.getLast().equals("Live"));
        assertThat(taped.news).anyMatch(told -> told.startsWith("Remapped after "));
        server.push(notify("power", "6"));
        await().until(() -> taped.news.getLast().equals("= 6"));
        assertThat(taped.track.told()).isEqualTo(written);
        pushAll(7, 9);
        await().until(() -> taped.latest().equals(Optional.of("9")));
    }

    @Test
    void whoLeavesHearsThatNothingIsWrittenAnyMore() {
        socket.open();
        await().until(() -> socket.state() instanceof SocketState.Open);
        Taped taped = new Taped();
        Subscription binding = socket.bind(POWER, taped);
        await().until(() -> taped.news.contains("Live"));
        pushAll(1, 5);
        await().until(() -> taped.latest().equals(Optional.of("5")));
        binding.close();
        await().until(() -> taped.left);
        long written = taped.track.told();
        Heard next = new Heard();
        socket.bind(POWER, next);
        await().until(next::isLive);
        server.push(notify("power", "6"));
        await().until(() -> next.all().contains("= 6"));
        assertThat(taped.track.told()).isEqualTo(written);
    }
}

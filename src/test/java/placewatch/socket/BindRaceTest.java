package placewatch.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static placewatch.socket.Patience.DISPLAY;
import static placewatch.socket.Patience.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import placewatch.protocol.Credential;
import placewatch.protocol.ServerAddress;
import placewatch.protocol.StatusKey;
import placewatch.protocol.Subscription;

/// Many threads bind and unbind the same few variables for a while.
class BindRaceTest {

    private static final int THREADS = 16;
    private static final Duration WHILE = Duration.ofMillis(2_500);
    private static final Duration BETWEEN_CHANGES = Duration.ofNanos(200_000);
    private static final Duration BETWEEN_DROPS = Duration.ofMillis(150);
    private static final List<StatusKey> VARIABLES =
            IntStream.range(0, 50).mapToObj(i -> new StatusKey(DISPLAY, "v" + i)).toList();

    private static final class View implements BindListener {
        private final CountDownLatch told = new CountDownLatch(1);
        private volatile BindPhase phase = new BindPhase.Disconnected();
        private volatile String value = "none";

        @Override
        public void onPhase(StatusKey key, BindPhase next) {
            phase = next;
            told.countDown();
        }

        @Override
        public void onRemapped(StatusKey key, Instant at) {
            value = "none";
        }

        @Override
        public void onValue(StatusKey key, String json, Instant at) {
            value = json;
        }
    }

    private record Held(View view, Subscription subscription) { }

    private final ModelServer server = new ModelServer(5);
    private final ControlSocket socket = new ControlSocket(ServerAddress.parse("http://127.0.0.1:9"),
            new Credential.ApiKey("k"), Patience.usual().withRetry(Duration.ofMillis(10)).options(), server,
            new SocketThread("placewatch-socket"), Set::of);

    @Test
    void manyThreadsEndWithExactlyTheRightSetOnTheServer() throws Exception {
        race(() -> { });
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void evenIfTheConnectionIsLostInBetween() throws Exception {
        race(server::drop);
        assertThat(server.connections()).isGreaterThan(5);
    }

    private void race(Runnable drop) throws Exception {
        socket.open();
        long until = System.nanoTime() + WHILE.toNanos();
        List<Map<StatusKey, Held>> left = new ArrayList<>();
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().daemon().name("bind-race-", 0).factory())) {
            List<Future<Map<StatusKey, Held>>> workers = IntStream.range(0, THREADS)
                    .mapToObj(i -> threads.submit(bindAndUnbind(new Random(i), until))).toList();
            Future<?> life = threads.submit(() -> changeAndDrop(new Random(99), until, drop));
            for (Future<Map<StatusKey, Held>> worker : workers) {
                left.add(worker.get(30, TimeUnit.SECONDS));
            }
            life.get(30, TimeUnit.SECONDS);
        }
        Set<StatusKey> wanted = left.stream().flatMap(held -> held.keySet().stream()).collect(Collectors.toSet());

        await().untilAsserted(() -> {
            assertThat(server.bound()).isEqualTo(wanted);
            assertThat(socket.figures().bound()).isEqualTo(wanted.size());
            left.forEach(views -> views.forEach((key, held) -> {
                assertThat(held.view.phase).as("%s", key).isEqualTo(new BindPhase.Live());
                assertThat(held.view.value).as("%s", key).isEqualTo(Integer.toString(server.value(key)));
            }));
        });
        assertThat(server.binds()).isGreaterThan(1_000);
        assertThat(server.unbinds()).isGreaterThan(500);

        left.forEach(views -> views.values().forEach(held -> held.subscription.close()));
        await().until(() -> server.bound().isEmpty() && socket.figures().bound() == 0);
        assertThat(server.atOnce()).as("binds of one variable under way at once").isZero();
        assertThat(server.boundTwice()).as("binds of what was bound").isZero();
        assertThat(server.leaked()).as("subscriptions leaked").isZero();
        socket.close();
        await().untilAsserted(() -> assertThat(Threads.all()).isEmpty());
    }

    /// What it still holds at the end. It waits for each view to be told something, and so for the socket's pace.
    private Callable<Map<StatusKey, Held>> bindAndUnbind(Random chance, long until) {
        return () -> {
            Map<StatusKey, Held> mine = new HashMap<>();
            while (System.nanoTime() - until < 0) {
                StatusKey key = VARIABLES.get(chance.nextInt(VARIABLES.size()));
                Held held = mine.remove(key);
                if (held != null) {
                    held.subscription.close();
                } else {
                    View view = new View();
                    Subscription subscription = socket.bind(key, view);
                    if (chance.nextInt(5) == 0) {
                        subscription.close();
                    } else {
                        assertThat(view.told.await(10, TimeUnit.SECONDS)).isTrue();
                        mine.put(key, new Held(view, subscription));
                    }
                }
                while (mine.size() > 2) {
                    mine.remove(mine.keySet().iterator().next()).subscription.close();
                }
            }
            return mine;
        };
    }

    private void changeAndDrop(Random chance, long until, Runnable drop) {
        long dropped = System.nanoTime();
        while (System.nanoTime() - until < 0) {
            server.change(VARIABLES.get(chance.nextInt(VARIABLES.size())));
            if (System.nanoTime() - dropped > BETWEEN_DROPS.toNanos()) {
                drop.run();
                dropped = System.nanoTime();
            }
            LockSupport.parkNanos(BETWEEN_CHANGES.toNanos());
        }
    }
}

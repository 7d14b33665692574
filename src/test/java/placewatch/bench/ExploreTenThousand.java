package placewatch.bench;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import placewatch.CountingRelay;
import placewatch.StartWatch;
import placewatch.Exports;
import placewatch.bridge.Access;
import placewatch.bridge.Connection;
import placewatch.bridge.PulsePump;
import placewatch.control.Theme;
import placewatch.network.Route;
import placewatch.protocol.Credential;
import placewatch.protocol.ServerAddress;
import placewatch.screen.explore.ExploreModel;
import placewatch.screen.explore.ExploreView;
import placewatch.screen.explore.Favourites;
import placewatch.socket.SocketOptions;

/// Explore on 10,000 systems: how long after the first answer the first lines are on screen, in a program that was just
/// started, the median of several starts; and how many pages are asked for while a person scrolls through a search's
/// results.
final class ExploreTenThousand {

    private static final int SYSTEMS = 10_000;
    private static final int STARTS = 7;
    private static final int SCROLLED = 1_000;
    private static final int PAGE = 100;

    private ExploreTenThousand() { }

    public static void main(String[] args) throws Exception {
        try (DistantSimulator simulator = DistantSimulator.start(SYSTEMS)) {
            List<ColdStart> bare = ColdStart.several(STARTS, simulator, "-XX:AOTMode=off");
            List<ColdStart> starts = ColdStart.several(STARTS, simulator);
            for (ColdStart start : starts) {
                System.out.printf("start to outline %.0f ms, to first lines %.0f ms; first answer to first lines %.0f ms%n",
                        start.outline(), start.lines(), start.sinceAnswer());
            }
            System.out.printf("medians: %.0f ms, %.0f ms, %.0f ms%n", ColdStart.median(starts, ColdStart::outline),
                    ColdStart.median(starts, ColdStart::lines), ColdStart.median(starts, ColdStart::sinceAnswer));
            Benchmark.say(Row.atMost("explore, 10,000 systems: first answer to first lines, cold",
                    ColdStart.median(starts, ColdStart::sinceAnswer), ColdStart.median(bare, ColdStart::sinceAnswer),
                    "ms", 300));
            CountDownLatch started = new CountDownLatch(1);
            Platform.startup(started::countDown);
            started.await();
            Platform.setImplicitExit(false);
            try (CountingRelay relay = new CountingRelay(simulator.address());
                    Stand stand = new Stand(relay, simulator.key())) {
                Benchmark.say(Row.atMost("explore: pages asked for while scrolling past %d".formatted(SCROLLED / PAGE),
                        stand.pagesWhileScrolling(), Double.NaN, "pages", SCROLLED / PAGE + 1));
            }
        }
        System.exit(0);
    }

    private static <T> T fx(Callable<T> task) throws InterruptedException, ExecutionException {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(task.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        return done.get();
    }

    /// One window onto the building.
    private static final class Stand implements AutoCloseable {
        private final CountingRelay relay;
        private final PulsePump pump;
        private final Connection connection;
        private final ExploreModel model;
        private final Scene scene;

        Stand(CountingRelay relay, String key) throws Exception {
            this.relay = relay;
            pump = fx(PulsePump::new);
            connection = fx(() -> new Connection("bench", new Access(ServerAddress.parse(relay.address()),
                    new Credential.ApiKey(key), Route.direct()), SocketOptions.standard(), pump.inbox()));
            model = fx(() -> new ExploreModel(connection, new Favourites(Map.of(), _ -> { })));
            scene = fx(() -> {
                Theme.loadFonts();
                Theme.DARK.apply();
                Scene made = new Scene(new ExploreView(model, _ -> { }, Exports.nowhere()), 1_000, 1_000);
                Theme.dress(made);
                Stage stage = new Stage();
                stage.setScene(made);
                stage.show();
                connection.open();
                model.load();
                return made;
            });
        }

        int pagesWhileScrolling() throws Exception {
            int before = fx(() -> {
                ((TextField) scene.lookup("#" + ExploreView.PLACES_SEARCH)).setText("meeting");
                return relay.pages().size();
            });
            until(() -> relay.pages().size() > before && fx(() -> list().getItems().size() > SCROLLED));
            for (int line = 0; line <= SCROLLED - 40; line += 10) {
                int to = line;
                fx(() -> {
                    list().scrollTo(to);
                    return true;
                });
                until(() -> fx(() -> StartWatch.lines(list()) >= 20));
            }
            return relay.pages().size() - before;
        }

        private ListView<?> list() {
            return (ListView<?>) scene.lookup("#" + ExploreView.PLACES_TREE);
        }

        private static void until(Callable<Boolean> condition) {
            long patience = System.nanoTime() + 30_000_000_000L;
            try {
                while (!condition.call()) {
                    if (System.nanoTime() > patience) {
                        throw new IllegalStateException("waited in vain");
                    }
                    LockSupport.parkNanos(1_000_000);
                }
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            Platform.runLater(() -> {
                model.close();
                pump.close();
                scene.getWindow().hide();
            });
            connection.close();
        }
    }
}

package placewatch.bench;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import placewatch.CountingRelay;
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
import placewatch.simulator.Role;
import placewatch.simulator.Simulator;
import placewatch.simulator.SimulatorOptions;
import placewatch.socket.SocketOptions;

/// Explore on 10,000 systems: how long after the first answer the first lines are on screen, and how many pages are
/// asked for while a person scrolls through a search's results. A first window warms the program up.
final class ExploreTenThousand {

    private static final int SYSTEMS = 10_000;
    private static final int SCROLLED = 1_000;
    private static final int PAGE = 100;

    private ExploreTenThousand() { }

    public static void main(String[] args) throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Platform.setImplicitExit(false);
        try (Simulator simulator = Simulator.start(SimulatorOptions.demo().systems(SYSTEMS))) {
            double[] firsts = new double[5];
            int pages = 0;
            for (int i = 0; i < firsts.length; i++) {
                try (CountingRelay relay = new CountingRelay(simulator.address());
                        Stand stand = new Stand(relay, simulator.key(Role.SUPPORT))) {
                    firsts[i] = stand.firstLines();
                    pages = i == firsts.length - 1 ? stand.pagesWhileScrolling() : 0;
                }
            }
            java.util.Arrays.sort(firsts, 1, firsts.length);
            System.out.printf("first lines: %.0f ms cold, %.0f ms at most after that%n", firsts[0],
                    firsts[firsts.length - 1]);
            Benchmark.say(Row.atMost("explore, 10,000 systems: first answer to first lines, cold", firsts[0],
                    Double.NaN, "ms", 300));
            Benchmark.say(Row.atMost("explore: pages asked for while scrolling past %d".formatted(SCROLLED / PAGE),
                    pages, Double.NaN, "pages", SCROLLED / PAGE + 1));
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
        private final AtomicLong firstLine = new AtomicLong();

        Stand(CountingRelay relay, String key) throws Exception {
            this.relay = relay;
            // the window is there before the connection is, as in the program
            scene = fx(() -> {
                Theme.loadFonts();
                Theme.DARK.apply();
                Scene made = new Scene(new StackPane(new Label("Connecting…")), 1_000, 1_000);
                Theme.dress(made);
                Stage stage = new Stage();
                stage.setScene(made);
                stage.show();
                return made;
            });
            pump = fx(PulsePump::new);
            connection = fx(() -> new Connection("bench", new Access(ServerAddress.parse(relay.address()),
                    new Credential.ApiKey(key), Route.direct()), SocketOptions.standard(), pump.inbox()));
            model = fx(() -> {
                connection.open();
                ExploreModel made = new ExploreModel(connection, new Favourites(Map.of(), _ -> { }));
                scene.setRoot(new ExploreView(made, _ -> { }));
                scene.addPostLayoutPulseListener(() -> {
                    if (firstLine.get() == 0 && lines() > 3) {
                        firstLine.set(System.nanoTime());
                    }
                });
                return made;
            });
        }

        /// Lines on screen that say something, and not that they are loading.
        private int lines() {
            int count = 0;
            for (Node node : scene.getRoot().lookupAll("#" + ExploreView.PLACES_TREE + " .list-cell")) {
                if (node instanceof ListCell<?> cell && cell.isVisible() && !cell.isEmpty()
                        && cell.getAccessibleText() != null && !cell.getAccessibleText().isBlank()
                        && !cell.getAccessibleText().toLowerCase().contains("loading")) {
                    count++;
                }
            }
            return count;
        }

        double firstLines() {
            until(() -> firstLine.get() != 0);
            return (firstLine.get() - relay.firstAnswer()) / 1e6;
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
                until(() -> fx(() -> lines() >= 20));
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

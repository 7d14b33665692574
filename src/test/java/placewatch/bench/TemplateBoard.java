package placewatch.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import placewatch.Exports;
import placewatch.bridge.Access;
import placewatch.bridge.Connection;
import placewatch.bridge.PulsePump;
import placewatch.control.Theme;
import placewatch.network.Route;
import placewatch.protocol.Credential;
import placewatch.protocol.ServerAddress;
import placewatch.screen.watch.TemplateActions;
import placewatch.screen.watch.TemplateModel;
import placewatch.screen.watch.TemplateView;
import placewatch.settings.Kept;
import placewatch.settings.Template;
import placewatch.simulator.Role;
import placewatch.simulator.Simulator;
import placewatch.simulator.SimulatorOptions;
import placewatch.simulator.building.DemoModule;
import placewatch.simulator.building.DemoSystem;
import placewatch.socket.SocketOptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// A template over a building of 300 rooms with six variables each, against the simulator in the same process: how long
/// until each cell is live, and how smooth the window stays while 1,000 of them change a second. A first window warms
/// both sides up; of the others the best counts, as with binding.
final class TemplateBoard {

    private static final int ROOMS = 300;
    private static final int OTHER_ROOMS = 36;
    private static final String ZONE = "zone-Tower3";
    private static final int CHANGES_A_SECOND = 1_000;
    private static final String ALL_LIVE = "300 rooms, 1 800 variables, live";

    private static final List<Template.Column> COLUMNS = List.of(column("Lighting_1/level"),
            column("Lighting_1/power"), column("Lighting_1/energy_kwh"), column("Lighting_1/connected"),
            column("PeopleCount_1/people_count"), column("PeopleCount_1/presence"));

    private TemplateBoard() { }

    private static Template.Column column(String pattern) {
        return new Template.Column("", pattern, Template.Many.JOINED);
    }

    public static void main(String[] args) throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Platform.setImplicitExit(false);
        try (Simulator simulator = Simulator.start(SimulatorOptions.demo().systems(ROOMS + OTHER_ROOMS))) {
            double[] opened = new double[4];
            for (int i = 0; i < opened.length; i++) {
                try (Stand stand = new Stand(simulator)) {
                    opened[i] = stand.untilLive();
                    if (i == opened.length - 1) {
                        smooth(simulator, stand);
                    }
                }
            }
            System.out.printf("template until live: %.2f s cold, with the building's rooms still to be made%n",
                    opened[0]);
            Arrays.sort(opened, 1, opened.length);
            Benchmark.say(Row.atMost("template: 300 rooms × 6 variables until each is live", opened[1], Double.NaN, "s",
                    2));
        }
        System.exit(0);
    }

    private static void smooth(Simulator simulator, Stand stand) throws Exception {
        List<DemoModule> lights = new ArrayList<>();
        for (DemoSystem system : simulator.building().systems()) {
            if (system.zones().contains(ZONE)) {
                system.modules().stream().map(id -> simulator.building().module(id).orElseThrow())
                        .filter(module -> module.name().equals("Lighting")).forEach(lights::add);
            }
        }
        AtomicLong over = new AtomicLong();
        Thread changing = Thread.ofPlatform().daemon().name("bench-changes").start(() -> change(lights, over));
        rest(3);
        stand.fx(() -> {
            stand.timer.start();
            return true;
        });
        long before = stand.connection.figures().changes();
        long began = System.nanoTime();
        rest(8);
        double rate = (stand.connection.figures().changes() - before) * 1e9 / (System.nanoTime() - began);
        List<Double> gaps = stand.fx(() -> {
            stand.timer.stop();
            return List.copyOf(stand.gaps);
        });
        over.set(1);
        changing.join();
        double[] sorted = gaps.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double sum = gaps.stream().mapToDouble(Double::doubleValue).sum();
        Benchmark.say(Row.atLeast("template: changes taken", rate, Double.NaN, "changes/s", 0.95 * CHANGES_A_SECOND));
        Benchmark.say(Row.atLeast("template: pulses", gaps.size() * 1_000 / sum, Double.NaN, "pulses/s", 55));
        Benchmark.say(Row.atMost("template: 99 % of gaps between pulses", sorted[(int) (0.99 * sorted.length)],
                Double.NaN, "ms", 25));
    }

    private static void change(List<DemoModule> lights, AtomicLong over) {
        JsonNode area = JsonNodeFactory.instance.stringNode("table");
        long next = System.nanoTime();
        for (int i = 0; over.get() == 0; i++) {
            // another average each time, so that each call changes the level
            lights.get(i % lights.size()).exec("level", List.of(area,
                    JsonNodeFactory.instance.numberNode(3 * (i / lights.size() % 30))));
            next += 1_000_000_000L / CHANGES_A_SECOND;
            while (System.nanoTime() < next) {
                LockSupport.parkNanos(next - System.nanoTime());
            }
        }
    }

    private static void rest(int seconds) {
        long until = System.nanoTime() + seconds * 1_000_000_000L;
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }

    private record Unkept(Template latest) implements Kept<Template> {
        @Override
        public void keep(Template next) {
            // nobody restarts
        }
    }

    /// One window with the template in it.
    private static final class Stand implements AutoCloseable {
        private final PulsePump pump;
        private final Connection connection;
        private final Scene scene;
        private final AtomicLong live = new AtomicLong();
        private final List<Double> gaps = new ArrayList<>();
        private final AnimationTimer timer = new AnimationTimer() {
            private long last;

            @Override
            public void handle(long pulse) {
                long moment = System.nanoTime();
                if (last != 0) {
                    gaps.add((moment - last) / 1e6);
                }
                last = moment;
            }
        };
        private TemplateModel model;

        Stand(Simulator simulator) throws Exception {
            pump = fx(PulsePump::new);
            connection = fx(() -> new Connection("bench", new Access(
                    ServerAddress.parse(simulator.address().toString()),
                    new Credential.ApiKey(simulator.key(Role.USER)), Route.direct()), SocketOptions.standard(),
                    pump.inbox()));
            scene = fx(() -> {
                connection.open();
                Theme.loadFonts();
                Theme.DARK.apply();
                Scene made = new Scene(new StackPane(new Label("…")), 1_000, 1_000);
                Theme.dress(made);
                Stage stage = new Stage();
                stage.setScene(made);
                stage.show();
                return made;
            });
        }

        /// Seconds from the click until the window says that all is live.
        double untilLive() throws Exception {
            long began = System.nanoTime();
            fx(() -> {
                Template template = Template.of("Board", new Template.Scope.Zone(ZONE, "Tower 3"), COLUMNS);
                model = new TemplateModel(connection, template, new Unkept(template), TemplateActions.none());
                scene.setRoot(new TemplateView(model, Exports.nowhere()));
                scene.addPostLayoutPulseListener(() -> {
                    if (live.get() == 0 && scene.lookup("#" + TemplateView.NOTE) instanceof Label note
                            && note.getText().equals(ALL_LIVE)) {
                        live.set(System.nanoTime());
                    }
                });
                return true;
            });
            long patience = System.nanoTime() + 20_000_000_000L;
            while (live.get() == 0) {
                if (System.nanoTime() > patience) {
                    throw new IllegalStateException("not all live: " + fx(() ->
                            ((Label) scene.lookup("#" + TemplateView.NOTE)).getText()));
                }
                LockSupport.parkNanos(1_000_000);
            }
            return (live.get() - began) / 1e9;
        }

        <T> T fx(Callable<T> task) throws InterruptedException, ExecutionException {
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
